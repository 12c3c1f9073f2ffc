import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { campaignById, ownersOf } from '../plan/queries.ts'
import { ErrandPage, ErrandsPage } from './pages.tsx'
import { type ErrandKind, errandById, errandsOf, insertErrand } from './queries.ts'
import { errandQueue } from './run-errand.ts'

const files = {
  pdf: { type: 'application/pdf', name: 'rekap.pdf' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'rekap.xlsx' },
} as const

/** Long work for a campaign: its kit and its recaps, with progress that can be left and found again. */
export const recapRoutes = (house: House, staff: StaffRoute): Route[] => {
  const owned = async (visit: StaffVisit) => {
    const id = idOf(visit.c) ?? 0
    const found = await house.db.asActor(visit.actor, async tx => ({
      campaign: await campaignById(tx, id),
      owners: await ownersOf(tx, id),
    }))
    if (!found.campaign || !found.owners.includes(visit.actor.officeId)) throw new NotFound()
    return found.campaign
  }

  const list = (kind: ErrandKind) => async (visit: StaffVisit) => {
    const campaign = await owned(visit)
    const errands = await visit.within(tx => errandsOf(tx, campaign.id, kind))
    const crumbs = <a href={`/kampanye/${campaign.id}`}>{campaign.title}</a>
    const shown = errands.map(errand => ({ ...errand, result: errand.result as Record<string, unknown> }))
    return visit.page(<ErrandsPage campaignId={campaign.id} kind={kind} errands={shown} />, {
      title: visit.language.t(`${kind}.title`),
      crumbs,
    })
  }

  const ask = (kind: ErrandKind) => async (visit: StaffVisit) => {
    const campaign = await owned(visit)
    const { officeId, staffId } = visit.actor
    const id = await visit.within(tx =>
      insertErrand(tx, { kind, campaignId: campaign.id, officeId, askedBy: staffId }),
    )
    await house.jobs.send(errandQueue, { id }, id)
    return goTo(`/pekerjaan/${id}`)
  }

  const errand = async (visit: StaffVisit) => {
    const id = visit.c.req.param('id') ?? ''
    const found = /^[0-9a-f-]{36}$/.test(id) ? await visit.within(tx => errandById(tx, id)) : undefined
    if (!found) throw new NotFound()
    return { ...found, result: found.result as Record<string, unknown> }
  }

  return [
    staff('GET', '/kampanye/:id/rekap', { may: 'recap.make', audit: 'none' }, list('recap')),
    staff('POST', '/kampanye/:id/rekap', { may: 'recap.make', audit: 'recap.asked' }, ask('recap')),
    staff('GET', '/kampanye/:id/kit', { may: 'recap.make', audit: 'none' }, list('kit')),
    staff('POST', '/kampanye/:id/kit', { may: 'recap.make', audit: 'kit.asked' }, ask('kit')),
    staff('GET', '/pekerjaan/:id', { may: 'errand.read', audit: 'none' }, async visit => {
      const found = await errand(visit)
      const going = found.state === 'waiting' || found.state === 'running'
      const title = visit.language.t(`${found.kind as ErrandKind}.title`)
      const crumbs = (
        <a href={`/kampanye/${found.campaignId}/${found.kind === 'kit' ? 'kit' : 'rekap'}`}>{title}</a>
      )
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
