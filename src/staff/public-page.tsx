import type { ComponentChildren } from 'preact'
import type { AssetName } from '../platform/assets.ts'
import type { House } from '../platform/house.ts'
import { page } from '../platform/http/page.tsx'
import type { Visit } from '../platform/http/route.ts'
import { Document, type Picture, PublicFrame, QuickExit } from '../ui/index.ts'
import { otherLanguage } from './staff-page.tsx'

interface Parts {
  title: string
  description?: string
  picture?: string | Picture
  /** Where this page stands for whoever passes it on, when its path alone does not say. */
  address?: string
  /** When it came out, for an article. */
  publishedAt?: string
  /** The quick exit, on pages that someone at the reader's shoulder should not see. */
  leave?: boolean
  hero?: ComponentChildren
  foot?: ComponentChildren
  narrow?: boolean
  status?: number
  headers?: Record<string, string>
  /** The islands of the page: those of every page, or a larger bundle of its own. */
  script?: boolean | AssetName
}

/** The weather: a page that anybody may have open. */
const neutral = 'https://www.bmkg.go.id/'

/** A page for the public: system fonts, one small stylesheet, no account. */
export const publicPage = (
  { assets, config }: Pick<House, 'assets' | 'config'>,
  { c, language }: Visit,
  view: ComponentChildren,
  parts: Parts,
): Response => {
  const { t, locale } = language
  const { title, description, picture, publishedAt, address, status, headers, script, leave, ...frame } =
    parts
  return page(
    <Document
      lang={locale}
      title={`${title} · Sinergi`}
      stylesheet={assets.url('public.css')}
      script={script ? assets.url(script === true ? 'public.ts' : script) : undefined}
      description={description ?? t('public.start-lead')}
      picture={picture ?? `${config.publicUrl}${assets.url('icon-512.png')}`}
      publishedAt={publishedAt}
      address={
        status === undefined || status === 200 ? (address ?? config.publicUrl + c.req.path) : undefined
      }
      manifest="/manifest.webmanifest"
    >
      <PublicFrame
        {...frame}
        leave={leave && <QuickExit href={neutral} label={t('frame.leave')} />}
        words={{ skip: t('frame.skip'), otherLanguage: t('frame.other-language') }}
        otherLanguageHref={otherLanguage(language, c.req.path)}
      >
        {view}
      </PublicFrame>
    </Document>,
    language,
    status,
    headers,
    // The answer to a form may show a number or a story: its length in few bytes would tell of it.
    c.req.method === 'GET' ? c.req.header('accept-encoding') : undefined,
  )
}
