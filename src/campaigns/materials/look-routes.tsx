import { contactsOf, officeById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { designNamed } from '../designs/design.ts'
import { drawVariant, trackedLink } from '../draw-variant.ts'
import { type Format, formats } from '../format.ts'
import { ComparePage } from './compare-page.tsx'
import { PublishedPage } from './published-page.tsx'
import { publicationsOf } from './published-queries.ts'
import { wantedMaterial } from './read-material.ts'

/** The code that previews carry: no duty has it. */
const previewCode = '2222222'

/** Looking at a material: its pictures, two versions beside each other, where it went out. */
export const lookRoutes = (house: House, staff: StaffRoute): Route[] => {
  const crumb = (visit: StaffVisit, title: string) => <a href={`/materi/${idOf(visit.c)}`}>{title}</a>

  return [
    staff('GET', '/materi/:id/banding', { may: 'material.read', audit: 'none' }, async visit => {
      const { material, versions } = await visit.within(tx => wantedMaterial(tx, visit))
      const chosen = (name: string) => versions.find(({ id }) => id === Number(visit.c.req.query(name)))
      const [before, after] = [chosen('a'), chosen('b')]
      if (!before || !after) throw new NotFound()
      return visit.page(
        <ComparePage
          materialId={material.id}
          before={before}
          after={after}
          designName={key => designNamed(house.config.dataDir, key)?.name[visit.language.locale] ?? key}
        />,
        {
          title: visit.language.t('material.compare'),
          crumbs: crumb(visit, material.title),
        },
      )
    }),
    staff('GET', '/materi/:id/tayang', { may: 'material.read', audit: 'none' }, async visit => {
      const { material, languages, rows } = await visit.within(async tx => {
        const found = await wantedMaterial(tx, visit)
        return { ...found, rows: await publicationsOf(tx, found.material.id) }
      })
      return visit.page(<PublishedPage rows={rows} languages={languages.length} />, {
        title: visit.language.t('material.published'),
        crumbs: crumb(visit, material.title),
      })
    }),
    staff('GET', '/materi/:id/:number/:format', { may: 'material.read', audit: 'none' }, async visit => {
      const { c, actor } = visit
      const format = c.req.param('format') as Format
      const { material, versions } = await house.db.asActor(actor, tx => wantedMaterial(tx, visit))
      const version = versions.find(({ number }) => number === idOf(c, 'number'))
      if (!version || !formats.includes(format)) throw new NotFound()
      const [office, contacts] = await visit.within(
        async tx =>
          [(await officeById(tx, actor.officeId))!, await contactsOf(tx, [actor.officeId])] as const,
      )
      const link = trackedLink(house.config.publicUrl, previewCode)
      const drawn = await drawVariant(
        house,
        { version, credit: material.officeName, office, contacts, link },
        format,
      )
      return new Response(new Uint8Array(drawn.bytes), {
        headers: {
          'content-type': drawn.type,
          'cache-control': drawn.recalled ? 'no-store' : 'private, max-age=60',
        },
      })
    }),
  ]
}
