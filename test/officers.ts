import type { OfficeKeys } from '../src/staff/index.ts'
import { grantTo } from '../src/staff/keys/office-key.ts'
import { openKeys, withOfficeKeys } from '../src/staff/keys/with-keys.ts'
import type { SampleHouse } from './house.ts'
import { type Member, newMember, newSession } from './keys.ts'

export interface Officer extends Member {
  officeId: number
  withKeys<T>(work: (keys: OfficeKeys) => Promise<T>): Promise<T>
}

/** A new colleague of a sample person, with the office's keys granted. */
export const officerAt = async (house: SampleHouse, at: string): Promise<Officer> => {
  const member = await newMember(house, at, 'case-officer')
  const granter = house.as(at)
  const session = await newSession(house, granter, house.password(at))
  await openKeys(house, member.actor, member.password, undefined)
  await withOfficeKeys(house, session, keys =>
    house.db.asActor(granter, tx => grantTo(tx, house.secret, granter, keys, member.actor.staffId)),
  )
  const own = await member.signIn()
  return {
    ...member,
    officeId: member.actor.officeId,
    withKeys: work => withOfficeKeys(house, own, work),
  }
}
