import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import type { Letter } from '../../platform/mail/mail.ts'
import { moveDuty } from '../duties/move-duty.ts'
import { approvedVersions } from '../materials/list-queries.ts'
import { startCampaign } from '../plan/start-campaign.ts'
import { directDuties } from '../schedule/direct-duties.ts'
import { dutiesIn } from '../schedule/queries.ts'
import { keepDutyReminders } from './keep-reminders.ts'
import { keepSettings, openReminders, putAwayReminders } from './queries.ts'

let house: SampleHouse
let id: number
let sent: Letter[]
const owner = () => house.as('humas@bp3mi.example')
const sigi = () => house.as('sigi@kabupaten.example')

beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())
/** One duty of Sigi, due on Thursday 3 December 2026; nothing of the sample and of the tests before. */
beforeEach(async () => {
  sent = []
  await house.db.asJob(async tx => {
    await tx.updateTable('duties').set({ state: 'accepted' }).execute()
    await tx.deleteFrom('duty_reminders').execute()
    await tx.deleteFrom('digests').execute()
    await tx.updateTable('offices').set({ time_zone: 'Asia/Makassar' }).execute()
    await tx.updateTable('staff').set({ active: true }).execute()
    await tx.updateTable('reminder_settings').set({ mail: true, digest_hour: 8, language: 'id' }).execute()
  })
  const campaign = await house.db.asActor(owner(), async tx => {
    const [version] = await approvedVersions(tx, owner().officeId)
    return startCampaign(tx, owner(), {
      title: 'Pengingat',
      purpose: 'Satu tugas, satu kantor.',
      startsOn: Temporal.PlainDate.from('2026-11-20'),
      endsOn: Temporal.PlainDate.from('2026-12-31'),
      dueOn: Temporal.PlainDate.from('2026-12-03'),
      coOwners: [],
      versions: [version!.id],
      offices: [sigi().officeId],
      channels: ['whatsapp'],
    })
  })
  const [duty] = await house.db.asJob(tx =>
    dutiesIn(tx, { campaignId: campaign, view: 'all' }, new Date(), 9),
  )
  id = duty!.id
})

const on = (day: string, time = '10:00', zone = 'Asia/Makassar') => ({
  ...house,
  clock: () => Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`).toInstant(),
  mail: {
    send: async (letter: Letter) => {
      sent.push(letter)
      return { file: undefined }
    },
  },
})
const told = () =>
  house.db.asJob(async tx =>
    (
      await tx
        .selectFrom('duty_reminders as r')
        .innerJoin('staff as s', 's.id', 'r.staff_id')
        .select(['r.kind', 's.email'])
        .orderBy('r.id')
        .execute()
    ).map(({ kind, email }) => `${kind} ${email.split('@')[0]}`),
  )
const people = async (...roles: string[]) =>
  house.db
    .asJob(tx =>
      tx.selectFrom('staff').select(['email', 'roles', 'office_id']).where('active', '=', true).execute(),
    )
    .then(rows => rows.filter(row => roles.some(role => row.roles.includes(role))))
const direct = (direction: Parameters<typeof directDuties>[4]) =>
  house.db.asActor(owner(), async tx => {
    const duty = await tx.selectFrom('duties').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const seen = { id, dueSeconds: duty.due_at.getTime() / 1000, excused: duty.state === 'excused' }
    await directDuties(tx, owner(), duty.campaign_id, [seen], direction)
  })

test('before, on and after the due day, then the leader, then the province: each once, however many processes run at once', async () => {
  const days = [
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
    '2026-12-03',
    '2026-12-04',
    '2026-12-07',
    '2026-12-08',
    '2026-12-10',
    '2026-12-11',
  ]
  const first: Record<string, string> = {}
  for (const day of days) {
    await Promise.all(Array.from({ length: 3 }, () => keepDutyReminders(on(day))))
    for (const one of await told()) first[one] ??= day
  }
  expect(first['before sigi']).toBe('2026-11-30')
  expect(first['on sigi']).toBe('2026-12-03')
  expect(first['after sigi']).toBe('2026-12-04')
  // Two working days later: Friday and Monday are over on Monday.
  expect(first['leader pimpinan.sigi']).toBe('2026-12-07')
  const above = (await people('leader', 'coordinator')).filter(
    ({ office_id }) => office_id !== sigi().officeId,
  )
  const province = Object.entries(first).filter(([one]) => one.startsWith('province'))
  expect(province.length).toBeGreaterThan(0)
  for (const [one, day] of province) {
    expect(day).toBe('2026-12-10')
    expect(above.map(({ email }) => email.split('@')[0])).toContain(one.split(' ')[1])
  }
  const all = await told()
  expect(new Set(all).size).toBe(all.length)
})

describe('one letter a day and person', () => {
  test('with everything in it, and a way to each duty', async () => {
    await keepDutyReminders(on('2026-12-03'))
    await keepDutyReminders(on('2026-12-03', '11:00'))
    expect(sent.map(({ to }) => to)).toEqual(['sigi@kabupaten.example'])
    expect(sent[0]!.text).toContain(`https://sinergi.example.go.id/tugas/${id}`)
    expect(sent[0]!.subject).toBe('1 tugas tayang menunggu Anda')
  })

  test('from the hour that the person has chosen, and none when they want none; the console always has it', async () => {
    await house.db.asActor(sigi(), tx =>
      keepSettings(tx, sigi().staffId, { mail: true, digestHour: 13, language: 'id' }),
    )
    await keepDutyReminders(on('2026-12-03', '10:00'))
    expect(sent).toEqual([])
    await keepDutyReminders(on('2026-12-03', '13:00'))
    expect(sent).toHaveLength(1)
    await house.db.asActor(sigi(), tx =>
      keepSettings(tx, sigi().staffId, { mail: false, digestHour: 8, language: 'id' }),
    )
    await keepDutyReminders(on('2026-12-04'))
    expect(sent.filter(({ to }) => to === 'sigi@kabupaten.example')).toHaveLength(1)
    const shown = await house.db.asActor(sigi(), tx => openReminders(tx, sigi().staffId))
    expect(shown.map(({ kind }) => kind)).toEqual(['after', 'on'])
    await house.db.asActor(sigi(), tx => putAwayReminders(tx, sigi().staffId, shown[0]!.id, new Date()))
    expect(await house.db.asActor(sigi(), tx => openReminders(tx, sigi().staffId))).toEqual([])
  })

  test('a broken line is tried again with the same letter', async () => {
    const broken = { ...on('2026-12-03'), mail: { send: () => Promise.reject(new Error('no line')) } }
    await keepDutyReminders(broken)
    for (const time of ['10:01', '10:02']) await keepDutyReminders(on('2026-12-03', time))
    expect(sent).toHaveLength(1)
  })
})

