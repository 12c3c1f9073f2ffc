import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { reportWith } from '../../../test/sample-report.ts'
import { toDate } from '../../platform/clock/clock.ts'
import { acceptHandling, askReporter } from '../desk/deeds.ts'
import { fileReport } from '../report/file-report.ts'
import { keepTime } from './keep-time.ts'

let house: SampleHouse
let id: string
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())
beforeEach(async () => {
  // Nothing of the tests before: each case stands alone.
  await house.db.asJob(async tx => {
    await tx.deleteFrom('notices').execute()
    await tx.updateTable('complaint_clocks').set({ stopped_at: new Date() }).execute()
  })
  id = (await fileReport(house, randomUUID(), reportWith({ problems: [] }))).complaintId
})

/** Wednesday 25 November 2026, in office hours of Sigi unless another time is told. */
const on = (time = '10:00', day = '2026-11-25') => ({
  ...house,
  clock: () => Temporal.ZonedDateTime.from(`${day}T${time}[Asia/Makassar]`).toInstant(),
})
const dueAt = (moment: string) =>
  house.db.asJob(tx =>
    tx
      .updateTable('complaint_clocks')
      .set({ due_at: new Date(moment), warn_at: new Date(moment) })
      .where('complaint_id', '=', id)
      .execute(),
  )
const notices = (...kinds: string[]) =>
  house.db.asJob(tx =>
    tx
      .selectFrom('notices')
      .innerJoin('staff', 'staff.id', 'notices.staff_id')
      .select(['staff.email', 'notices.kind'])
      .where('complaint_id', '=', id)
      .where('kind', 'in', kinds)
      .orderBy('email')
      .execute(),
  )

describe('a limit that has passed', () => {
  test('is told once, to the officers and the leader, however many processes run the minute at once', async () => {
    await dueAt('2026-11-24T16:00:00Z')
    await Promise.all(Array.from({ length: 4 }, () => keepTime(on())))
    await keepTime(on('10:01'))
    expect(await notices('breached')).toEqual([
      { email: 'petugas.sigi@kabupaten.example', kind: 'breached' },
      { email: 'pimpinan.sigi@kabupaten.example', kind: 'breached' },
    ])
  })

  test('a minute cut off before it is done tells nothing, and the next one tells it', async () => {
    await dueAt('2026-11-24T16:00:00Z')
    const torn = on()
    const cut = {
      ...torn,
      db: {
        ...house.db,
        asJob: <T>(work: Parameters<typeof house.db.asJob<T>>[0]) =>
          house.db.asJob<T>(async tx => {
            const done = await work(tx)
            const told = await tx.selectFrom('notices').select('id').where('complaint_id', '=', id).execute()
            if (told.length > 0) throw new Error('power cut')
            return done
          }),
      },
    }
    await expect(keepTime(cut)).rejects.toThrow('power cut')
    expect(await notices('warned', 'breached')).toEqual([])
    await keepTime(on())
    expect((await notices('warned', 'breached')).map(({ kind }) => kind).toSorted()).toEqual([
      'breached',
      'breached',
      'warned',
    ])
  })

  test('is told although the part of the minute before it fails', async () => {
    await dueAt('2026-11-24T16:00:00Z')
    let transactions = 0
    const asJob: typeof house.db.asJob = work =>
      ++transactions === 2 ? Promise.reject(new Error('an offer that cannot end')) : house.db.asJob(work)
    await expect(keepTime({ ...on(), db: { ...house.db, asJob } })).rejects.toThrow(
      'an offer that cannot end',
    )
    expect(await notices('breached')).toHaveLength(2)
  })

  test('an assignee who is of another office meanwhile is not told; the officers of the holder are', async () => {
    await house.db.asJob(tx =>
      tx
        .updateTable('complaints')
        .set({ assignee_id: house.as('petugas.palu@kabupaten.example').staffId })
        .where('id', '=', id)
        .execute(),
    )
    await dueAt('2026-11-24T16:00:00Z')
    await keepTime(on())
    expect((await notices('warned')).map(({ email }) => email)).toEqual(['petugas.sigi@kabupaten.example'])
  })

  test('of an office where nobody is active any more is told to the leaders of the province and of BP3MI', async () => {
    const active = (yes: boolean) =>
      house.db.asJob(tx =>
        tx
          .updateTable('staff')
          .set({ active: yes })
          .where('office_id', '=', house.as('petugas.sigi@kabupaten.example').officeId)
          .execute(),
      )
    await active(false)
    await dueAt('2026-11-24T16:00:00Z')
    await keepTime(on()).finally(() => active(true))
    const told = await notices('breached')
    expect(told.length).toBeGreaterThanOrEqual(2)
    for (const { email } of told) expect(email).toMatch(/@(bp3mi|disnakertrans)\.example$/)
  })

  test.each([
    ['at night', '21:00', '2026-11-25'],
    ['on a Sunday', '10:00', '2026-11-29'],
    ['on Christmas Day', '10:00', '2026-12-25'],
  ])('waits %s until the office opens', async (_, time, day) => {
    await dueAt('2026-11-24T16:00:00Z')
    await keepTime(on(time, day))
    expect(await notices('warned', 'breached')).toEqual([])
  })
})

