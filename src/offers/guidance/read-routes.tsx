import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import type { Json } from './document.ts'
import { GuidancePage } from './kind-pages.tsx'
import { keptKinds } from './kinds.ts'
import { guidancePeople, versionByNumber, versionsOf } from './queries.ts'
import { inOrder, shapeOf } from './shape.ts'
import { showContent } from './show-content.tsx'
import { kindOf, showKind, showVersion } from './show-guidance.tsx'
import { headsOf } from './version-heads.ts'

/** What officers read of the guidance: kinds, versions, what changed, what it says. */
export const readRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/pedoman', { may: 'guidance.read', audit: 'none' }, async visit => {
    const { t } = visit.language
    const kinds = await visit.within(async tx => {
      const people = await guidancePeople(tx)
      const shown = []
      for (const [kind, { slug, title, lead }] of keptKinds()) {
        const versions = headsOf(await versionsOf(tx, kind), people, t)
        const waiting = versions.filter(({ state }) => state === 'submitted').length
        shown.push({
          slug,
          title,
          lead,
          current: versions.find(({ state }) => state === 'released'),
          waiting,
        })
      }
      return shown
    })
    return visit.page(<GuidancePage kinds={kinds} />, { title: t('nav.guidance'), lead: t('guidance.lead') })
  }),
  staff('GET', '/pedoman/:kind', { may: 'guidance.read', audit: 'none' }, visit => showKind(house, visit)),
  staff('GET', '/pedoman/:kind/isi', { may: 'guidance.read', audit: 'none' }, visit =>
    showContent(house, visit),
  ),
  staff('GET', '/pedoman/:kind/versi/:number', { may: 'guidance.read', audit: 'none' }, visit =>
    showVersion(house, visit),
  ),
  staff('GET', '/pedoman/:kind/versi/:number/json', { may: 'guidance.read', audit: 'none' }, async visit => {
    const [kind, { slug, schema }] = kindOf(visit)
    const version = await visit.within(tx => versionByNumber(tx, kind, idOf(visit.c, 'number') ?? 0))
    if (!version) throw new NotFound()
    return new Response(`${JSON.stringify(inOrder(shapeOf(schema), version.body as Json), null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}-${version.number}.json"`,
        'cache-control': 'no-store',
      },
    })
  }),
]
