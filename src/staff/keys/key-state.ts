import type { Tx } from '../../platform/database/database.ts'
import type { Actor } from '../actor.ts'
import { may, type Role } from '../permissions.ts'
import {
  activeStaffOf,
  currentOfficeKey,
  grantsOf,
  holdersOfEpoch,
  papersOf,
  publicKeysOf,
} from './office-queries.ts'

export type Standing = 'holds' | 'waits' | 'never-came'

export interface KeyState {
  madeOffice: boolean
  holds: boolean
  colleagues: { id: string; name: string; roles: Role[]; standing: Standing }[]
  paper: { state: 'none' | 'unproved' | 'kept'; since: Date | undefined }
}

/** How the key of one's office stands: who holds it, who waits for it, and whether it is on paper. */
export const keyState = async (tx: Tx, actor: Actor): Promise<KeyState> => {
  const current = await currentOfficeKey(tx, actor.officeId)
  const holders = new Set(current && (await holdersOfEpoch(tx, actor.officeId, current.epoch)))
  const keys = await publicKeysOf(tx, actor.officeId)
  const entitled = (await activeStaffOf(tx, actor.officeId)).filter(({ roles }) =>
    may({ roles: roles as Role[], office: actor.office }, 'key.hold'),
  )
  const papers = await papersOf(tx, actor.officeId)
  return {
    madeOffice: current !== undefined,
    holds: (await grantsOf(tx, actor.officeId, actor.staffId)).some(({ epoch }) => epoch === current?.epoch),
    colleagues: entitled.map(({ id, name, roles }) => ({
      id,
      name,
      roles: roles as Role[],
      standing: holders.has(id) ? 'holds' : keys.has(id) ? 'waits' : 'never-came',
    })),
    paper: paperState(papers),
  }
}

const paperState = (papers: { made_at: Date; confirmed_at: Date | null }[]): KeyState['paper'] => {
  const newest = papers.at(-1)
  if (!newest) return { state: 'none', since: undefined }
  if (!newest.confirmed_at) return { state: 'unproved', since: newest.made_at }
  return { state: 'kept', since: newest.confirmed_at }
}
