import type { Published } from '../public-queries.ts'

interface Feed {
  title: string
  publicUrl: string
  articles: Published[]
}

/** Atom 1.0 (RFC 4287). */
export const atomFeed = ({ title, publicUrl, articles }: Feed): string => {
  const self = `${publicUrl}/berita/umpan.atom`
  const updated = articles.map(({ changedAt }) => changedAt.getTime())
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<id>${xml(self)}</id>
<title>${xml(title)}</title>
<updated>${new Date(Math.max(0, ...updated)).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(`${publicUrl}/berita`)}"/>
${articles.map(article => atomEntry(article, publicUrl)).join('\n')}
</feed>
`
}

const atomEntry = (article: Published, publicUrl: string) => {
  const address = xml(addressOf(article, publicUrl))
  return `<entry>
<id>${address}</id>
<title>${xml(article.title)}</title>
<published>${article.releasedAt.toISOString()}</published>
<updated>${article.changedAt.toISOString()}</updated>
<author><name>${xml(article.office)}</name></author>
<link rel="alternate" type="text/html" href="${address}"/>
<summary>${xml(firstOf(article.body))}</summary>
<content type="text">${xml(wholeOf(article))}</content>
</entry>`
}

/** JSON Feed 1.1. */
export const jsonFeed = ({ title, publicUrl, articles }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${publicUrl}/berita`,
    feed_url: `${publicUrl}/berita/umpan.json`,
    language: 'id',
    items: articles.map(article => ({
      id: addressOf(article, publicUrl),
      url: addressOf(article, publicUrl),
      title: article.title,
      content_text: wholeOf(article),
      summary: firstOf(article.body),
      date_published: article.releasedAt.toISOString(),
      date_modified: article.changedAt.toISOString(),
      authors: [{ name: article.office }],
      ...(article.picture && { image: `${addressOf(article, publicUrl)}/gambar/besar` }),
    })),
  })

export const addressOf = ({ slug }: Pick<Published, 'slug'>, publicUrl: string) =>
  `${publicUrl}/berita/${slug}`

/** The first paragraph: what a list shows. */
export const firstOf = (body: string) => body.split(/\n{2,}/)[0] ?? ''

const wholeOf = ({ body, quotes }: Published) =>
  [body, ...quotes.map(({ words, person, office }) => `“${words}” – ${person}, ${office}`)].join('\n\n')

const xml = (text: string) =>
  text
    // Letters that XML 1.0 does not know.
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
