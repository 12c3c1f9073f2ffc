import { randomUUID } from 'node:crypto'
import { dayOf, toDate } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { FollowUpMonth, Outcome } from '../returnees/follow-ups/follow-up.ts'
import { insertContact } from '../returnees/follow-ups/queries.ts'
import type { Condition } from '../returnees/programmes/condition.ts'
import { unmet } from '../returnees/programmes/condition.ts'
import {
  insertInvitation,
  insertInvitationEvent,
  settleInvitation,
} from '../returnees/programmes/invitation-queries.ts'
import { matcherOf } from '../returnees/programmes/match.ts'
import type { InvitationState, ProgrammeKind } from '../returnees/programmes/programme.ts'
import { insertProgramme } from '../returnees/programmes/queries.ts'
import { returneesLike } from '../returnees/register/queries.ts'
import { readSample } from './read-sample.ts'

interface SampleProgramme {
  office: string
  kind: ProgrammeKind
  title: string
  detail: string
  district: string | null
  /** Days from today, before it when negative. */
  starts: number
  days: number
  places: number
  conditions: Condition[]
  /** What each of the invited said, in the order of matching; the last one stands for the rest. */
  invited: InvitationState[]
  /** By month, what was heard of each who attended; nothing where nobody asked. */
  heard: Partial<Record<`${FollowUpMonth}`, (Outcome | null)[]>>
}

const accepting: Record<InvitationState, InvitationState[]> = {
  invited: [],
  declined: ['declined'],
  accepted: ['accepted'],
  attended: ['accepted', 'attended'],
  missed: ['accepted', 'missed'],
}

/** Invented programmes with people of the sample, some of them asked again, some of them never reached. */
export const loadProgrammes = (house: House, offices: Map<string, number>): Promise<void> =>
  house.db.asJob(async tx => {
    const today = dayOf(house.clock())
    for (const told of readSample<SampleProgramme>('programmes.json'))
      await load(tx, told, today, offices.get(told.office)!, toDate(house.clock()))
  })

const load = async (
  tx: Tx,
  told: SampleProgramme,
  today: Temporal.PlainDate,
  officeId: number,
  now: Date,
) => {
  const starts = today.add({ days: told.starts })
  const { kind, title, detail, places, conditions, district: districtCode } = told
  const by = { officeId, staffId: null, sample: true }
  const [startsOn, endsOn] = [String(starts), String(starts.add({ days: told.days - 1 }))]
  const programme = { kind, title, detail, places, conditions, districtCode, startsOn, endsOn }
  const id = await insertProgramme(tx, { ...programme, state: told.starts < 0 ? 'closed' : 'open' }, by)
  const people = (await returneesLike(tx, {}, 500)).filter(
    person => person.consents.includes('programmes') && unmet(person, conditions, today).length === 0,
  )
  const { matches } = matcherOf(people, today)({ conditions, districtCode }, told.invited.length)
  const attended: { startId: string; returneeId: string; officeId: number }[] = []
  for (const [place, { returnee, reasons }] of matches.entries()) {
    const invitation = randomUUID()
    const holder = people.find(person => person.id === returnee.id)!.ownerOfficeId
    await insertInvitation(tx, {
      id: invitation,
      programmeId: id,
      returneeId: returnee.id,
      officeId: holder,
      reasons,
      at: now,
    })
    await insertInvitationEvent(tx, {
      invitationId: invitation,
      staffId: null,
      from: null,
      to: 'invited',
      at: now,
    })
    let from: InvitationState = 'invited'
    for (const to of accepting[told.invited[place]!]) {
      await settleInvitation(tx, invitation, from, to, now)
      await insertInvitationEvent(tx, { invitationId: invitation, staffId: null, from, to, at: now })
      from = to
    }
    if (from === 'attended') attended.push({ startId: invitation, returneeId: returnee.id, officeId: holder })
  }
  for (const [month, outcomes] of Object.entries(told.heard))
    for (const [place, outcome] of outcomes.entries()) {
      const one = attended[place]
      if (one && outcome) await hear(tx, one, Number(month) as FollowUpMonth, outcome, now)
    }
}

const nothing = { turnover: null, workers: null, licensed: null, leavingAgain: null, entryId: null }

/** An answer came from the person; that nobody answered, somebody of the office must have tried. */
const hear = async (
  tx: Tx,
  one: { startId: string; returneeId: string; officeId: number },
  month: FollowUpMonth,
  outcome: Outcome,
  at: Date,
) => {
  const own = outcome !== 'unreachable'
  const staffId = own ? null : await anyOf(tx, one.officeId)
  if (!own && staffId === null) return
  await insertContact(tx, { ...one, ...nothing, month, outcome, way: own ? 'link' : 'phone', staffId, at })
}

const anyOf = async (tx: Tx, officeId: number): Promise<string | null> =>
  (await tx.selectFrom('staff').select('id').where('office_id', '=', officeId).limit(1).executeTakeFirst())
    ?.id ?? null
