import { record } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import {
  type Actor,
  type Entry,
  type OfficeKeys,
  openGuarded,
  openingsOf,
  readEntries,
  type StaffVisit,
} from '../../staff/index.ts'
import {
  arrivalRecord,
  letterContent,
  type Person,
  type Plan,
  paperContent,
  personsContent,
  planContent,
  unpacked,
} from '../contents.ts'
import { arrivalEventsOf, arrivalLettersOf } from './event-queries.ts'
import { type ProposedCase, proposeCases } from './propose-cases.ts'
import { arrivalById, colleaguesOf, personsOfArrival } from './queries.ts'

export type ShownArrival = Awaited<ReturnType<typeof readArrival>>

/** An arrival for its page. @throws NotFound when it is not this office's; Locked when the password is needed again */
export const readArrival = ({ db }: House, visit: StaffVisit, id: string) =>
  visit.withKeys(keys =>
    db.asActor(visit.actor, async tx => {
      const arrival = await arrivalById(tx, id)
      if (!arrival) throw new NotFound()
      await record(tx, 'arrival.viewed', `/kepulangan/${id}`)
      const entries = await readEntries(tx, arrivalRecord(id), keys)
      const persons = await personsOfArrival(tx, id)
      const proposed: ProposedCase[][] = []
      for (const person of persons)
        proposed.push(person.complaintId ? [] : await proposeCases(tx, person, arrival.comingFrom))
      return {
        arrival,
        plan: planIn(entries),
        persons: persons.map((person, place) => ({ ...person, proposed: proposed[place]! })),
        papers: await papersOf(tx, id, entries),
        events: await arrivalEventsOf(tx, id),
        colleagues: await colleaguesOf(tx, visit.actor.officeId),
        openings: await openingsOf(tx, entryOf(entries, 'persons').id),
      }
    }),
  )

/** Everybody's names and the letter, with a motive that is recorded. @throws NotFound */
export const openPersons = async (
  { secret }: Pick<House, 'secret'>,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  id: string,
  motive: string,
): Promise<{ persons: Person[]; letter: string }> => {
  const record = arrivalRecord(id)
  const entries = await readEntries(tx, record, keys)
  const open = (entry: Entry) => openGuarded(tx, secret, actor, record, entry.id, keys, motive)
  const letter = entries.findLast(({ kind }) => kind === 'letter')
  return {
    persons: unpacked(personsContent, await open(entryOf(entries, 'persons'))),
    letter: letter ? unpacked(letterContent, await open(letter)).text : '',
  }
}

/** A hand-over letter, opened. @throws NotFound */
export const readPaper = async (tx: Tx, keys: OfficeKeys, arrivalId: string, id: number) => {
  const row = (await arrivalLettersOf(tx, arrivalId)).find(one => one.id === id)
  const entry =
    row && (await readEntries(tx, arrivalRecord(arrivalId), keys)).find(one => one.id === row.entryId)
  if (!entry?.text) throw new NotFound()
  return unpacked(paperContent, entry.text)
}

const entryOf = (entries: Entry[], kind: string): Entry => {
  const entry = entries.findLast(one => one.kind === kind)
  if (!entry) throw new NotFound()
  return entry
}

const planIn = (entries: Entry[]): Plan => {
  const { text } = entryOf(entries, 'plan')
  if (!text) throw new NotFound()
  return unpacked(planContent, text)
}

const papersOf = async (tx: Tx, id: string, entries: Entry[]) =>
  (await arrivalLettersOf(tx, id)).flatMap(row => {
    const text = entries.find(entry => entry.id === row.entryId)?.text
    return text ? [{ ...row, number: unpacked(paperContent, text).number }] : []
  })
