import { insertLinks, newCode } from '../../links/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertDuties, type NewDuty } from '../duties/queries.ts'

/** As many as one statement takes. */
const batch = 2000

/** Gives duties to offices, each with a tracked link of its own, all or none. @returns their ids in the order given */
export const giveDuties = async (tx: Tx, slug: string, duties: NewDuty[]): Promise<number[]> => {
  const ids: number[] = []
  for (let from = 0; from < duties.length; from += batch) {
    const part = duties.slice(from, from + batch)
    const made = await insertDuties(tx, part)
    await insertLinks(
      tx,
      made.map((dutyId, index) => ({ code: newCode(), dutyId, target: targetOf(slug, part[index]!) })),
    )
    ids.push(...made)
  }
  return ids
}

const targetOf = (slug: string, { officeId, versionId }: NewDuty) =>
  `/k/${slug}?kantor=${officeId}&materi=${versionId}`
