export interface FeedEntry {
  /** Its address, which is also what it is known by. */
  url: string
  title: string
  summary: string
  text: string
  language: string
  authors: string[]
  publishedAt: Date
  changedAt: Date
  image?: string
}

export interface Feed {
  title: string
  /** The page that the feed follows, and the feed itself. */
  home: string
  self: string
  language: string
  entries: FeedEntry[]
}

/** Atom 1.0 (RFC 4287). */
export const atomFeed = ({
  title,
  home,
  self,
  language,
  entries,
}: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">
<id>${xml(self)}</id>
<title>${xml(title)}</title>
<updated>${new Date(Math.max(0, ...entries.map(({ changedAt }) => changedAt.getTime()))).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(home)}"/>
${entries.map(atomEntry).join('\n')}
</feed>
`

const atomEntry = ({ url, title, summary, text, language, authors, publishedAt, changedAt }: FeedEntry) =>
  `<entry xml:lang="${xml(language)}">
<id>${xml(url)}</id>
<title>${xml(title)}</title>
<published>${publishedAt.toISOString()}</published>
<updated>${changedAt.toISOString()}</updated>
${authors.map(name => `<author><name>${xml(name)}</name></author>`).join('\n')}
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<summary>${xml(summary)}</summary>
<content type="text">${xml(text)}</content>
</entry>`

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = ({ title, home, self, language, entries }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    language,
    items: entries.map(entry => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      summary: entry.summary,
      language: entry.language,
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.changedAt.toISOString(),
      authors: entry.authors.map(name => ({ name })),
      ...(entry.image && { image: entry.image }),
    })),
  })

const xml = (text: string) =>
  text
    // Letters that XML 1.0 does not know.
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
