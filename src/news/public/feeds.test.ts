import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Published } from '../public-queries.ts'
import { atomFeed, jsonFeed } from './feeds.ts'

const article: Published = {
  id: 1,
  slug: 'satu',
  office: 'BP3MI & Mitra',
  title: 'Judul <dengan> "tanda" & \u0001',
  body: 'Alinea satu.\n\nAlinea dua ]]> </content>.',
  quotes: [{ person: 'Bima', office: 'Koordinator', words: 'Periksa dulu' }],
  picture: undefined,
  pictureAlt: '',
  releasedAt: new Date('2026-02-02T03:00:00Z'),
  changedAt: new Date('2026-02-03T03:00:00Z'),
  sample: false,
}
const feed = { title: 'Berita', publicUrl: 'https://sinergi.example.go.id', articles: [article] }

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: what is required, and nothing that it does not name. */
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      content_text: z.string(),
      summary: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string() })),
      image: z.url().optional(),
    }),
  ),
})

test('the JSON feed is one by its specification', () => {
  const read = JsonFeed.parse(JSON.parse(jsonFeed(feed)))
  expect(read.items[0]).toMatchObject({
    title: article.title,
    url: 'https://sinergi.example.go.id/berita/satu',
  })
})

test('the Atom feed has what RFC 4287 asks of a feed and of every entry, and no sign breaks it', () => {
  const text = atomFeed(feed)
  const [head, entry] = text.split('<entry>') as [string, string]
  for (const name of ['id', 'title', 'updated'])
    expect(head.match(new RegExp(`<${name}>`, 'g'))).toHaveLength(1)
  for (const name of ['id', 'title', 'updated', 'published', 'author', 'summary'])
    expect(entry.match(new RegExp(`<${name}>`, 'g')), name).toHaveLength(1)
  expect(head).toContain('<updated>2026-02-03T03:00:00.000Z</updated>')
  expect(entry).toContain('Judul &#60;dengan&#62; &#34;tanda&#34; &#38; </title>')
  expect(entry).toContain('Alinea dua ]]&#62; &#60;/content&#62;.')
  expect(text.match(/<[a-z]+[ >]/g)!.length - text.match(/<link /g)!.length).toBe(text.match(/<\//g)!.length)
})

test('a feed of nothing is still a feed', () => {
  expect(atomFeed({ ...feed, articles: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  expect(JsonFeed.parse(JSON.parse(jsonFeed({ ...feed, articles: [] }))).items).toEqual([])
})
