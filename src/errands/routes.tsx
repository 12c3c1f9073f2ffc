import type { ComponentChildren } from 'preact'
import { campaignById, ownersOf, periods } from '../campaigns/index.ts'
import type { JsonObject } from '../platform/database/tables.ts'
import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import { readBody } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import { idOf, type Route } from '../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../staff/index.ts'
import { ErrandPage, ErrandsPage } from './pages.tsx'
import { type ErrandKind, errandById, insertErrand, latestErrands } from './queries.ts'
import { errandQueue } from './run-errand.ts'

const files = {
  pdf: { type: 'application/pdf', name: 'rekap.pdf' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'rekap.xlsx' },
} as const

/** The places where errands of each kind are asked for and found again. */
const places = {
  kit: (campaignId: number | null) => `/kampanye/${campaignId}/kit`,
  recap: (campaignId: number | null) => `/kampanye/${campaignId}/rekap`,
  regions: () => '/wilayah',
} as const satisfies Record<ErrandKind, (campaignId: number | null) => string>

/** Long work: the kit and the recaps of a campaign, the regions of the country; its progress can be left and found again. */
export const errandRoutes = (house: House, staff: StaffRoute): Route[] => {
  const owned = async (visit: StaffVisit) => {
    const id = idOf(visit.c) ?? 0
    const found = await house.db.asActor(visit.actor, async tx => ({
      campaign: await campaignById(tx, id),
      owners: await ownersOf(tx, id),
    }))
    if (!found.campaign || !found.owners.includes(visit.actor.officeId)) throw new NotFound()
    return found.campaign
  }

  const show = async (
    visit: StaffVisit,
    kind: ErrandKind,
    campaignId: number | null,
    crumbs?: ComponentChildren,
  ) => {
    const errands = await visit.within(tx => latestErrands(tx, kind, campaignId))
    const shown = errands.map(errand => ({ ...errand, result: errand.result as Record<string, unknown> }))
    const view = <ErrandsPage action={places[kind](campaignId)} kind={kind} errands={shown} />
    return visit.page(view, { title: visit.language.t(`${kind}.title`), crumbs })
  }

  const kits = async (visit: StaffVisit) => {
    const { id, title } = await owned(visit)
    return show(visit, 'kit', id, <a href={`/kampanye/${id}`}>{title}</a>)
  }

  const begin = async (
    visit: StaffVisit,
    kind: ErrandKind,
    campaignId: number | null,
    order: JsonObject = {},
  ) => {
    const { officeId, staffId } = visit.actor
    const id = await visit.within(tx =>
      insertErrand(tx, { kind, campaignId, officeId, askedBy: staffId, order }),
    )
    await house.jobs.send(errandQueue, { id }, id)
    return goTo(`/pekerjaan/${id}`)
  }

  const askKit = async (visit: StaffVisit) => begin(visit, 'kit', (await owned(visit)).id)

  const askRecap = async (visit: StaffVisit) => {
    const { period } = await readBody(visit.c)
    const wanted = periods.find(one => one === period) ?? 'whole'
    return begin(visit, 'recap', (await owned(visit)).id, { period: wanted })
  }

  const errand = async (visit: StaffVisit) => {
    const id = visit.c.req.param('id') ?? ''
    const found = /^[0-9a-f-]{36}$/.test(id) ? await visit.within(tx => errandById(tx, id)) : undefined
    if (!found) throw new NotFound()
    return { ...found, result: found.result as Record<string, unknown> }
  }

  return [
    staff('POST', '/kampanye/:id/rekap', { may: 'recap.make', audit: 'recap.asked' }, askRecap),
    staff('GET', '/kampanye/:id/kit', { may: 'recap.make', audit: 'none' }, kits),
    staff('POST', '/kampanye/:id/kit', { may: 'recap.make', audit: 'kit.asked' }, askKit),
    staff('GET', '/wilayah', { may: 'region.load', audit: 'none' }, visit => show(visit, 'regions', null)),
    staff('POST', '/wilayah', { may: 'region.load', audit: 'region.load-asked' }, visit =>
      begin(visit, 'regions', null),
    ),
    staff('GET', '/pekerjaan/:id', { may: 'errand.read', audit: 'none' }, async visit => {
      const found = await errand(visit)
      const going = found.state === 'waiting' || found.state === 'running'
      const kind = found.kind as ErrandKind
      const title = visit.language.t(`${kind}.title`)
      const crumbs = <a href={places[kind](found.campaignId)}>{title}</a>
      return visit.page(<ErrandPage errand={found} />, { title, crumbs, refresh: going ? 1 : undefined })
    }),
    staff('GET', '/pekerjaan/:id/:file', { may: 'errand.read', audit: 'recap.taken' }, async visit => {
      const wanted = files[visit.c.req.param('file') as keyof typeof files]
      const { result } = await errand(visit)
      const key = result[visit.c.req.param('file') ?? '']
      const bytes = wanted && typeof key === 'string' ? await house.files.get(key) : undefined
      if (!bytes) throw new NotFound()
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': wanted.type,
          'content-disposition': `attachment; filename="${wanted.name}"`,
        },
      })
    }),
  ]
}
