import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStandings } from '../../src/insight/risk/read-standings.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn } from '../visitor.ts'

let served: ServedHouse
beforeAll(async () => {
  served = await serveSampleHouse()
})
afterAll(() => served?.end())

const [coordinator, secretary] = ['koordinator@bp3mi.example', 'sekretaris@disnakertrans.example']
const inSigi = 'pimpinan.sigi@kabupaten.example'
const banggaiLaut = '/wawasan/penduduk/72.11'

const enter = (email: string) =>
  signedIn({ url: served.url, password: one => served.house.password(one) }, email)
const textOf = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')
const standing = (code: string) =>
  served.house.db.asActor(
    served.house.as(secretary),
    async tx => (await readStandings(tx, served.house.clock())).standings.find(one => one.code === code)!,
  )
const figure = { people: '80.000', source: 'Dukcapil, semester I 2026', asOf: '2026-06-30' }
const versionOn = (page: string) => /name="version" value="(\d+)"/.exec(page)![1]!

test('a corrected figure counts at once, and what stood there before stays to be read with who wrote it', async () => {
  const person = await enter(coordinator)
  const before = await standing('72.11')
  const version = versionOn(await (await person.get(banggaiLaut)).text())
  expect((await person.post(banggaiLaut, { ...figure, version })).status).toBe(303)
  const after = await standing('72.11')
  expect([before.people, after.people]).toEqual([77_830, 80_000])
  const page = await textOf(await person.get(banggaiLaut))
  for (const said of ['80.000', 'Dukcapil, semester I 2026', '77.830', 'Bima Prasetya', 'Bawaan sistem'])
    expect(page).toContain(said)
  expect(await textOf(await (await enter('sigi@kabupaten.example')).get('/wawasan/penduduk'))).not.toContain(
    '80.000',
  )
})

test('a district reads its own figure and corrects none, neither on the page nor below it', async () => {
  const person = await enter(inSigi)
  const page = await textOf(await person.get('/wawasan/penduduk/72.10'))
  expect(page).toContain('273.460')
  expect(page).not.toContain('name="version"')
  expect((await person.get(banggaiLaut)).status).toBe(404)
  expect((await person.post('/wawasan/penduduk/72.10', { ...figure, version: '1' })).status).toBe(404)
  const { numAffectedRows } = await served.house.db.asActor(served.house.as(inSigi), tx =>
    sql`update populations set people = 1 where code = '72.10'`.execute(tx),
  )
  expect(numAffectedRows).toBe(0n)
  await expect(
    served.house.db.asActor(served.house.as(secretary), tx =>
      sql`insert into populations (code, people, source, as_of) values ('73.71', 1, 'x', '2026-01-01')`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('two who correct the same figure: the second sees what the first saved, and both wishes stay', async () => {
  const [one, two] = [await enter(coordinator), await enter(secretary)]
  const at = '/wawasan/penduduk/72.02'
  const version = versionOn(await (await one.get(at)).text())
  expect((await one.post(at, { ...figure, people: '250.001', version })).status).toBe(303)
  const late = await two.post(at, { ...figure, people: '250.002', version })
  expect(late.status).toBe(409)
  const page = await textOf(late)
  expect(page).toContain('250.001')
  expect(page).toContain('value="250.002"')
  expect((await two.post(at, { ...figure, people: '250.002', version: versionOn(page) })).status).toBe(303)
  expect((await standing('72.02')).people).toBe(250_002)
})

test.each([
  [{ people: 'banyak' }, 'people', 'bilangan bulat'],
  [{ people: '12,5' }, 'people', 'bilangan bulat'],
  [{ people: '900000000' }, 'people', 'Terlalu besar'],
  [{ asOf: '2199-01-01' }, 'asOf', 'belum lewat'],
  [{ asOf: '2026-02-31' }, 'asOf', ''],
  [{ source: '' }, 'source', ''],
])('%o comes back beside its field, with what was typed', async (over, field, said) => {
  const person = await enter(coordinator)
  const sent = { ...figure, version: '1', ...over }
  const answer = await person.post('/wawasan/penduduk/72.03', sent)
  expect(answer.status).toBe(422)
  const page = await textOf(answer)
  expect(page).toMatch(new RegExp(`id="${field}-error".*?${said}`, 's'))
  for (const typed of Object.values(sent).filter(value => value.length > 1))
    expect(page).toContain(`value="${typed}"`)
  expect((await standing('72.03')).people).toBe(318_613)
})

test('a district where nobody lives, or nobody counted, has no rate: it is named, and a first figure can be given', async () => {
  const person = await enter(coordinator)
  const at = '/wawasan/penduduk/72.07'
  await served.house.db.asJob(tx => sql`delete from populations where code = '72.07'`.execute(tx))
  expect((await standing('72.07')).risk).toBeUndefined()
  expect(await textOf(await person.get('/wawasan/penduduk'))).toContain('1 daerah tanpa penduduk')
  const version = versionOn(await (await person.get(at)).text())
  expect((await person.post(at, { ...figure, people: '0', version })).status).toBe(303)
  expect(await standing('72.07')).toMatchObject({ people: 0, risk: undefined, quadrant: 'unknown' })
  for (const page of [
    '/wawasan',
    '/wawasan/wilayah/72.07',
    '/wawasan/wilayah/72.07/lembar.pdf',
    '/kampanye/senyap',
  ])
    expect([page, (await person.get(page)).status]).toEqual([page, 200])
})
