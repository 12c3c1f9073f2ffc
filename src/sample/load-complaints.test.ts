import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../test/house.ts'
import { newSession } from '../../test/keys.ts'
import { readClock } from '../complaints/clocks/clock.ts'
import { clockEvents } from '../complaints/clocks/clock-history.ts'
import { calendarOf, endOf } from '../complaints/clocks/start-clocks.ts'
import { type ComplaintMove, canMove, complaintMoves } from '../complaints/complaint.ts'
import { caseRecord, unpacked } from '../complaints/contents.ts'
import { currentWorkflow } from '../complaints/report/current-workflow.ts'
import { dayOf, toDate } from '../platform/clock/clock.ts'
import { dayNumber, type WorkingDays } from '../platform/clock/working-days.ts'
import { readEntries } from '../staff/index.ts'
import { withOfficeKeys } from '../staff/keys/with-keys.ts'
import { readStories } from './load-complaints.ts'

const stories = readStories()
let house: SampleHouse
let cases: Awaited<ReturnType<typeof allCases>>
let calendar: WorkingDays
let now: Date
beforeAll(async () => {
  house = await openSampleHouse()
  now = toDate(house.clock())
  cases = await allCases()
  calendar = await house.db.asJob(calendarOf)
}, 300_000)
afterAll(() => house?.end())

const allCases = () =>
  house.db.asJob(async tx => {
    const [complaints, events, problems, clocks] = [
      await tx.selectFrom('complaints').selectAll().orderBy('number').execute(),
      await tx.selectFrom('complaint_events').selectAll().orderBy('id').execute(),
      await tx.selectFrom('complaint_problems').selectAll().execute(),
      await tx.selectFrom('complaint_clocks').selectAll().execute(),
    ]
    const of = <T extends { complaint_id: string }>(rows: T[], id: string) =>
      rows.filter(row => row.complaint_id === id)
    return complaints.map(complaint => ({
      ...complaint,
      events: of(events, complaint.id).map(event => ({
        ...event,
        detail: event.detail as Record<string, unknown>,
      })),
      problems: of(problems, complaint.id).map(({ code }) => code),
      clocks: of(clocks, complaint.id),
    }))
  })

test('every story has become a case that says it is a sample', () => {
  expect(
    cases.map(row => [row.sample, row.origin_code, row.destination, row.channel, row.reporter_role]),
  ).toEqual(stories.map(({ origin, to, channel, role }) => [true, origin, to, channel, role]))
})

test('every case is what its history makes of it: the holder, the state, nothing out of order', () => {
  for (const { number, events, received_at, ...complaint } of cases) {
    const at = `case ${number}`
    expect(events[0], at).toMatchObject({ deed: 'filed', to_state: 'received', at: received_at })
    let state: string = 'received'
    let holder = events[0]!.office_id
    let before = received_at
    for (const event of events) {
      expect(event.at.getTime(), at).toBeGreaterThanOrEqual(before.getTime())
      before = event.at
      if (event.deed in complaintMoves) {
        expect(canMove(event.deed as ComplaintMove, state as never), `${at}: ${event.deed}`).toBe(true)
        state = complaintMoves[event.deed as ComplaintMove].to
        expect(event.to_state, at).toBe(state)
      }
      if (typeof event.detail.holder === 'number') holder = event.detail.holder
    }
    expect(complaint.state, at).toBe(state)
    expect(complaint.owner_office_id, at).toBe(holder)
    expect(before.getTime(), at).toBeLessThanOrEqual(now.getTime())
    expect(complaint.changed_at, at).toEqual(before)
    expect(now.getTime() - received_at.getTime(), at).toBeLessThan(366 * 24 * 3_600_000)
    expect(complaint.closed_at !== null, at).toBe(state === 'closed' || state === 'contested')
  }
  const numbers = cases.map(({ received_at }) => received_at.getTime())
  expect(numbers.map(at => Math.floor(at / 86_400_000))).toEqual(
    numbers.map(at => Math.floor(at / 86_400_000)).sort((a, b) => a - b),
  )
})

test('clocks say what the rule reads from the history', async () => {
  const { rules } = await house.db.asJob(currentWorkflow)
  let running = 0
  for (const { number, events, clocks, problems } of cases) {
    const today = dayNumber(dayOf(events.at(-1)!.at))
    for (const rule of rules.clocks) {
      const row = clocks.find(({ clock }) => clock === rule.id)
      const applies = !rule.onlyFor || rule.onlyFor.some(code => problems.includes(code))
      const reading = readClock(rule.limit, clockEvents(rule, row?.part ?? 0, events), today, calendar)
      const at = `case ${number}, ${rule.id}`
      expect(row !== undefined, at).toBe(applies && reading !== undefined)
      if (!row || !reading) continue
      expect(row.stopped_at !== null, at).toBe(reading.running === 'stopped')
      if (reading.running === 'paused') expect(row.due_at, at).toBeNull()
      if (reading.running !== 'running') continue
      running++
      expect(row.due_at, at).not.toBeNull()
      if (reading.state !== 'breached') expect(row.due_at, at).toEqual(endOf(reading.lastDay))
    }
  }
  expect(running).toBeGreaterThan(10)
})

