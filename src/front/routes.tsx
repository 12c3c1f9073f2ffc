import type { ComponentChildren } from 'preact'
import { runningCampaigns } from '../campaigns/index.ts'
import { published } from '../news/index.ts'
import { dayOf } from '../platform/clock/clock.ts'
import type { House } from '../platform/house.ts'
import { goTo } from '../platform/http/page.tsx'
import { open, type Route, type Visit } from '../platform/http/route.ts'
import type { MessageKey } from '../platform/i18n/messages.ts'
import { publicPage, type StaffRoute } from '../staff/index.ts'
import { Listen } from './audio/listen-view.tsx'
import { recordingsOf } from './audio/queries.ts'
import { audioRoutes } from './audio/routes.tsx'
import { Foot } from './foot.tsx'
import { HomeHero, HomePage } from './home/pages.tsx'
import { findOffices } from './office-finder/finder.ts'
import { FinderPage } from './office-finder/pages.tsx'
import { OfflinePage } from './offline/offline-page.tsx'
import { machineRoutes } from './offline/routes.ts'
import type { Known } from './public-paths.ts'
import { placesNamed } from './queries.ts'
import { HelpPage } from './safety/help-page.tsx'
import { safetyNow } from './safety/read-safety.ts'
import { SafePage } from './safety/safe-page.tsx'
import { searchEntries } from './search/queries.ts'
import { longestSearch, SearchPage } from './search/search-page.tsx'

const shownCampaigns = 6
const shownArticles = 3
const shownHits = 10
const shownPlaces = 5

/** The front of the house: everything for everybody that belongs to no other room. */
export const frontRoutes = (house: House, staff: StaffRoute, known: Known): Route[] => {
  const { db } = house
  const reporting = known.open.includes('/lapor')
  const heard = (path: string) => db.asPublic(tx => recordingsOf(tx, path))

  const show = async (
    visit: Visit,
    title: MessageKey,
    view: ComponentChildren,
    parts: {
      description?: MessageKey
      hero?: ComponentChildren
      leave?: boolean
      script?: boolean
      headers?: Record<string, string>
    } = {},
  ) => {
    const { t } = visit.language
    const { description, script = true, ...rest } = parts
    const recordings = await heard(visit.c.req.path)
    const whole = (
      <>
        {view}
        <Listen recordings={recordings} />
      </>
    )
    return publicPage(house, visit, whole, {
      title: t(title),
      foot: <Foot />,
      script,
      ...(description && { description: t(description) }),
      ...rest,
    })
  }

  const safePage = async (visit: Visit, cleared: boolean, headers?: Record<string, string>) =>
    show(visit, 'safe.title', <SafePage safety={await db.asPublic(safetyNow)} cleared={cleared} />, {
      description: 'safe.description',
      leave: true,
      // Right after the copy is gone nothing may make a new one.
      script: !cleared,
      ...(headers && { headers }),
    })

  return [
    open('GET', '/', async visit => {
      const today = String(dayOf(house.clock()))
      const running = await db.asPublic(tx => runningCampaigns(tx, today, shownCampaigns))
      const latest = await db.asPublic(tx => published(tx, { limit: shownArticles }))
      return show(
        visit,
        'public.start-title',
        <HomePage running={running} latest={latest} reporting={reporting} />,
        {
          description: 'public.start-lead',
          hero: <HomeHero />,
          leave: true,
        },
      )
    }),
    open('GET', '/kantor-terdekat', async visit => {
      const { c } = visit
      const code = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.exec(c.req.query('wilayah') ?? '')?.[0]
      const found = await db.asPublic(tx => findOffices(tx, { code, name: c.req.query('nama') }))
      return show(visit, 'finder.title', <FinderPage {...found} />, { description: 'finder.description' })
    }),
    open('GET', '/bantuan', async visit => {
      const safety = await db.asPublic(safetyNow)
      return show(visit, 'help.title', <HelpPage safety={safety} reporting={reporting} />, {
        description: 'help.description',
        leave: true,
      })
    }),
    open('GET', '/aman', visit => safePage(visit, visit.c.req.query('bersih') === '1')),
    // The browser itself throws away what it kept of this house: the pages, the worker, what forms remembered.
    open('POST', '/aman', () =>
      goTo('/aman?bersih=1', {
        'clear-site-data': '"cache", "storage"',
        'set-cookie': 'luring=tidak; Path=/; SameSite=Lax; Max-Age=31536000',
      }),
    ),
    open('GET', '/cari', async visit => {
      const words = (visit.c.req.query('q') ?? '').trim().slice(0, longestSearch)
      const [hits, places] = await db.asPublic(
        async tx =>
          [
            words ? await searchEntries(tx, visit.language.locale, words, shownHits) : [],
            words.length > 2 ? await placesNamed(tx, words, shownPlaces) : [],
          ] as const,
      )
      return show(visit, 'search.title', <SearchPage words={words} hits={hits} places={places} />)
    }),
    open('GET', '/luring', visit => show(visit, 'offline.title', <OfflinePage />, { leave: true })),
    ...audioRoutes(house, staff),
    ...machineRoutes(house, known),
  ]
}
