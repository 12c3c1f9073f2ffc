import type { ComponentChildren } from 'preact'

interface Props {
  lang: string
  title: string
  stylesheet: string
  script?: string | undefined
  description?: string | undefined
  picture?: string | undefined
  /** Seconds after which the page is asked for again; for pages that show work going on. */
  refresh?: number | undefined
  children: ComponentChildren
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 30'%3E%3Ccircle cx='11' cy='15' r='10' fill='%230a5a62'/%3E%3Ccircle cx='19' cy='15' r='10' fill='%23f0a35e'/%3E%3C/svg%3E"

/** The bare page around everything: what a browser must know before the first word. */
export const Document = ({
  lang,
  title,
  stylesheet,
  script,
  description,
  picture,
  refresh,
  children,
}: Props) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#06434a" />
      {description && <meta name="description" content={description} />}
      {description && <meta property="og:title" content={title} />}
      {description && <meta property="og:description" content={description} />}
      {picture && <meta property="og:image" content={picture} />}
      {refresh && <meta http-equiv="refresh" content={String(refresh)} />}
      <link rel="icon" href={icon} />
      <link rel="stylesheet" href={stylesheet} />
      {script && <script type="module" src={script} />}
    </head>
    <body>{children}</body>
  </html>
)
