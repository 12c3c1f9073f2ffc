import type { Actor } from '../src/staff/index.ts'
import { grantTo, type OfficeKeys } from '../src/staff/keys/office-key.ts'
import { openKeys, withOfficeKeys } from '../src/staff/keys/with-keys.ts'
import type { SampleHouse } from './house.ts'
import { newMember, newSession } from './keys.ts'

export interface Officer {
  actor: Actor
  withKeys<T>(work: (keys: OfficeKeys) => Promise<T>): Promise<T>
}

/** A new case officer beside a sample person, with the office's keys granted. */
export const newOfficer = async (house: SampleHouse, at: string): Promise<Officer> => {
  const member = await newMember(house, at, 'case-officer')
  const granter = house.as(at)
  const session = await newSession(house, granter, house.password(at))
  await openKeys(house, member.actor, member.password, undefined)
  await withOfficeKeys(house, session, keys =>
    house.db.asActor(granter, tx => grantTo(tx, house.secret, granter, keys, member.actor.staffId)),
  )
  const own = await member.signIn()
  return { actor: member.actor, withKeys: work => withOfficeKeys(house, own, work) }
}
