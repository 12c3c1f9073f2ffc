import { contactsOf, officeById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Route } from '../../platform/http/route.ts'
import { resized } from '../../platform/images/resized.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { slotsOf } from '../slots/queries.ts'
import { artworkDesign, designNamed, designsOf } from './design.ts'
import { DesignsPage } from './designs-page.tsx'
import { drawExample, previewLink } from './draw-example.ts'

/** The designs there are, each shown as the asking office would have it. */
export const designRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/rancangan', { may: 'material.read', audit: 'none' }, visit => {
    const designs = designsOf(house.config.dataDir).filter(({ key }) => key !== artworkDesign)
    return visit.page(<DesignsPage designs={designs} />, {
      title: visit.language.t('designs.title'),
      crumbs: <a href="/materi">{visit.language.t('nav.materials')}</a>,
    })
  }),
  staff('GET', '/rancangan/:design/:width', { may: 'material.read', audit: 'none' }, async visit => {
    const { actor, c } = visit
    const design = designNamed(house.config.dataDir, c.req.param('design') ?? '')
    const width = Number(c.req.param('width'))
    if (!design || design.key === artworkDesign || !widths.includes(width)) throw new NotFound()
    const names = design.slots.map(({ name }) => name)
    const shown = await visit.within(async tx => ({
      office: (await officeById(tx, actor.officeId))!,
      contacts: await contactsOf(tx, [actor.officeId]),
      slots: await slotsOf(tx, actor.officeId, names),
    }))
    const drawn = await drawExample(house, { ...shown, design, link: previewLink(house.config.publicUrl) })
    return new Response(new Uint8Array(await resized(drawn.bytes, width)), {
      headers: { 'content-type': drawn.type, 'cache-control': 'private, max-age=3600' },
    })
  }),
]

const widths = [432, 720]
