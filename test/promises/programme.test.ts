import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { recordedFacts } from '../../src/coordination/index.ts'
import { noteAttendance } from '../../src/coordination/outreach/note-attendance.ts'
import { attendanceOf } from '../../src/coordination/outreach/queries.ts'
import { calendarOf } from '../../src/coordination/programme/calendar.ts'
import { newFeed, officeBehind } from '../../src/coordination/programme/feed.ts'
import { activityForm, valuesOf } from '../../src/coordination/programme/form.ts'
import { moveActivity } from '../../src/coordination/programme/move-activity.ts'
import { planActivity, rewriteActivity } from '../../src/coordination/programme/plan-activity.ts'
import { activityById } from '../../src/coordination/programme/queries.ts'
import { findColumns } from '../../src/coordination/programme/sheet/columns.ts'
import { importById } from '../../src/coordination/programme/sheet/queries.ts'
import { takeIn } from '../../src/coordination/programme/sheet/take-in.ts'
import { leftOutWorkbook, planWorkbook } from '../../src/coordination/programme/sheet/workbook.ts'
import { readSheets } from '../../src/offers/index.ts'
import { languages } from '../../src/platform/i18n/language.tsx'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const sigi = () => house.as('sigi@kabupaten.example')
const poso = () => house.as('poso@kabupaten.example')
const lead = () => house.as('koordinator@bp3mi.example')

const form = (over: Record<string, unknown> = {}) => ({
  kind: 'outreach',
  title: 'Sosialisasi uji',
  placeCode: '72.10.05',
  audience: 'families',
  startsOn: '2027-03-02',
  startTime: '09:00',
  endTime: '12:00',
  timeZone: 'Asia/Makassar',
  owners: [String(sigi().officeId)],
  ...over,
})
const planned = (over = {}, actor = sigi()) =>
  house.db.asActor(actor, tx => planActivity(tx, actor, activityForm.parse(form(over))))
const read = (id: number) => house.db.asActor(lead(), async tx => (await activityById(tx, id))!)

describe('another office', () => {
  test('reads an activity and changes nothing of it, not even by SQL', async () => {
    const id = await planned()
    expect((await house.db.asActor(poso(), tx => activityById(tx, id)))!.title).toBe('Sosialisasi uji')
    await expect(
      house.db.asActor(poso(), tx => moveActivity(tx, poso(), id, 'postpone', 'Tidak boleh', house.clock())),
    ).rejects.toThrow()
    const { numAffectedRows } = await house.db.asActor(poso(), tx =>
      sql`update activities set title = 'Lain' where id = ${id}`.execute(tx),
    )
    expect(numAffectedRows).toBe(0n)
    for (const row of [
      sql`insert into activity_owners values (${id}, ${poso().officeId})`,
      sql`insert into activity_people values (${id}, ${poso().staffId}, 'X')`,
      sql`insert into activity_events (activity_id, staff_id, staff_name, office_id, move, to_state)
          values (${id}, ${poso().staffId}, 'X', ${poso().officeId}, 'hold', 'held')`,
      sql`insert into session_reports values (${id}, 'Karangan', '{}', 1, ${poso().staffId})`,
      sql`insert into activity_attendance (form_id, activity_id, sex, audience, written_by)
          values (gen_random_uuid(), ${id}, 'f', 'public', ${poso().staffId})`,
    ])
      await expect(house.db.asActor(poso(), tx => row.execute(tx))).rejects.toThrow(/row-level security/)
  })

  test('sees how many came, never who', async () => {
    const id = await planned({ title: 'Sosialisasi dengan daftar' })
    const session = { id, owners: [{ id: sigi().officeId }] }
    const entry = { origin: 'Kulawi', sex: 'f', audience: 'families' }
    const twice = crypto.randomUUID()
    // Two phones at two doors, and one of them sends again.
    for (const [formId, name] of [
      [twice, 'Ani'],
      [crypto.randomUUID(), 'Budi'],
      [twice, 'Ani'],
    ] as const)
      await house.db.asActor(sigi(), tx =>
        noteAttendance(tx, house.secret, session, sigi(), { ...entry, formId, name }),
      )
    expect(await house.db.asActor(sigi(), tx => attendanceOf(tx, id))).toHaveLength(2)
    for (const actor of [poso(), lead()]) {
      expect(await house.db.asActor(actor, tx => attendanceOf(tx, id))).toEqual([])
      const facts = await house.db.asActor(actor, tx => recordedFacts(tx, id))
      expect(facts!.attendance).toMatchObject({ total: 2, women: 2, men: 0 })
    }
  })

  test('nobody in particular sees nothing of the programme', async () => {
    const counts = await house.db.asPublic(async tx => {
      const names = [
        'activities',
        'activity_owners',
        'activity_people',
        'activity_attendance',
        'activity_feeds',
      ] as const
      return Promise.all(names.map(name => tx.selectFrom(name).selectAll().execute()))
    })
    expect(counts.flat()).toEqual([])
  })

  test('counts for others: the published view names district, month and kind', async () => {
    const rows = await house.db.asActor(poso(), tx =>
      tx
        .selectFrom('published_activities')
        .selectAll()
        .where('district', '=', '72.10')
        .where('month', '=', '2027-03')
        .execute(),
    )
    expect(rows).toContainEqual(
      expect.objectContaining({ kind: 'outreach', audience: 'families', state: 'planned', activities: 2 }),
    )
  })
})