test.each([
  ['at night', '2026-12-03', '21:00'],
  ['on a Sunday', '2026-12-06', '10:00'],
  ['on Christmas Day', '2026-12-25', '10:00'],
])('waits %s until the office opens', async (_, day, time) => {
  await keepDutyReminders(on(day, time))
  expect(await told()).toEqual([])
})

test('the hours are those of the office, where it stands', async () => {
  await house.db.asJob(tx =>
    tx.updateTable('offices').set({ time_zone: 'Asia/Jakarta' }).where('id', '=', sigi().officeId).execute(),
  )
  await keepDutyReminders(on('2026-12-03', '08:30'))
  expect(await told()).toEqual([])
  await keepDutyReminders(on('2026-12-03', '08:30', 'Asia/Jakarta'))
  expect(await told()).toEqual(['on sigi'])
})

describe('nobody is reminded of', () => {
  test('what is proven, excused or put off', async () => {
    await house.db.asActor(sigi(), tx => moveDuty(tx, sigi(), id, 'declare'))
    await keepDutyReminders(on('2026-12-04'))
    expect(await told()).toEqual([])
    await house.db.asJob(tx =>
      tx.updateTable('duties').set({ state: 'opened' }).where('id', '=', id).execute(),
    )
    await direct({ deed: 'excuse', reason: 'Kantor terendam' })
    await keepDutyReminders(on('2026-12-04'))
    expect(await told()).toEqual([])
    await direct({ deed: 'resume', reason: 'Kering lagi' })
    await direct({ deed: 'postpone', dueOn: Temporal.PlainDate.from('2026-12-17'), reason: 'Gempa' })
    await keepDutyReminders(on('2026-12-04'))
    expect(await told()).toEqual([])
  })

  test('what was done between the reminder and the letter', async () => {
    await house.db.asActor(sigi(), tx =>
      keepSettings(tx, sigi().staffId, { mail: true, digestHour: 13, language: 'id' }),
    )
    await keepDutyReminders(on('2026-12-03'))
    await house.db.asActor(sigi(), tx => moveDuty(tx, sigi(), id, 'declare'))
    await keepDutyReminders(on('2026-12-03', '13:00'))
    expect(sent).toEqual([])
  })
})

test('the letter speaks the language that the person has chosen, and Indonesian to everybody else', async () => {
  await house.db.asActor(sigi(), tx =>
    keepSettings(tx, sigi().staffId, { mail: true, digestHour: 8, language: 'en' }),
  )
  await keepDutyReminders(on('2026-12-03'))
  const [letter] = sent.filter(({ to }) => to === sigi().email)
  expect(letter!.subject).toBe('1 duty waits for you')
  expect(letter!.text).toContain('Due today')
  await keepDutyReminders(on('2026-12-07'))
  const others = sent.filter(({ to }) => to !== sigi().email)
  expect(others.length).toBeGreaterThan(0)
  for (const { subject } of others) expect(subject).toMatch(/tugas tayang menunggu Anda/)
})

test('put off, a duty is told of again for its new day', async () => {
  await keepDutyReminders(on('2026-12-03'))
  await direct({ deed: 'postpone', dueOn: Temporal.PlainDate.from('2026-12-10'), reason: 'Gempa' })
  await keepDutyReminders(on('2026-12-10'))
  expect(await told()).toEqual(['on sigi', 'on sigi'])
})

test('reminders and settings are one’s own', async () => {
  await keepDutyReminders(on('2026-12-03'))
  const poso = house.as('poso@kabupaten.example')
  expect(await house.db.asActor(poso, tx => openReminders(tx, sigi().staffId))).toEqual([])
  await expect(
    house.db.asActor(poso, tx =>
      keepSettings(tx, sigi().staffId, { mail: false, digestHour: 8, language: 'id' }),
    ),
  ).rejects.toThrow('row-level security')
})
