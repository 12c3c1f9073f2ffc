import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { held, remember } from '../programme/plan-activity.ts'
import { changeActivity } from '../programme/queries.ts'
import { writeReport } from './queries.ts'

interface Written {
  /** The version it was written over; 0 where none was yet. */
  version: number
  reached: number | null
  covered: string
  questions: string[]
}

/**
 * Keeps the report of a session, and with it how many were reached.
 * @returns false when a colleague has written it meanwhile: nothing is kept then
 * @throws NotFound when it is not the actor's; Conflict when it was called off
 */
export const keepReport = async (tx: Tx, actor: Actor, id: number, written: Written): Promise<boolean> => {
  const activity = await held(tx, actor, id)
  if (activity.state === 'called-off') throw new Conflict('activity.is-over')
  const { covered, questions, reached } = written
  const kept = await writeReport(tx, id, written.version, { covered, questions, staffId: actor.staffId })
  if (!kept) return false
  if (reached !== activity.reached) await changeActivity(tx, id, activity.version, { reached })
  await remember(tx, actor, id, 'report', activity.state)
  return true
}