test('there is something to look at today: leaving soon, offered, overdue, waiting, contested, and outcomes', async () => {
  const open = cases.filter(({ state }) => !['closed', 'merged'].includes(state))
  const soon = open.filter(
    ({ departs_on }) => departs_on && dayNumber(Temporal.PlainDate.from(departs_on)) >= dayNumber(dayOf(now)),
  )
  expect(soon.map(({ urgency }) => urgency)).toEqual(['leaving-soon', 'leaving-soon'])
  const offers = await house.db.asJob(tx => tx.selectFrom('custody_offers').selectAll().execute())
  const { officeId } = house.as('petugas@bp3mi.example')
  const waiting = offers.filter(({ state, to_office_id }) => state === 'open' && to_office_id === officeId)
  expect(waiting.length).toBeGreaterThanOrEqual(2)
  expect(waiting.every(({ answer_by }) => answer_by > now)).toBe(true)
  expect(new Set(offers.map(({ state }) => state))).toEqual(
    new Set(['open', 'accepted', 'rejected', 'expired']),
  )
  expect(open.filter(({ state }) => state === 'waiting').length).toBeGreaterThanOrEqual(5)
  expect(open.filter(({ state }) => state === 'contested').length).toBeGreaterThanOrEqual(2)
  expect(open.filter(({ state }) => state === 'received').length).toBeGreaterThanOrEqual(2)
  const late = open.filter(({ clocks }) =>
    clocks.some(({ due_at, stopped_at }) => due_at && !stopped_at && due_at < now),
  )
  expect(late.length).toBeGreaterThanOrEqual(3)
  const grounds = new Set(cases.map(({ ground }) => ground))
  for (const ground of [
    'departure-averted',
    'returned',
    'wages-paid',
    'money-back',
    'body-returned',
    'papers-incomplete',
  ])
    expect(grounds, ground).toContain(ground)
})

const people = ['pelindungan@bp3mi.example', 'petugas@disnakertrans.example'].concat(
  ['sigi', 'poso', 'palu', 'parimo', 'donggala'].map(desk => `petugas.${desk}@kabupaten.example`),
)

test('what a family wrote opens for the office that holds it, and for no other that never had it', async () => {
  for (const email of people) {
    const actor = house.as(email)
    const session = await newSession(house, actor, house.password(email))
    const mine = cases.filter(({ owner_office_id }) => owner_office_id === actor.officeId)
    const had = cases.filter(({ owner_office_id, events }) =>
      [
        owner_office_id,
        ...events.filter(({ deed }) => !deed.endsWith('-rejected')).map(({ office_id }) => office_id),
      ].includes(actor.officeId),
    )
    await withOfficeKeys(house, session, keys =>
      house.db.asActor(actor, async tx => {
        const reach = await tx
          .selectFrom('vault_entries')
          .select('record_id')
          .where('record_kind', '=', caseRecord('').kind)
          .distinct()
          .execute()
        const ids = new Set(had.map(({ id }) => id))
        expect(
          reach.filter(({ record_id }) => !ids.has(record_id)),
          email,
        ).toEqual([])
        expect(mine.length, email).toBeGreaterThan(0)
        for (const { id, number } of mine) {
          const [first, ...rest] = await readEntries(tx, caseRecord(id), keys)
          expect(first?.kind, `case ${number}`).toBe('story')
          expect(unpacked('story', first!.text!).story).toBe(stories[number - 1]!.story)
          for (const { kind, text } of rest) expect(kind === 'identity').toBe(text === undefined)
        }
      }),
    )
  }
})

test('no word of a story, no name and no telephone stands in the clear anywhere in the database', async () => {
  const { ownerPool } = house.db
  const tables = await ownerPool.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'auth', 'pgboss') and table_name <> 'regions'`,
  )
  const words = stories.flatMap(({ story, who = {} }): string[] => [
    story.slice(0, 30),
    ...Object.values(who as Record<string, string>).filter(
      value => value.length > 9 && /[\s@\d]/.test(value),
    ),
  ])
  expect(words.length).toBeGreaterThan(300)
  for (const { name } of tables.rows) {
    const { rows } = await ownerPool.query(`select string_agg(t::text, ' ') as all from ${name} t`)
    const text: string = rows[0].all ?? ''
    expect(
      words.filter(word => text.includes(word)),
      name,
    ).toEqual([])
  }
})
