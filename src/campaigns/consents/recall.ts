import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import { forgetVariants } from '../variant-queries.ts'
import { seizeConsents } from './guard-queries.ts'
import { consentById, endConsent } from './queries.ts'
import {
  endExpired,
  hasExpired,
  markRecalled,
  openRemovals,
  recalledVersions,
  stopDuties,
} from './recall-queries.ts'
import { tellOfRemovals } from './tell.ts'

/** So many days an office has to take down what it published. */
const daysToRemove = 2

/**
 * Takes a consent back: from this transaction on no picture that rests on it is shown or kept; the next run of `keepRecalls` does the rest.
 * @throws NotFound for another office's consent, Conflict when it has ended already
 */
export const withdrawConsent = async (
  { clock }: Pick<House, 'clock'>,
  tx: Tx,
  actor: Actor,
  id: number,
  reason: string,
): Promise<void> => {
  const consent = await consentById(tx, id)
  if (!consent || !may(actor, 'consent.keep')) throw new NotFound()
  await seizeConsents(tx)
  if (!(await endConsent(tx, id, reason, toDate(clock())))) throw new Conflict('consent.ended-already')
}

/**
 * What the house does by itself: ends consents that ran out, forgets every variant of what was recalled, stops the duties of what is
 * no longer valid, and asks every office that published it to take it down. Run twice or cut off anywhere, it comes to the same.
 */
export const keepRecalls = async (house: House): Promise<void> => {
  const { db, files, clock } = house
  const [now, today] = [toDate(clock()), dayOf(clock())]
  await db.asJob(async tx => {
    if (await hasExpired(tx, String(today))) {
      await seizeConsents(tx)
      await endExpired(tx, String(today), now)
    }
  })
  await db.asJob(async tx => {
    const recalled = await recalledVersions(tx)
    await stopDuties(tx, recalled, String(today), now)
    if (recalled.length === 0) return
    await seizeConsents(tx)
    for (const key of await forgetVariants(tx, recalled)) await files.remove(key)
    await openRemovals(tx, recalled, now, String(today.add({ days: daysToRemove })))
    await markRecalled(tx, now)
  })
  await tellOfRemovals(house)
}
