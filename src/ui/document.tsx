import type { ComponentChildren } from 'preact'

/** A picture that is passed on with an address, for whoever draws a card of it. */
export interface Picture {
  url: string
  alt: string
  width: number
  height: number
}

interface Props {
  lang: string
  title: string
  stylesheet: string
  script?: string | undefined
  description?: string | undefined
  picture?: string | Picture | undefined
  /** The address that stands for this page wherever it is passed on. */
  address?: string | undefined
  /** When an article came out: what is passed on is one, and not a site. */
  publishedAt?: string | undefined
  /** What a phone needs to keep the site like an app. */
  manifest?: string | undefined
  /** Seconds after which the page is asked for again; for pages that show work going on. */
  refresh?: number | undefined
  children: ComponentChildren
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='11' cy='16' r='10' fill='%230a5a62'/%3E%3Ccircle cx='21' cy='16' r='10' fill='%23f0a35e'/%3E%3Cpath d='M16 7.34a10 10 0 0 1 0 17.32 10 10 0 0 1 0-17.32Z' fill='%23fff'/%3E%3C/svg%3E"

/** The bare page around everything: what a browser must know before the first word. */
export const Document = ({
  lang,
  title,
  stylesheet,
  script,
  refresh,
  manifest,
  children,
  ...shared
}: Props) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#06434a" />
      <Shared lang={lang} title={title} {...shared} />
      {refresh && <Reload seconds={refresh} scripted={script !== undefined} />}
      <link rel="icon" href={icon} />
      {manifest && <link rel="manifest" href={manifest} />}
      <link rel="stylesheet" href={stylesheet} />
      {script && <script type="module" src={script} />}
    </head>
    <body>
      {children}
      {refresh && script && <auto-refresh data-seconds={refresh} />}
    </body>
  </html>
)

/** What a messenger shows when the address is passed on. */
const Shared = ({
  lang,
  title,
  description,
  picture,
  address,
  publishedAt,
}: Pick<Props, 'lang' | 'title' | 'description' | 'picture' | 'address' | 'publishedAt'>) => (
  <>
    {description && <meta name="description" content={description} />}
    {description && <meta property="og:title" content={title} />}
    {description && <meta property="og:description" content={description} />}
    {address && <meta property="og:type" content={publishedAt ? 'article' : 'website'} />}
    {publishedAt && <meta property="article:published_time" content={publishedAt} />}
    {address && <meta property="og:site_name" content="Sinergi" />}
    {address && <meta property="og:locale" content={lang === 'en' ? 'en_GB' : 'id_ID'} />}
    {address && <meta property="og:url" content={address} />}
    {address && <link rel="canonical" href={address} />}
    {picture && <Card picture={picture} />}
  </>
)

const Card = ({ picture }: { picture: string | Picture }) => {
  if (typeof picture === 'string') return <meta property="og:image" content={picture} />
  const { url, alt, width, height } = picture
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/** Where scripts run, auto-refresh renews the page in place: a reload would take focus and reading place away. */
const Reload = ({ seconds, scripted }: { seconds: number; scripted: boolean }) => {
  const reload = <meta http-equiv="refresh" content={String(seconds)} />
  return scripted ? <noscript>{reload}</noscript> : reload
}
