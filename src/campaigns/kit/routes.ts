import { zipSync } from 'fflate'
import { linksOfDuties } from '../../links/index.ts'
import { contactsOf, officeById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { drawVariant, trackedLink } from '../draw-variant.ts'
import { dutyById } from '../duties/queries.ts'
import { formats } from '../format.ts'
import { materialById, versionById } from '../materials/queries.ts'

/** Everything one duty needs in one file: its office's variant in every format. */
export const kitRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/tugas/:id/paket/unduh', { may: 'duty.read', audit: 'kit.taken' }, async visit => {
    const found = await visit.within(async tx => {
      const duty = await dutyById(tx, idOf(visit.c) ?? 0)
      const version = duty && (await versionById(tx, duty.versionId))
      const [link] = duty ? await linksOfDuties(tx, [duty.id]) : []
      if (!duty || !version || !link) throw new NotFound()
      return {
        slug: duty.slug,
        version,
        office: (await officeById(tx, duty.officeId))!,
        contacts: await contactsOf(tx, [duty.officeId]),
        credit: (await materialById(tx, version.materialId))!.officeName,
        link: trackedLink(house.config.publicUrl, link.code),
      }
    })
    const entries: Record<string, Uint8Array> = {}
    for (const format of formats) {
      const { bytes, type } = await drawVariant(house, found, format)
      entries[`${found.slug}-${format}.${type.split('/')[1]}`] = bytes
    }
    // Pictures and pages are packed already: storing them costs nothing and opens everywhere.
    return new Response(new Uint8Array(zipSync(entries, { level: 0 })), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${found.slug}-${found.office.id}.zip"`,
        'cache-control': 'private, no-store',
      },
    })
  }),
]
