import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, Speaking } from '../i18n/language.tsx'

/** A whole page as an answer, said in one language. */
export const page = (
  view: VNode,
  language: Language,
  status = 200,
  headers: Record<string, string> = {},
): Response =>
  new Response(`<!doctype html>${renderToString(<Speaking language={language}>{view}</Speaking>)}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language.locale,
      'cache-control': 'no-store',
      ...headers,
    },
  })

/** Sends the browser on with GET, after a deed. */
export const goTo = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, ...headers } })