describe('the clocks of a case', () => {
  const clocks = () =>
    house.db.asJob(tx =>
      tx
        .selectFrom('complaint_clocks')
        .select(['clock', 'due_at as dueAt', 'stopped_at as stoppedAt'])
        .where('complaint_id', '=', id)
        .orderBy('clock')
        .execute(),
    )
  const sigi = () => house.as('petugas.sigi@kabupaten.example')

  test('the first answer ends the first; the handling has its own; asking stops it', async () => {
    await house.db.asActor(sigi(), tx => acceptHandling(tx, sigi(), id))
    const begun = await clocks()
    expect(begun.map(({ clock, stoppedAt }) => [clock, stoppedAt !== null])).toEqual([
      ['first-response', true],
      ['without-field-check', false],
    ])
    expect(begun[1]!.dueAt!.getTime()).toBeGreaterThan(toDate(house.clock()).getTime())
    await house.db.asActor(sigi(), tx =>
      askReporter(house, tx, sigi(), id, 'Kapan berangkatnya?', 'clarity', []),
    )
    const asked = Object.fromEntries((await clocks()).map(({ clock, dueAt }) => [clock, dueAt]))
    expect(asked['without-field-check']).toBeNull()
    expect(asked['no-clarity']).toBeInstanceOf(Date)
  })
})

describe('letters', () => {
  const refusing = (code: string) => {
    const tried: string[] = []
    const send = async ({ to }: { to: string }) => {
      tried.push(to)
      throw Object.assign(new Error('refused'), { code })
    }
    return { tried, mail: { send } }
  }
  const waiting = () =>
    house.db.asJob(tx => tx.selectFrom('notices').select('id').where('mailed_at', 'is', null).execute())

  test('to one address that is refused keep no other from going out', async () => {
    await dueAt('2026-11-24T16:00:00Z')
    const { tried, mail } = refusing('EENVELOPE')
    await keepTime({ ...on(), mail })
    expect(new Set(tried).size).toBeGreaterThan(1)
    expect((await waiting()).length).toBeGreaterThan(1)
  })

  test('are tried at one address only while there is no mail server, and go out when there is one again', async () => {
    await dueAt('2026-11-24T16:00:00Z')
    const { tried, mail } = refusing('ESOCKET')
    await keepTime({ ...on(), mail })
    expect(tried).toHaveLength(1)
    await keepTime(on('10:01'))
    expect(await waiting()).toEqual([])
  })
})

test('mail names nobody and no case', async () => {
  await dueAt('2026-11-24T16:00:00Z')
  const sent: string[] = []
  const mail = {
    send: async (letter: { to: string; subject: string; text: string }) => {
      sent.push(JSON.stringify(letter))
      return { file: undefined }
    },
  }
  await keepTime({ ...on(), mail })
  const told = [...sent]
  // The sample year has offers open elsewhere; at Sigi the officer and the leader are written to.
  expect(told.filter(letter => letter.includes('sigi@kabupaten.example'))).toHaveLength(2)
  const { number } = await house.db.asJob(tx =>
    tx.selectFrom('complaints').select('number').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  for (const letter of told) {
    expect(letter).toContain('https://sinergi.example.go.id/aduan')
    expect(letter).not.toContain(id)
    expect(letter).not.toMatch(new RegExp(`\\b0*${number}\\b`))
  }
  await keepTime({ ...on('10:02'), mail })
  expect(sent).toEqual(told)
})
