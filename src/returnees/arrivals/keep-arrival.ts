import { randomUUID } from 'node:crypto'
import { initialsOf } from '../../complaints/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, holdRecord, type OfficeKeys, readEntries, writeEntry } from '../../staff/index.ts'
import { arrivalRecord, type Person, type Plan, packed, planContent, unpacked } from '../contents.ts'
import { marksOfPerson } from '../register/register-returnee.ts'
import { type ArrivalMove, arrivalMoves } from './arrival.ts'
import { insertArrivalEvent } from './event-queries.ts'
import {
  arrivalById,
  insertArrival,
  insertArrivalMarks,
  insertArrivalPersons,
  type Journey,
  moveArrivalState,
  updateJourney,
} from './queries.ts'

export interface NewArrival {
  id?: string
  journey: Journey
  plan: Omit<Plan, 'initials'>
  persons: { person: Person; originCode: string | null }[]
  /** The pasted text; nothing when it was written down without one. */
  letter: string
}

/** Keeps an arrival: codes in the clear; the letter, the plan and the people sealed to the office. @returns its id */
export const keepArrival = async (
  { secret }: Pick<House, 'secret'>,
  tx: Tx,
  { officeId, staffId }: { officeId: number; staffId: string | null },
  { id = randomUUID(), journey, plan, persons, letter }: NewArrival,
  sample = false,
): Promise<string> => {
  await insertArrival(tx, id, officeId, staffId, journey, sample)
  const record = arrivalRecord(id)
  await holdRecord(tx, secret, record, officeId)
  const author = staffId ? { authorId: staffId } : {}
  const initials = persons.map(({ person }) => initialsOf(person.name))
  await writeEntry(tx, secret, record, { kind: 'plan', text: packed({ ...plan, initials }), ...author })
  const people = packed(persons.map(({ person }) => person))
  await writeEntry(tx, secret, record, { kind: 'persons', text: people, guarded: true, ...author })
  if (letter)
    await writeEntry(tx, secret, record, {
      kind: 'letter',
      text: packed({ text: letter }),
      guarded: true,
      ...author,
    })
  const rows = persons.map(({ originCode, person }, place) => ({
    id: randomUUID(),
    place,
    originCode,
    person,
  }))
  await insertArrivalPersons(tx, id, rows)
  for (const row of rows) {
    const beside = { originCode: row.originCode, destination: journey.comingFrom }
    await insertArrivalMarks(tx, row.id, marksOfPerson(secret, row.person, beside))
  }
  if (staffId) await insertArrivalEvent(tx, id, staffId, 'kept')
  return id
}

/** Who meets, where, and how they go on. @throws NotFound, Conflict when somebody changed it meanwhile */
export const changePlan = async (
  { secret }: Pick<House, 'secret'>,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  id: string,
  next: { journey: Omit<Journey, 'comingFrom'>; plan: Omit<Plan, 'initials'>; version: number },
): Promise<void> => {
  const entries = await readEntries(tx, arrivalRecord(id), keys)
  const last = entries.findLast(({ kind }) => kind === 'plan')
  if (!last?.text) throw new NotFound()
  if (!(await updateJourney(tx, id, next.journey, next.version)))
    throw new Conflict('complaint.changed-meanwhile')
  const { initials } = unpacked(planContent, last.text)
  await writeEntry(tx, secret, arrivalRecord(id), {
    kind: 'plan',
    text: packed({ ...next.plan, initials }),
    authorId: actor.staffId,
  })
  await insertArrivalEvent(tx, id, actor.staffId, 'planned')
}

/** @throws NotFound; Conflict when the arrival does not stand where this move begins */
export const moveArrival = async (tx: Tx, actor: Actor, id: string, move: ArrivalMove): Promise<void> => {
  if (!(await arrivalById(tx, id))) throw new NotFound()
  const { from, to } = arrivalMoves[move]
  if (!(await moveArrivalState(tx, id, from, to))) throw new Conflict('complaint.changed-meanwhile')
  await insertArrivalEvent(tx, id, actor.staffId, move)
}
