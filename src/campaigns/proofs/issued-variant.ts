import { linksOfDuties } from '../../links/index.ts'
import { contactsOf, officeById } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { trackedLink, type VariantOrder } from '../draw-variant.ts'
import { dutyById } from '../duties/queries.ts'
import { materialById, versionById } from '../materials/queries.ts'

export type IssuedOrder = VariantOrder & {
  duty: NonNullable<Awaited<ReturnType<typeof dutyById>>>
  code: string
}

/** What the office of a duty was given to publish, ready to be drawn; nothing when the asker does not see the duty. */
export const issuedVariant = async (
  tx: Tx,
  { publicUrl }: House['config'],
  dutyId: number,
): Promise<IssuedOrder | undefined> => {
  const duty = await dutyById(tx, dutyId)
  const version = duty && (await versionById(tx, duty.versionId))
  const material = version && (await materialById(tx, version.materialId))
  const office = duty && (await officeById(tx, duty.officeId))
  const [link] = await linksOfDuties(tx, [dutyId])
  if (!duty || !version || !material || !office || !link) return undefined
  return {
    duty,
    code: link.code,
    version,
    credit: material.officeName,
    office,
    contacts: await contactsOf(tx, [duty.officeId]),
    link: trackedLink(publicUrl, link.code),
  }
}