describe('two who change the same activity', () => {
  test('both keep what only one of them touched; where both wrote, the second chooses', async () => {
    const id = await planned()
    const base = valuesOf(await read(id))
    const write = (over: object) =>
      house.db.asActor(sigi(), tx => rewriteActivity(tx, sigi(), id, base, { ...base, ...over }))
    expect(await write({ venue: 'Balai desa', expected: '40' })).toBeUndefined()
    const clash = await write({ expected: '60', title: 'Judul kedua' })
    expect(clash!.fields).toEqual(['expected'])
    expect([clash!.now.expected, clash!.merged.expected]).toEqual(['40', '60'])
    expect((await read(id)).title).toBe('Sosialisasi uji')
    expect(
      await house.db.asActor(sigi(), tx => rewriteActivity(tx, sigi(), id, clash!.now, clash!.merged)),
    ).toBeUndefined()
    expect(await read(id)).toMatchObject({ venue: 'Balai desa', expected: 60, title: 'Judul kedua' })
  })
})

describe('the calendar of an office', () => {
  const eventOf = (text: string, uid: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text))
    for (const zone of calendar.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone))
    return calendar
      .getAllSubcomponents('vevent')
      .map(component => new ICAL.Event(component))
      .find(event => event.uid === `${uid}@sinergi`)!
  }
  const calendar = async (id: number) => calendarOf('Sigi', [await read(id)], house.config.publicUrl)

  test.each(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])(
    'says the very moment in %s',
    async timeZone => {
      const id = await planned({ title: `Zona ${timeZone}, “kutip”; koma`, timeZone })
      const activity = await read(id)
      const event = eventOf(await calendar(id), activity.uid)
      expect(event.startDate.toJSDate()).toEqual(activity.startsAt)
      expect(event.endDate.toJSDate()).toEqual(activity.endsAt)
      expect(event.startDate.hour).toBe(9)
      const stamp = event.component.getFirstPropertyValue('dtstamp') as ICAL.Time
      expect(Math.abs(stamp.toJSDate().getTime() - activity.changedAt.getTime())).toBeLessThan(1000)
      expect(event.summary).toBe(`Zona ${timeZone}, “kutip”; koma`)
    },
  )

  test('a meeting moved across a year keeps its number and raises its sequence; called off, it is cancelled', async () => {
    const id = await planned({ kind: 'meeting', startsOn: '2026-12-30' })
    const before = await read(id)
    const first = eventOf(await calendar(id), before.uid)
    const base = valuesOf(before)
    const next = { ...base, startsOn: '2027-01-06', endsOn: '2027-01-06' }
    await house.db.asActor(sigi(), tx => rewriteActivity(tx, sigi(), id, base, next))
    const moved = eventOf(await calendar(id), before.uid)
    expect(moved.startDate.toString()).toBe('2027-01-06T09:00:00')
    expect(moved.sequence).toBeGreaterThan(first.sequence)
    await house.db.asActor(sigi(), tx => moveActivity(tx, sigi(), id, 'call-off', 'Batal', house.clock()))
    const ended = eventOf(await calendar(id), before.uid)
    expect(ended.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(ended.sequence).toBeGreaterThan(moved.sequence)
  })

  test('every line is as RFC 5545 wants it', async () => {
    const text = await calendar(
      await planned({ venue: 'Balai desa yang panjang sekali namanya '.repeat(4).trim() }),
    )
    const lines = text.split('\r\n')
    expect(text).not.toMatch(/[^\r]\n/)
    expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([])
    for (const property of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VTIMEZONE', 'BEGIN:VEVENT'])
      expect(lines).toContain(property)
    for (const property of ['PRODID:', 'UID:', 'DTSTAMP:', 'DTSTART;TZID=Asia/Makassar:'])
      expect(lines.some(line => line.startsWith(property))).toBe(true)
  })

  test('a new address ends the former one', async () => {
    const [first, second] = [
      await house.db.asActor(sigi(), tx => newFeed(tx, sigi())),
      await house.db.asActor(sigi(), tx => newFeed(tx, sigi())),
    ]
    expect(await house.db.asJob(tx => officeBehind(tx, first!))).toBeUndefined()
    expect((await house.db.asJob(tx => officeBehind(tx, second!)))!.id).toBe(sigi().officeId)
  })
})

