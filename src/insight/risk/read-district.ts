import { type Contact, contactsOf, type Office, officeById } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { placementsOf } from './queries.ts'
import { readStandings } from './read-standings.ts'
import type { Standing } from './standing.ts'

export interface Placement {
  code: string
  period: string
  kind: 'placed' | 'returned-non-procedural' | 'returned-or-stopped'
  people: number
  source: string
  asOf: string
}

export interface District {
  standing: Standing
  placements: Placement[]
  office: Office
  /** Verified ones only. */
  contacts: Contact[]
}

/** One district as the asker may see it; nothing where it is not theirs to see. */
export const readDistrict = async (
  tx: Tx,
  now: Temporal.Instant,
  code: string,
): Promise<District | undefined> => {
  const { standings } = await readStandings(tx, now)
  const standing = standings.find(one => one.code === code)
  const office = standing && (await officeById(tx, standing.officeId))
  if (!standing || !office) return undefined
  return {
    standing,
    office,
    placements: (await placementsOf(tx, code)) as Placement[],
    contacts: (await contactsOf(tx, [office.id])).filter(({ verifiedOn }) => verifiedOn !== null),
  }
}
