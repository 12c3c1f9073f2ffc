import type { House } from '../../platform/house.ts'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'
import { actorOf } from '../queries.ts'
import { forget, openMemberKey } from './member-key.ts'
import { grantTo, makeOfficeKey, type OfficeKeys, openGrants } from './office-key.ts'

/**
 * Keys for people whose passwords are known because they were made just now: the sample province. Each office's key is made
 * by the first who may hold it, and granted to the others.
 * @returns the open keys by office, for sealed sample records; the caller forgets them with `forgetKeys`
 */
export const openOfficeKeysForSample = async (
  house: House,
  people: { id: string; password: string }[],
): Promise<Map<number, OfficeKeys>> => {
  const opened = new Map<number, OfficeKeys>()
  const first = new Map<number, Actor>()
  for (const { id, password } of people) {
    const actor = (await house.db.asJob(tx => actorOf(tx, id)))!
    if (!may(actor, 'key.hold')) continue
    const { officeId } = actor
    const member = (await openMemberKey(house, actor, password))!
    await house.db.asActor(first.get(officeId) ?? actor, async tx => {
      const granter = first.get(officeId)
      if (granter) return grantTo(tx, house.secret, granter, opened.get(officeId)!, id)
      await makeOfficeKey(tx, house.secret, actor, member)
      opened.set(officeId, await openGrants(tx, actor, member))
      first.set(officeId, actor)
    })
    forget(member)
  }
  return opened
}

export const forgetKeys = (opened: Map<number, OfficeKeys>) => {
  for (const { epochs } of opened.values()) forget(...epochs.values())
}
