import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Entry, type OfficeKeys, readEntries, writeEntry } from '../../staff/index.ts'
import { packed, returneeRecord, unpacked, wordsContent } from '../contents.ts'
import { returneeById } from '../register/queries.ts'
import {
  type Canvas,
  canMove,
  canvasContent,
  type EnterpriseMove,
  enterpriseMoves,
  type Plan,
  planContent,
} from './enterprise.ts'
import { enterpriseOf, insertVisit, keepEnterprise, settleEnterprise, visitsOf } from './queries.ts'

interface By {
  officeId: number
  staffId: string
}
type Some = Pick<House, 'clock' | 'secret'>

/** A person's enterprise: the codes, and what the office's keys open. @throws NotFound when the person is not this office's */
export const readEnterprise = async (tx: Tx, returneeId: string, keys: OfficeKeys) => {
  const returnee = await returneeById(tx, returneeId)
  if (!returnee) throw new NotFound()
  const enterprise = await enterpriseOf(tx, returneeId)
  const entries = await readEntries(tx, returneeRecord(returneeId), keys)
  const visits = enterprise ? await visitsOf(tx, enterprise.id) : []
  return {
    returnee,
    enterprise,
    canvas: contentOf(entries, 'canvas', canvasContent),
    plan: contentOf(entries, 'cash-plan', planContent),
    visits: visits.map(({ onDay, entryId }) => {
      const note = entries.find(({ id }) => id === entryId)?.text
      return { onDay, note: note ? unpacked(wordsContent, note).text : '' }
    }),
  }
}
export type ShownEnterprise = Awaited<ReturnType<typeof readEnterprise>>

const contentOf = <S extends z.ZodType>(
  entries: Entry[],
  kind: string,
  schema: S,
): z.output<S> | undefined => {
  const text = entries.findLast(entry => entry.kind === kind)?.text
  return text ? unpacked(schema, text) : undefined
}

/** The canvas as it is now; earlier ones stay beneath. @throws NotFound */
export const keepCanvas = async (
  { clock, secret }: Some,
  tx: Tx,
  by: By,
  returneeId: string,
  line: string,
  canvas: Canvas,
) => {
  await mustHold(tx, returneeId)
  const { officeId, staffId } = by
  await keepEnterprise(tx, { id: randomUUID(), returneeId, officeId, line, at: toDate(clock()) })
  const record = returneeRecord(returneeId)
  await writeEntry(tx, secret, record, { kind: 'canvas', text: packed(canvas), authorId: staffId })
}

export const keepPlan = async ({ secret }: Some, tx: Tx, by: By, returneeId: string, plan: Plan) => {
  await mustHold(tx, returneeId)
  const entry = { kind: 'cash-plan', text: packed(plan), authorId: by.staffId }
  await writeEntry(tx, secret, returneeRecord(returneeId), entry)
}

/** Begins, stops or goes on; from the first day on it is asked after. @throws NotFound; Conflict */
export const moveEnterprise = async (
  { clock }: Some,
  tx: Tx,
  returneeId: string,
  move: EnterpriseMove,
  day: Temporal.PlainDate,
) => {
  const before = await enterpriseOf(tx, returneeId)
  if (!before) throw new NotFound()
  if (Temporal.PlainDate.compare(day, dayOf(clock())) > 0) throw new Conflict('enterprise.not-ahead')
  const change = {
    state: enterpriseMoves[move].to,
    startedOn: before.startedOn ?? String(day),
    at: toDate(clock()),
  }
  if (!canMove(move, before.state) || !(await settleEnterprise(tx, before.id, before.state, change)))
    throw new Conflict('complaint.changed-meanwhile')
}

/** @throws NotFound; Conflict when the day is still to come */
export const noteVisit = async (
  { clock, secret }: Some,
  tx: Tx,
  by: By,
  returneeId: string,
  day: Temporal.PlainDate,
  note: string,
) => {
  const enterprise = await enterpriseOf(tx, returneeId)
  if (!enterprise) throw new NotFound()
  if (Temporal.PlainDate.compare(day, dayOf(clock())) > 0) throw new Conflict('enterprise.not-ahead')
  const entry = { kind: 'visit', text: packed({ text: note }), authorId: by.staffId }
  const entryId = await writeEntry(tx, secret, returneeRecord(returneeId), entry)
  const { staffId } = by
  await insertVisit(tx, {
    id: randomUUID(),
    enterpriseId: enterprise.id,
    onDay: String(day),
    staffId,
    entryId,
  })
}

const mustHold = async (tx: Tx, returneeId: string) => {
  if ((await returneeById(tx, returneeId))?.state !== 'active') throw new NotFound()
}