describe('a plan as a sheet', () => {
  const take = async (bytes: Uint8Array, actor = lead()) => {
    const sheets = await readSheets(bytes)
    if (!sheets.ok) throw new Error(sheets.reason)
    const found = findColumns(sheets.sheets)!
    const id = await house.db.asActor(actor, tx => takeIn(tx, actor, 'program.xlsx', found))
    return (await house.db.asActor(actor, tx => importById(tx, id)))!
  }

  test('merged cells and formulas: good rows go in, bad ones come back with a reason', async () => {
    const text = (value: string, more = {}) => ({ value, type: String, ...more })
    const head = [
      'Jenis',
      'Judul',
      'Wilayah',
      'Sasaran',
      'Tanggal',
      'Jam mulai',
      'Jam selesai',
      'Kantor',
      'Target',
    ]
    const date = (value: string) => ({
      value: new Date(`${value}T00:00:00Z`),
      type: Date,
      format: 'dd/mm/yyyy',
    })
    const row = (
      title: string,
      place: string | null,
      day: unknown,
      from = '08.00',
      to = '11.00',
      office = 'Sigi',
    ) => [
      null,
      text(title),
      place === null ? null : text(place),
      text('Keluarga pekerja migran'),
      day,
      text(from),
      text(to),
      text(office),
      { value: 40, type: Number },
    ]
    const merged = row('Baris satu', 'Kulawi, Sigi', date('2027-04-05'))
    merged[0] = text('Sosialisasi', { rowSpan: 7 })
    const bytes = await writeExcelFile([
      {
        data: [
          [text('Rencana kegiatan tahun 2027', { columnSpan: 9 })],
          head.map(title => text(title)),
          merged,
          row('Baris dua', 'Palolo, Sigi', text('12 April 2027')),
          row('Baris tiga', 'Palolo, Sigi', text('31 Februari 2027')),
          row('Baris empat', 'Kulawi, Sigi', date('2027-04-06'), '11.00', '08.00'),
          row('Baris lima', 'Negeri Antah', date('2027-04-06')),
          row('Baris enam', 'Kulawi, Sigi', date('2027-04-06'), '08.00', '11.00', 'Dinas Antah'),
          row('=SUM(A1:A2)', 'Kulawi, Sigi', date('2027-04-06')),
        ] as never,
        sheet: 'Rencana',
      },
    ]).toBuffer()
    const done = await take(bytes)
    expect(done.leftOut.rows.map(({ row, reasons }) => [row, reasons])).toEqual([
      [5, [{ column: 'startsOn', reason: 'plan.row-bad-day' }]],
      [6, [{ column: 'endTime', reason: 'activity.ends-before-start' }]],
      [7, [{ column: 'placeCode', reason: 'activity.place-unknown' }]],
      [8, [{ column: 'owners', reason: 'plan.row-office-unknown' }]],
      [9, [{ column: 'title', reason: 'plan.row-formula' }]],
    ])
    expect(done.taken).toBe(2)
    const [one] = await house.db.asActor(lead(), tx =>
      tx.selectFrom('activities').selectAll().where('title', '=', 'Baris satu').execute(),
    )
    expect(one).toMatchObject({ place_code: '72.10.05', kind: 'outreach', expected: 40 })
    expect(one!.starts_at.toISOString()).toBe('2027-04-05T00:00:00.000Z')

    // What comes back can be mended and brought in: nothing else of it is lost.
    const back = await readSheets(await leftOutWorkbook(done, languages.id))
    if (!back.ok) throw new Error(back.reason)
    expect(back.sheets[0]!.rows).toHaveLength(6)
    expect(back.sheets[0]!.rows[1]!.at(-1)).toContain('bukan tanggal yang ada di kalender')
  })

  test('what is written out can be brought in again, and is known then', async () => {
    const id = await planned({ title: 'Keluar dan masuk', expected: '30', people: [sigi().staffId] })
    const activity = await read(id)
    const bytes = await planWorkbook([activity], languages.id)
    expect((await take(bytes, sigi())).leftOut.rows[0]!.reasons).toEqual([
      { column: 'title', reason: 'plan.row-known' },
    ])
    await house.db.asJob(tx => sql`update activities set title = 'Nama lama' where id = ${id}`.execute(tx))
    expect((await take(bytes, sigi())).taken).toBe(1)
    const again = await house.db.asActor(sigi(), async tx => {
      const { id } = await tx
        .selectFrom('activities')
        .select('id')
        .where('title', '=', 'Keluar dan masuk')
        .executeTakeFirstOrThrow()
      return valuesOf((await activityById(tx, id))!)
    })
    expect(again).toEqual(valuesOf(activity))
  })
})
