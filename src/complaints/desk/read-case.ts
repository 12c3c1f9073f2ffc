import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Entry, type OfficeKeys, readEntries, type StaffVisit } from '../../staff/index.ts'
import { readingOf } from '../clocks/keep-clocks.ts'
import { clocksOf } from '../clocks/queries.ts'
import { calendarOf } from '../clocks/start-clocks.ts'
import { type Content, caseRecord, unpacked } from '../contents.ts'
import { putAwayOf } from '../notices/queries.ts'
import { complaintById, happeningsOf } from '../queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import type { Workflow } from '../workflow.ts'
import {
  closedBy,
  identityOpeningsOf,
  offersOf,
  officersOf,
  type Standing,
  sharesOf,
  standingOf,
  stepsOf,
} from './case-queries.ts'

export type CaseShown = Awaited<ReturnType<typeof readCase>>

/**
 * A case for the page: what stands in the clear and, where this office may, what is sealed. An offer alone opens nothing.
 * @throws NotFound when it is not there for this office; Locked when the password is needed again
 */
export const readCase = async (house: House, visit: StaffVisit, id: string) => {
  const { actor } = visit
  const standing = await house.db.asActor(actor, tx => standingOf(tx, id, actor.officeId))
  if (!standing) throw new NotFound()
  if (standing === 'offered') return visit.within(tx => gather(house, tx, visit, id, standing))
  try {
    return await visit.withKeys(keys => visit.within(tx => gather(house, tx, visit, id, standing, keys)))
  } catch (error) {
    // Without a grant of a colleague there is still the clear part, and the page says what is missing.
    if (!(error instanceof Conflict && error.key === 'keys.not-granted')) throw error
    return visit.within(tx => gather(house, tx, visit, id, standing))
  }
}

const gather = async (
  house: House,
  tx: Tx,
  { actor }: StaffVisit,
  id: string,
  standing: Standing,
  keys?: OfficeKeys,
) => {
  const complaint = await complaintById(tx, id)
  if (!complaint) throw new NotFound()
  await putAwayOf(tx, actor.staffId, id)
  const events = await happeningsOf(tx, id)
  const { rules } = await currentWorkflow(tx)
  return {
    complaint: { ...complaint, problems: complaint.problems ?? [] },
    standing,
    events,
    rules,
    clocks: await clocksShown(house, tx, id, rules, events),
    offers: await offersOf(tx, id),
    shares: await sharesOf(tx, id),
    steps: await stepsOf(tx, id),
    openings: await identityOpeningsOf(tx, id),
    officers: await officersOf(tx, complaint.ownerOfficeId),
    closedBy: await closedBy(tx, id),
    ...(keys
      ? { isOpen: true, ...sorted(await readEntries(tx, caseRecord(id), keys)) }
      : { isOpen: false, ...nothing }),
  }
}

export type Said = Content<'message'> & { id: string; at: Date }
export type FileShown = Content<'file'> & { id: string; at: Date }

interface Sealed {
  story: (Content<'story'> & { at: Date }) | undefined
  messages: Said[]
  notes: { id: string; at: Date; text: string }[]
  files: FileShown[]
  identities: { id: string; at: Date }[]
}

const nothing: Sealed = { story: undefined, messages: [], notes: [], files: [], identities: [] }

const sorted = (entries: Entry[]): Sealed => {
  const sealed: Sealed = { ...nothing, messages: [], notes: [], files: [], identities: [] }
  for (const { id, at, kind, text } of entries)
    if (kind === 'identity') sealed.identities = [{ id, at }]
    else if (!text) continue
    else if (kind === 'story') sealed.story = { at, ...unpacked('story', text) }
    else if (kind === 'message') sealed.messages.push({ id, at, ...unpacked('message', text) })
    else if (kind === 'note') sealed.notes.push({ id, at, ...unpacked('note', text) })
    else if (kind === 'file') sealed.files.push({ id, at, ...unpacked('file', text) })
  return sealed
}

const clocksShown = async (
  house: House,
  tx: Tx,
  id: string,
  { clocks }: Workflow,
  events: Awaited<ReturnType<typeof happeningsOf>>,
) => {
  const calendar = await calendarOf(tx)
  return (await clocksOf(tx, id)).flatMap(row => {
    const rule = clocks.find(known => known.id === row.clock)
    const reading = rule && readingOf(rule, row.part, events, house.clock(), calendar)
    return rule && reading ? [{ ...row, rule, reading }] : []
  })
}
