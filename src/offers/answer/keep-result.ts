import { newCode } from '../../links/index.ts'
import { type Clock, houseZone, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Answer, withoutPersons } from './answer.ts'
import { deleteExpired, insertResult } from './queries.ts'

export const codeLength = 9
const keptDays = 30

/** Keeps an answer, without persons, under a new code for thirty days. */
export const keepResult = async (tx: Tx, clock: Clock, answer: Answer, officeId: number | undefined) => {
  const code = newCode(codeLength)
  const now = clock()
  const expires = now.toZonedDateTimeISO(houseZone).add({ days: keptDays }).toInstant()
  await insertResult(tx, {
    code,
    answer: withoutPersons(answer),
    officeId,
    madeAt: toDate(now),
    expiresAt: toDate(expires),
  })
  return code
}

export const forgetQueue = 'forget-offer-results'

/** Every night, what has had its thirty days is deleted. */
export const startForgetting = async ({ jobs, db, clock }: House): Promise<void> =>
  jobs.daily(forgetQueue, async () => {
    await db.asJob(tx => deleteExpired(tx, toDate(clock())))
  })
