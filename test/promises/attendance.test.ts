import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planActivity, recordedFacts } from '../../src/coordination/index.ts'
import {
  daysNamed,
  forgetAttendance,
  sealOldNames,
} from '../../src/coordination/outreach/forget-attendance.ts'
import { noteAttendance } from '../../src/coordination/outreach/note-attendance.ts'
import { attendanceOf } from '../../src/coordination/outreach/queries.ts'
import { doorMark } from '../../src/coordination/outreach/take-noted.ts'
import { activityForm } from '../../src/coordination/programme/form.ts'
import { sealKept } from '../../src/islands/seal-kept.ts'
import type { Tx } from '../../src/platform/database/database.ts'
import { envelopeKey } from '../../src/platform/vault/index.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let served: ServedHouse
beforeAll(async () => {
  served = await serveSampleHouse()
})
afterAll(() => served?.end())

const [sigi, humas, poso] = ['sigi@kabupaten.example', 'humas@bp3mi.example', 'poso@kabupaten.example']
// Who holds the key of the same office.
const [sigiReader, humasReader] = ['petugas.sigi@kabupaten.example', 'pelindungan@bp3mi.example']

const newSession = (startsOn = '2027-03-02', owners = [sigi!, humas!]) => {
  const actor = served.house.as(owners[0]!)
  const plan = activityForm.parse({
    kind: 'outreach',
    title: 'Sosialisasi di balai desa',
    placeCode: '72.10.05',
    audience: 'families',
    startsOn,
    startTime: '09:00',
    endTime: '12:00',
    timeZone: 'Asia/Makassar',
    owners: owners.map(email => String(served.house.as(email).officeId)),
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
  expect(await listed(id)).toMatchObject([{ sex: 'unsaid', audience: 'families' }])
  const page = await pageOf(sigiReader, id)
  expect(page).toContain(`>${'n'.repeat(80)}<`)
  expect(page).toContain('>Kulawi · ')
  const numberless = await seal(id, entry(sigi!, { form: '' }))
  const elsewhere = await seal(id + 1, entry(sigi!))
  for (const wrong of [numberless, elsewhere, { envelope: new Blob([]) }])
    expect((await send(own, id, wrong))[0]).toBe(422)
  expect(await listed(id)).toHaveLength(1)
})

/** Notes somebody, as the form of the list does. */
const note = (
  email: string,
  id: number,
  over: { name?: string; formId?: string } = {},
  owners = [sigi!, humas!],
) =>
  served.house.db.asActor(served.house.as(email), tx =>
    noteAttendance(
      tx,
      served.house.secret,
      { id, owners: owners.map(owner => ({ id: served.house.as(owner).officeId })) },
      served.house.as(email),
      { name: 'Ani', origin: 'Kulawi', sex: 'f', audience: 'families', formId: randomUUID(), ...over },
    ),
  )

const pageOf = async (email: string, id: number) =>
  (await (await enter(email)).get(`/program/${id}/hadir`)).text()

const sealedNames = (id: number) =>
  served.house.db.asJob(tx =>
    tx
      .selectFrom('vault_entries')
      .select('id')
      .where('record_kind', '=', 'attendance')
      .where('record_id', 'like', `${id}/%`)
      .execute(),
  )

test('a name is read by those who hold the key of an office that held the session then, and by nobody else', async () => {
  const id = await newSession()
  await note(sigi!, id, { name: 'Kenarisatu' })
  for (const reader of [sigiReader, humasReader]) expect(await pageOf(reader, id)).toContain('Kenarisatu')
  for (const counter of [sigi!, humas!]) {
    const page = await pageOf(counter, id)
    expect(page).not.toContain('Kenarisatu')
    expect(page).toContain('Peserta 1')
    expect(page).toContain('Nama tersegel')
  }
  const [row] = await served.house.db.asJob(tx =>
    tx.selectFrom('activity_attendance').selectAll().where('activity_id', '=', id).execute(),
  )
  expect(row).toMatchObject({ name: null, origin: '', sex: 'f', audience: 'families' })

  // Poso holds the session too from here on: it reads what comes, not what was there.
  await served.house.db.asJob(tx =>
    tx
      .insertInto('activity_owners')
      .values({ activity_id: id, office_id: served.house.as(poso!).officeId })
      .execute(),
  )
  await note(sigi!, id, { name: 'Kenaridua' }, [sigi!, humas!, poso!])
  const late = await pageOf('petugas.poso@kabupaten.example', id)
  expect(late).toContain('Kenaridua')
  expect(late).not.toContain('Kenarisatu')
  expect(late).toContain('Peserta 1')
})

test('whoever may write at the own office strikes a slip out, and its sealed name goes with it', async () => {
  const id = await newSession()
  const [slip, right] = [randomUUID(), randomUUID()]
  await note(sigi!, id, { formId: slip })
  await note(sigi!, id, { formId: right })
  const strike = async (email: string) =>
    (await enter(email)).post(`/program/${id}/hadir/coret`, { entry: slip })
  expect((await strike(poso!)).status).toBe(404)
  expect(await sealedNames(id)).toHaveLength(2)
  expect((await strike(humas!)).status).toBe(303)
  expect(await sealedNames(id)).toEqual([{ id: right }])
  expect((await listed(id)).map(({ formId }) => formId)).toEqual([right])
})

test('an office without a key keeps no name, says so before one is typed, and counts all the same', async () => {
  const buol = 'buol@kabupaten.example'
  const id = await newSession('2027-03-02', [buol])
  for (const at of ['hadir', 'hadir/luring'])
    expect(await (await (await enter(buol)).get(`/program/${id}/${at}`)).text()).toContain(
      'Nama tidak disimpan',
    )
  await note(buol, id, {}, [buol])
  expect(await sealedNames(id)).toEqual([])
  expect(await pageOf(buol, id)).toContain('Peserta 1')
  const facts = await served.house.db.asActor(served.house.as(poso!), tx => recordedFacts(tx, id))
  expect(facts!.attendance).toMatchObject({ total: 1 })
})

test('a name in the clear is refused by the database; one that an earlier program left is sealed by the house', async () => {
  const id = await newSession()
  const { staffId } = served.house.as(sigi!)
  const inTheClear = {
    form_id: randomUUID(),
    activity_id: id,
    name: 'Kenarilama',
    origin: 'Kulawi',
    sex: 'f',
    audience: 'families',
    written_by: staffId,
  }
  const row = (tx: Tx) => tx.insertInto('activity_attendance').values(inTheClear).execute()
  await expect(served.house.db.asActor(served.house.as(sigi!), row)).rejects.toThrow(/permission denied/)
  await served.house.db.asJob(row)
  expect(await sealOldNames(served.house)).toBe(1)
  expect(await sealOldNames(served.house)).toBe(0)
  const [kept] = await served.house.db.asJob(tx =>
    tx.selectFrom('activity_attendance').selectAll().where('activity_id', '=', id).execute(),
  )
  expect(kept).toMatchObject({ name: null, origin: '' })
  expect(await pageOf(sigiReader, id)).toContain('Kenarilama')
})

test('names go 90 days after the session, figures stay, and a phone that sends late counts nobody twice', async () => {
  const [old, young] = [await newSession('2026-01-10'), await newSession('2026-01-11')]
  const formId = randomUUID()
  await note(sigi!, old, { formId })
  await note(sigi!, young)
  const end = Temporal.ZonedDateTime.from('2026-01-10T12:00[Asia/Makassar]').toInstant()
  const clock = () => end.add({ hours: daysNamed * 24, seconds: 1 })
  expect(await forgetAttendance({ db: served.house.db, clock })).toBe(1)
  await note(sigi!, old, { formId })
  expect(await sealedNames(old)).toEqual([])
  expect(await sealedNames(young)).toHaveLength(1)
  expect(await listed(old)).toMatchObject([{ list: null }])
  const facts = await served.house.db.asActor(served.house.as(poso!), tx => recordedFacts(tx, old))
  expect(facts!.attendance).toMatchObject({ total: 1, women: 1 })
  const page = await pageOf(sigiReader, old)
  expect(page).toContain('Nama dihapus 90 hari')
  expect(page).not.toContain('Ani')
})
