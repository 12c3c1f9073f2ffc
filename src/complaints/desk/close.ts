import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type Actor, writeEntry } from '../../staff/index.ts'
import { clocksOf } from '../clocks/queries.ts'
import { caseRecord, packed } from '../contents.ts'
import { heldCase } from '../custody/make-offer.ts'
import { moveComplaint } from '../move-complaint.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import type { Workflow } from '../workflow.ts'
import { closedBy } from './case-queries.ts'
import { insideNote, officerOf } from './deeds.ts'

type Clock = Pick<Awaited<ReturnType<typeof clocksOf>>[number], 'clock' | 'dueAt' | 'stoppedAt'>

/** Grounds that may be used now: one with a clock only when that clock has run out. Withdrawing is the reporter's. */
export const openGrounds = (grounds: Workflow['grounds'], clocks: readonly Clock[], now: Date) =>
  grounds.filter(({ id, clock }) => id !== 'withdrawn' && (clock === null || hasRunOut(clock, clocks, now)))

const hasRunOut = (id: string, clocks: readonly Clock[], now: Date) =>
  clocks.some(({ clock, dueAt, stoppedAt }) => clock === id && !stoppedAt && dueAt !== null && dueAt <= now)

/** Closes a case on a ground, and tells the reporter in the officer's words. @throws NotFound, Conflict */
export const closeCase = async (
  house: House,
  tx: Tx,
  actor: Actor,
  id: string,
  ground: string,
  text: string,
): Promise<void> => {
  await heldCase(tx, actor, id)
  const { rules } = await currentWorkflow(tx)
  const now = new Date(house.clock().epochMilliseconds)
  if (!openGrounds(rules.grounds, await clocksOf(tx, id), now).some(open => open.id === ground))
    throw new Conflict('case.ground-not-yet')
  const entryId = await tell(house, tx, actor, id, text)
  await moveComplaint(tx, officerOf(actor), id, 'close', { entryId, ground })
}

/** Looks at a closure again: opens it, or lets it stand. Never by whoever closed it. @throws NotFound, Conflict */
export const judgeClosure = async (
  house: House,
  tx: Tx,
  actor: Actor,
  id: string,
  verdict: 'reopen' | 'uphold',
  text: string,
  reason: string,
): Promise<void> => {
  await heldCase(tx, actor, id)
  if ((await closedBy(tx, id)) === actor.staffId) throw new Conflict('case.own-closure')
  if (reason) await insideNote(house, tx, actor, id, reason)
  await moveComplaint(tx, officerOf(actor), id, verdict, { entryId: await tell(house, tx, actor, id, text) })
}

const tell = ({ secret }: House, tx: Tx, actor: Actor, id: string, text: string) =>
  writeEntry(tx, secret, caseRecord(id), {
    kind: 'message',
    text: packed('message', { from: 'office', text }),
    authorId: actor.staffId,
  })
