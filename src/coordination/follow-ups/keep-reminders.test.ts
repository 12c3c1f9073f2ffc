import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { askFollowUp } from './ask-follow-up.ts'
import { keepReminders } from './keep-reminders.ts'
import { moveFollowUp } from './move-follow-up.ts'

let house: SampleHouse
let id: number
const asker = () => house.as('sekretaris@disnakertrans.example')
const sigi = () => house.as('sigi@kabupaten.example')

beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())
beforeEach(async () => {
  // Nothing of the sample and of the tests before.
  await house.db.asJob(async tx => {
    await tx.updateTable('follow_ups').set({ state: 'cancelled' }).execute()
    await tx.deleteFrom('follow_up_reminders').execute()
    await tx.updateTable('offices').set({ time_zone: 'Asia/Makassar' }).execute()
  })
  id = await ask()
})

/** Due on Thursday 3 December 2026, asked of Sigi. */
const ask = (personId: string | null = null) =>
  house.db.asActor(asker(), tx =>
    askFollowUp(house, tx, asker(), {
      title: 'Kirim daftar',
      detail: '',
      officeId: sigi().officeId,
      personId,
      meetingId: null,
      blockId: null,
      agreementId: null,
      origin: '',
      dueOn: '2026-12-03',
    }),
  )
const on = (day: string, time = '10:00', zone = 'Asia/Makassar') => ({
  ...house,
  clock: () => Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`).toInstant(),
})
const told = () =>
  house.db.asJob(async tx =>
    (
      await tx
        .selectFrom('follow_up_reminders as r')
        .innerJoin('staff as s', 's.id', 'r.staff_id')
        .select(['r.kind', 's.email'])
        .where('r.follow_up_id', '=', id)
        .orderBy('r.id')
        .orderBy('s.email')
        .execute()
    ).map(({ kind, email }) => `${kind} ${email.split('@')[0]}`),
  )

test('before, on and after the due day, each once to each, however many processes run the minute at once', async () => {
  for (const day of ['2026-11-27', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'])
    await Promise.all(Array.from({ length: 3 }, () => keepReminders(on(day))))
  const all = await told()
  expect(all.toSorted()).toEqual(
    ['before', 'on', 'after'].flatMap(kind => [`${kind} pimpinan.sigi`, `${kind} sigi`]).toSorted(),
  )
})

test('whoever is named is told alone; one who left the office is not', async () => {
  id = await ask(sigi().staffId)
  await keepReminders(on('2026-12-03'))
  expect(await told()).toEqual(['on sigi'])
  await house.db.asJob(tx =>
    tx.updateTable('staff').set({ active: false }).where('id', '=', sigi().staffId).execute(),
  )
  await keepReminders(on('2026-12-04'))
  await house.db.asJob(tx =>
    tx.updateTable('staff').set({ active: true }).where('id', '=', sigi().staffId).execute(),
  )
  expect(await told()).toEqual(['on sigi', 'after pimpinan.sigi'])
})

test.each([
  ['at night', '2026-12-03', '21:00'],
  ['on a Sunday', '2026-12-06', '10:00'],
  ['on Christmas Day', '2026-12-25', '10:00'],
])('waits %s until the office opens', async (_, day, time) => {
  await keepReminders(on(day, time))
  expect(await told()).toEqual([])
})

test('the hours are those of the office, where it stands', async () => {
  await house.db.asJob(tx =>
    tx.updateTable('offices').set({ time_zone: 'Asia/Jakarta' }).where('id', '=', sigi().officeId).execute(),
  )
  await keepReminders(on('2026-12-03', '08:30'))
  expect(await told()).toEqual([])
  await keepReminders(on('2026-12-03', '08:30', 'Asia/Jakarta'))
  expect((await told()).length).toBe(2)
})

test('what is reported done, or cancelled, is no longer asked for', async () => {
  const evidence = { note: 'Sudah dikirim', url: null, fileKey: null, fileType: null }
  await house.db.asActor(sigi(), tx => moveFollowUp(house, tx, sigi(), id, 'report', { evidence }))
  await keepReminders(on('2026-12-04'))
  expect(await told()).toEqual([])
  await house.db.asActor(asker(), tx =>
    moveFollowUp(house, tx, asker(), id, 'return', { note: 'Belum lengkap' }),
  )
  await keepReminders(on('2026-12-04'))
  expect((await told()).length).toBe(2)
})

test('one letter a person, which tells nothing of what it is about; a broken line is tried again', async () => {
  const sent: string[] = []
  const mail = (works: boolean) => ({
    send: async (letter: { to: string; subject: string; text: string }) => {
      if (!works) throw new Error('no line')
      sent.push(JSON.stringify(letter))
      return { file: undefined }
    },
  })
  await keepReminders({ ...on('2026-12-03'), mail: mail(false) })
  expect(sent).toEqual([])
  for (const minute of ['10:01', '10:02'])
    await keepReminders({ ...on('2026-12-03', minute), mail: mail(true) })
  expect(sent).toHaveLength(2)
  for (const letter of sent) {
    expect(letter).toContain('https://sinergi.example.go.id/tindak-lanjut')
    expect(letter).not.toContain('Kirim daftar')
  }
})
