import { contactsOf, officesById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { drawVariant, trackedLink, type VariantOrder } from '../draw-variant.ts'
import { kitFormats } from '../format.ts'
import { versionById } from '../materials/queries.ts'
import { coverageRows, ownersOf } from '../plan/queries.ts'

/**
 * Draws every office's variants of a campaign in every format, once; what is there already costs a look-up.
 * @param progress told after each picture
 * @returns how many there are, and how many were drawn now
 */
export const drawKit = async (
  house: House,
  campaignId: number,
  progress: (done: number, total: number) => Promise<void>,
) => {
  const orders = await ordersOf(house, campaignId)
  const total = orders.length * kitFormats.length
  let done = 0
  let fresh = 0
  for (const order of orders) {
    for (const format of kitFormats) {
      if ((await drawVariant(house, order, format)).fresh) fresh += 1
      done += 1
    }
    await progress(done, total)
  }
  return { total, fresh }
}

/** One order per office and material: the kit carries the code of the office's first channel. */
const ordersOf = (house: House, campaignId: number): Promise<VariantOrder[]> =>
  house.db.asJob(async tx => {
    const rows = await coverageRows(tx, campaignId)
    const first = [...Map.groupBy(rows, row => `${row.officeId} ${row.versionId}`).values()].map(
      group => group[0]!,
    )
    const officeIds = [...new Set(first.map(({ officeId }) => officeId))]
    const [offices, contacts] = [await officesById(tx, officeIds), await contactsOf(tx, officeIds)]
    const versions = new Map(
      await Promise.all(
        [...new Set(first.map(({ versionId }) => versionId))].map(
          async id => [id, (await versionById(tx, id))!] as const,
        ),
      ),
    )
    const [owner] = await officesById(tx, (await ownersOf(tx, campaignId)).slice(0, 1))
    // What was recalled or is no longer valid belongs to no kit.
    return first
      .filter(({ stoppedWhy }) => !stoppedWhy)
      .map(row => ({
        version: versions.get(row.versionId)!,
        credit: owner!.name,
        office: offices.find(({ id }) => id === row.officeId)!,
        contacts: contacts.filter(({ officeId }) => officeId === row.officeId),
        link: trackedLink(house.config.publicUrl, row.code!),
      }))
  })
