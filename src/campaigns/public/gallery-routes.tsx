import { dayOf } from '../../platform/clock/clock.ts'
import { atomFeed, type Feed, jsonFeed } from '../../platform/feeds.ts'
import type { House } from '../../platform/house.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { formats } from '../format.ts'
import { feedEntries } from './campaign-feed.ts'
import { GalleryPage } from './gallery-page.tsx'
import { shownChoices, shownMaterials } from './queries.ts'

/** As many as one page of at most 25 kB carries with ease. */
const listed = 12
const fed = 60

/** The gallery of all that may be passed on, and the feeds that tell other sites of it. */
export const galleryRoutes = (house: House): Route[] => {
  const { db, config, clock } = house
  const today = () => String(dayOf(clock()))

  const feed = async (
    { language: { t } }: Visit,
    type: string,
    name: string,
    write: (feed: Feed) => string,
  ) => {
    const shown = await db.asPublic(tx => shownMaterials(tx, { today: today(), limit: fed }))
    const body = write({
      title: t('gallery.feed-title'),
      home: `${config.publicUrl}/k`,
      self: `${config.publicUrl}/k/${name}`,
      language: 'id',
      entries: feedEntries(shown, config.publicUrl),
    })
    return new Response(body, {
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=300' },
    })
  }

  return [
    open('GET', '/k', async visit => {
      const query = (name: string) => visit.c.req.query(name) || undefined
      const wanted = {
        topic: query('topik'),
        language: query('bahasa'),
        format: formats.find(format => format === query('format')),
      }
      const turn = Number(/^[1-9]\d?$/.exec(query('lembar') ?? '')?.[0] ?? 1)
      const { shown, choices } = await db.asPublic(async tx => ({
        shown: await shownMaterials(tx, {
          ...wanted,
          today: today(),
          limit: listed + 1,
          offset: (turn - 1) * listed,
        }),
        choices: await shownChoices(tx, today()),
      }))
      const more = new URLSearchParams({ ...visit.c.req.query(), lembar: String(turn + 1) })
      const { t } = visit.language
      const view = (
        <GalleryPage
          shown={shown.slice(0, listed)}
          choices={choices}
          wanted={wanted}
          next={shown.length > listed ? `/k?${more}` : undefined}
          publicUrl={config.publicUrl}
        />
      )
      return publicPage(house, visit, view, { title: t('gallery.title'), description: t('gallery.lead') })
    }),
    open('GET', '/k/umpan.atom', visit => feed(visit, 'application/atom+xml', 'umpan.atom', atomFeed)),
    open('GET', '/k/umpan.json', visit => feed(visit, 'application/feed+json', 'umpan.json', jsonFeed)),
  ]
}
