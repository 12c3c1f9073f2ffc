import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { keepClocks } from '../clocks/keep-clocks.ts'
import { heldCase } from '../custody/make-offer.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { finishStep, insertStep } from './case-queries.ts'
import { insideNote, note } from './deeds.ts'

interface NewStep {
  step: string
  plannedOn: string | null
  doneOn: string | null
  /** For the offices only, sealed. */
  text: string
}

/** Records a step of handling, planned or done. @throws NotFound, Conflict when the workflow knows no such step */
export const recordStep = async (house: House, tx: Tx, actor: Actor, id: string, step: NewStep) => {
  await heldCase(tx, actor, id)
  const { rules } = await currentWorkflow(tx)
  if (!rules.steps.some(known => known.id === step.step)) throw new Conflict('complaint.changed-meanwhile')
  const entryId = step.text ? await insideNote(house, tx, actor, id, step.text) : null
  const number = await insertStep(tx, {
    complaint_id: id,
    step: step.step,
    planned_on: step.plannedOn,
    done_on: step.doneOn,
    made_by: actor.staffId,
    office_id: actor.officeId,
    entry_id: entryId,
  })
  await told(tx, actor, id, step.step, number, step.doneOn !== null)
}

/** @throws NotFound; Conflict when it is done already */
export const completeStep = async (tx: Tx, actor: Actor, id: string, number: number, doneOn: string) => {
  await heldCase(tx, actor, id)
  const finished = await finishStep(tx, id, number, doneOn)
  if (!finished) throw new Conflict('complaint.changed-meanwhile')
  await told(tx, actor, id, finished.step, number, true)
}

const told = async (tx: Tx, actor: Actor, id: string, step: string, number: number, done: boolean) => {
  await note(tx, actor, id, done ? 'step-done' : 'step-planned', { step, number })
  await keepClocks(tx, id)
}
