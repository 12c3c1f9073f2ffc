import { gzipSync } from 'node:zlib'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, Speaking } from '../i18n/language.tsx'

/**
 * A whole page as an answer, said in one language.
 * @param encodings that the browser takes: the page is made small for the wire. Left out behind a sign-in, where the length of
 * a page that a stranger makes a browser fetch again and again could give away what it holds; public pages have no cookie.
 */
export const page = (
  view: VNode,
  language: Language,
  status = 200,
  headers: Record<string, string> = {},
  encodings: string | undefined = '',
): Response => {
  const text = `<!doctype html>${renderToString(<Speaking language={language}>{view}</Speaking>)}`
  const small = /\bgzip\b/.test(encodings)
  return new Response(small ? gzipSync(text) : text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language.locale,
      'cache-control': 'no-store',
      ...(small && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
      ...headers,
    },
  })
}

/** Sends the browser on with GET, after a deed. */
export const goTo = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, ...headers } })
