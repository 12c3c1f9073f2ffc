import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { countReads } from '../count-reads.ts'
import { correctionsOf, published, publishedYears, withdrawnNotice } from '../public-queries.ts'
import { ArticleView } from './article-view.tsx'
import { addressOf, atomFeed, firstOf, jsonFeed } from './feeds.ts'
import { ListView } from './list-view.tsx'
import { WithdrawnView } from './withdrawn-view.tsx'

/** As many as one page of at most 25 kB carries with ease. */
const listed = 20
/** Titles alone are shorter. */
const titled = 80

/** What the public reads, and machines with it. */
export const publicNewsRoutes = (house: House): Route[] => {
  const { db, files, config } = house
  const count = countReads(house)

  const list = async (visit: Visit, year?: number) => {
    const turn = Number(/^[1-9]\d?$/.exec(visit.c.req.query('lembar') ?? '')?.[0] ?? 1)
    const wanted = year ? { year, limit: titled, offset: (turn - 1) * titled } : { limit: listed }
    const { t } = visit.language
    const shown = await db.asPublic(async tx => ({
      articles: await published(tx, wanted),
      years: await publishedYears(tx),
    }))
    if (year && shown.articles.length === 0) throw new NotFound()
    return publicPage(
      house,
      visit,
      <ListView {...shown} year={year} next={shown.articles.length === titled ? turn + 1 : undefined} />,
      {
        title: year ? t('news.of-year', { year: String(year) }) : t('news.public-title'),
        description: t('news.public-lead'),
      },
    )
  }

  const feed = async ({ language }: Visit, type: string, write: typeof atomFeed) => {
    const articles = await db.asPublic(tx => published(tx, { limit: listed }))
    const body = write({ title: language.t('news.feed-title'), publicUrl: config.publicUrl, articles })
    return new Response(body, {
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=300' },
    })
  }

  const slugOf = (visit: Visit) => visit.c.req.param('slug') ?? ''

  /** An address that was public once keeps telling that, as gone. */
  const gone = async (visit: Visit) => {
    const notice = await db.asPublic(tx => withdrawnNotice(tx, slugOf(visit)))
    if (!notice) throw new NotFound()
    const title = visit.language.t('news.withdrawn')
    return publicPage(house, visit, <WithdrawnView {...notice} />, { title, narrow: true, status: 410 })
  }

  return [
    open('GET', '/berita', visit => list(visit)),
    open('GET', '/berita/umpan.atom', visit => feed(visit, 'application/atom+xml', atomFeed)),
    open('GET', '/berita/umpan.json', visit => feed(visit, 'application/feed+json', jsonFeed)),
    open('GET', '/berita/arsip/:year', visit => {
      const year = /^20\d\d$/.exec(visit.c.req.param('year') ?? '')?.[0]
      if (!year) throw new NotFound()
      return list(visit, Number(year))
    }),
    open('GET', '/berita/:slug', async visit => {
      const [article] = await db.asPublic(tx => published(tx, { slug: slugOf(visit) }))
      if (!article) return gone(visit)
      const corrections = await db.asPublic(tx => correctionsOf(tx, article.id))
      count(visit.c, article.id)
      const address = addressOf(article, config.publicUrl)
      const view = <ArticleView article={article} corrections={corrections} address={address} />
      return publicPage(house, visit, view, {
        title: article.title,
        narrow: true,
        description: firstOf(article.body).slice(0, 300),
        publishedAt: article.releasedAt.toISOString(),
        ...(article.picture && { picture: `${address}/gambar/besar` }),
      })
    }),
    open('GET', '/berita/:slug/gambar/:size', async visit => {
      const [article] = await db.asPublic(tx => published(tx, { slug: slugOf(visit) }))
      const picture = article?.picture
      const bytes =
        picture && (await files.get(visit.c.req.param('size') === 'kecil' ? picture.smallKey : picture.key))
      if (!bytes) throw new NotFound()
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=300' },
      })
    }),
  ]
}
