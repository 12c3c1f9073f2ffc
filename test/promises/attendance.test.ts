import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planActivity, recordedFacts } from '../../src/coordination/index.ts'
import { daysNamed, forgetAttendance } from '../../src/coordination/outreach/forget-attendance.ts'
import { attendanceOf, insertAttendance } from '../../src/coordination/outreach/queries.ts'
import { doorMark } from '../../src/coordination/outreach/take-noted.ts'
import { activityForm } from '../../src/coordination/programme/form.ts'
import { sealKept } from '../../src/islands/seal-kept.ts'
import { envelopeKey } from '../../src/platform/vault/index.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let served: ServedHouse
beforeAll(async () => {
  served = await serveSampleHouse()
})
afterAll(() => served?.end())

const [sigi, humas, poso] = ['sigi@kabupaten.example', 'humas@bp3mi.example', 'poso@kabupaten.example']

const newSession = (startsOn = '2027-03-02') => {
  const actor = served.house.as(sigi!)
  const plan = activityForm.parse({
    kind: 'outreach',
    title: 'Sosialisasi di balai desa',
    placeCode: '72.10.05',
    audience: 'families',
    startsOn,
    startTime: '09:00',
    endTime: '12:00',
    timeZone: 'Asia/Makassar',
    owners: [actor.officeId, served.house.as(humas!).officeId].map(String),
  })
  return served.house.db.asActor(actor, tx => planActivity(tx, actor, plan))
}

const enter = (email: string) =>
  signedIn({ url: served.url, password: one => served.house.password(one) }, email)

const entry = (email: string, over: Record<string, string> = {}) => {
  const form = new FormData()
  const told = {
    form: randomUUID(),
    officer: doorMark(served.house.secret, served.house.as(email)),
    takenAt: '2027-03-02T02:00:00.000Z',
    name: 'Ani',
    origin: 'Kulawi',
    sex: 'f',
    audience: 'families',
    ...over,
  }
  for (const [name, value] of Object.entries(told)) form.append(name, value)
  return form
}

const seal = (id: number, form: FormData) =>
  sealKept(envelopeKey(served.house.secret), `/program/${id}/hadir/luring`, form)

const send = async (who: Visitor, id: number, { envelope }: { envelope: Blob }) => {
  const answer = await who.hand(`/program/${id}/hadir/luring`, envelope)
  return [answer.status, answer.status === 200 ? await answer.text() : '']
}

const listed = (id: number) => served.house.db.asActor(served.house.as(sigi!), tx => attendanceOf(tx, id))

test('an entry sent again counts once, and only the officer who took it can send it', async () => {
  const id = await newSession()
  const sealed = await seal(id, entry(sigi!))
  expect((await send(await enter(humas!), id, sealed))[0]).toBe(409)
  expect((await send(await enter(poso!), id, sealed))[0]).toBe(404)
  expect((await send(visitor(served), id, sealed))[0]).toBe(303)
  expect(await listed(id)).toEqual([])
  const own = await enter(sigi!)
  for (let turn = 0; turn < 2; turn++) expect(await send(own, id, sealed)).toEqual([200, sealed.proof])
  expect(await listed(id)).toHaveLength(1)
})

test('what nobody can correct any more is taken in its plainest form; what is no entry, or sealed for elsewhere, is not', async () => {
  const id = await newSession()
  const own = await enter(sigi!)
  const odd = await seal(
    id,
    entry(sigi!, { name: 'n'.repeat(300), origin: 'Kul\0awi', sex: 'x', audience: 'x', takenAt: 'kemarin' }),
  )
  expect(await send(own, id, odd)).toEqual([200, odd.proof])
  expect(await listed(id)).toMatchObject([
    { name: 'n'.repeat(80), origin: 'Kulawi', sex: 'unsaid', audience: 'families' },
  ])
  const numberless = await seal(id, entry(sigi!, { form: '' }))
  const elsewhere = await seal(id + 1, entry(sigi!))
  for (const wrong of [numberless, elsewhere, { envelope: new Blob([]) }])
    expect((await send(own, id, wrong))[0]).toBe(422)
  expect(await listed(id)).toHaveLength(1)
})

test('names go 90 days after the session, figures stay, and a phone that sends late counts nobody twice', async () => {
  const [old, young] = [await newSession('2026-01-10'), await newSession('2026-01-11')]
  const { staffId: writtenBy } = served.house.as(sigi!)
  const formId = randomUUID()
  const row = { name: 'Ani', origin: 'Kulawi', sex: 'f', audience: 'families', writtenBy }
  const insert = (activityId: number, formId: string) =>
    served.house.db.asActor(served.house.as(sigi!), tx =>
      insertAttendance(tx, { ...row, activityId, formId }),
    )
  await insert(old, formId)
  await insert(young, randomUUID())
  const end = Temporal.ZonedDateTime.from('2026-01-10T12:00[Asia/Makassar]').toInstant()
  const clock = () => end.add({ hours: daysNamed * 24, seconds: 1 })
  expect(await forgetAttendance({ db: served.house.db, clock })).toBe(1)
  await insert(old, formId)
  expect(await listed(old)).toMatchObject([{ name: null, origin: '' }])
  expect(await listed(young)).toMatchObject([{ name: 'Ani', origin: 'Kulawi' }])
  const facts = await served.house.db.asActor(served.house.as(poso!), tx => recordedFacts(tx, old))
  expect(facts!.attendance).toMatchObject({ total: 1, women: 1 })
  const page = await (await (await enter(sigi!)).get(`/program/${old}/hadir`)).text()
  expect(page).toContain('Nama dihapus 90 hari')
})
