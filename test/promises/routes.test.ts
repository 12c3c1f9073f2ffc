import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../src/app.tsx'
import { type Actor, may } from '../../src/staff/index.ts'
import { enrol } from '../enrol.ts'
import { type Kind, kinds, roles } from '../expected/expectation.ts'
import { expected, openRoutes, staffRoutesOf } from '../expected/index.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let house: SampleHouse
let product: Product
let guest: Visitor
beforeAll(async () => {
  house = await openSampleHouse()
  product = await startProduct()
  guest = visitor(product)
})
afterAll(async () => {
  await house?.end()
  await product?.stop()
})

test('every route is classified, and none that is classified is missing', () => {
  const actual = routesOf(house).map(({ method, path, gate }) => `${gate}: ${method} ${path}`)
  const classified = Object.entries({ open: openRoutes, ...staffRoutesOf }).flatMap(([gate, names]) =>
    names.map(name => `${gate}: ${name}`),
  )
  expect(actual.toSorted()).toEqual(classified.toSorted())
  expect(Object.keys(staffRoutesOf).toSorted()).toEqual(Object.keys(expected).toSorted())
})

test('every deed of staff names a verb for the audit trail', () => {
  const silent = routesOf(house).filter(
    ({ method, gate, audit }) => method === 'POST' && gate !== 'open' && audit === 'none',
  )
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('every permission opens for exactly the roles and offices of the table', () => {
  const wrong = Object.entries(expected).flatMap(([permission, rule]) =>
    roles.flatMap(role =>
      kinds.flatMap(kind => {
        const is = may(
          { roles: [role], office: { kind } } as Pick<Actor, 'roles' | 'office'>,
          permission as never,
        )
        return is === (rule.roles.includes(role) && rule.kinds.includes(kind))
          ? []
          : [`${permission} ${role} ${kind}`]
      }),
    ),
  )
  expect(wrong).toEqual([])
})

const staffRoutes = () => routesOf(house).filter(({ gate }) => gate !== 'open')
const address = (path: string) =>
  path
    .replace(':format', 'square')
    .replace(':file', 'pdf')
    .replace(':version', '1')
    .replace(':number', '1')
    .replace(/:\w+/g, '1')

test('without a session every staff route leads to the sign-in page', async () => {
  for (const { method, path } of staffRoutes()) {
    const answer =
      method === 'GET' ? await guest.get(address(path)) : await guest.post(address(path), { x: '1' })
    expect([method, path, answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([
      method,
      path,
      303,
      '/masuk',
    ])
  }
})

const offices = [
  ['bp3mi', 'admin@bp3mi.example'],
  ['province', 'admin@disnakertrans.example'],
  ['district', 'sigi@kabupaten.example'],
] as const

/** What answers a person who may, by route: pages with 200, forms that come without their fields with 422. */
const answers = (
  kind: Kind,
  office: string,
  duty: string,
): Record<string, [path: string, status: number]> => ({
  'GET /akun': ['/akun', 200],
  'POST /akun/langkah-kedua': ['/akun/langkah-kedua', 422],
  'POST /akun/langkah-kedua/pastikan': ['/akun/langkah-kedua/pastikan', 422],
  'POST /akun/kode-pemulihan': ['/akun/kode-pemulihan', 422],
  'POST /akun/kata-sandi': ['/akun/kata-sandi', 422],
  'GET /kantor': ['/kantor', 200],
  'GET /kantor/:id': [office, 200],
  'POST /kantor/:id': [office, 422],
  'POST /kantor/:id/kontak': [`${office}/kontak`, 422],
  'POST /kantor/:id/logo': [`${office}/logo`, 422],
  'GET /perekrut': ['/perekrut', 200],
  'GET /perekrut/:id': ['/perekrut/1', 200],
  'GET /perekrut/impor': ['/perekrut/impor', 200],
  'POST /perekrut/impor': ['/perekrut/impor', 422],
  'GET /perekrut/impor/:id': ['/perekrut/impor/1', 200],
  'GET /perekrut/impor/:id/beda': ['/perekrut/impor/4/beda', 200],
  'GET /wilayah': ['/wilayah', 200],
  'GET /petugas': ['/petugas', 200],
  'GET /petugas/undang': ['/petugas/undang', 200],
  'POST /petugas/undang': ['/petugas/undang', 422],
  'GET /jejak': ['/jejak', 200],
  'GET /materi': ['/materi', 200],
  'GET /materi/:id': ['/materi/1', 200],
  'GET /materi/:id/:number/:format': ['/materi/1/1/square', 200],
  'GET /materi/baru': ['/materi/baru', 200],
  'POST /materi/baru': ['/materi/baru', 422],
  // The sample material is BP3MI's own: a publicist of another office may change materials, but not this one.
  'GET /materi/:id/ubah': ['/materi/1/ubah', kind === 'bp3mi' ? 200 : 404],
  'POST /materi/:id/ubah': ['/materi/1/ubah', kind === 'bp3mi' ? 422 : 404],
  'POST /materi/:id/versi/:version/return': ['/materi/1/versi/1/return', 422],
  'GET /program': ['/program', 200],
  'GET /program/:id': ['/program/1', 200],
  'GET /program/:id/laporan': ['/program/1/laporan', 200],
  'GET /program/kalender': ['/program/kalender', 200],
  'GET /program/sinkron': ['/program/sinkron', 200],
  'GET /program/ekspor': ['/program/ekspor', 200],
  'GET /program/baru': ['/program/baru', 200],
  'POST /program/baru': ['/program/baru', 422],
  'GET /program/impor': ['/program/impor', 200],
  'POST /program/impor': ['/program/impor', 422],
  'POST /program/sinkron/abaikan': ['/program/sinkron/abaikan', 422],
  // The first sample activity is BP3MI's and Palu's: the province leads the programme, but who came is for the owners alone.
  'GET /program/:id/ubah': ['/program/1/ubah', kind === 'district' ? 404 : 200],
  'POST /program/:id/ubah': ['/program/1/ubah', kind === 'district' ? 404 : 422],
  'GET /program/:id/hadir': ['/program/1/hadir', kind === 'bp3mi' ? 200 : 404],
  'GET /kampanye': ['/kampanye', 200],
  'GET /kampanye/:id': ['/kampanye/1', 200],
  'GET /kampanye/baru': ['/kampanye/baru', 200],
  'POST /kampanye/baru': ['/kampanye/baru', 422],
  'GET /pedoman': ['/pedoman', 200],
  'GET /pedoman/:kind': ['/pedoman/aturan', 200],
  'GET /pedoman/:kind/isi': ['/pedoman/aturan/isi', 200],
  'GET /pedoman/:kind/versi/:number': ['/pedoman/aturan/versi/1', 200],
  'GET /pedoman/:kind/versi/:number/json': ['/pedoman/aturan/versi/1/json', 200],
  'GET /pedoman/:kind/uji': ['/pedoman/aturan/uji', 200],
  'POST /pedoman/:kind/uji': ['/pedoman/aturan/uji', 422],
  'POST /pedoman/:kind/isi': ['/pedoman/aturan/isi', 409],
  'POST /pedoman/:kind/hapus': ['/pedoman/aturan/hapus', 409],
  'POST /pedoman/:kind/pindah': ['/pedoman/aturan/pindah', 409],
  'POST /pedoman/:kind/impor': ['/pedoman/aturan/impor', 422],
  'POST /pedoman/:kind/versi/:number/ajukan': ['/pedoman/aturan/versi/1/ajukan', 422],
  'POST /pedoman/:kind/versi/:number/lepas': ['/pedoman/aturan/versi/1/lepas', 409],
  'POST /pedoman/:kind/versi/:number/kembalikan': ['/pedoman/aturan/versi/1/kembalikan', 422],
  'GET /pedoman/:kind/gabung': ['/pedoman/aturan/gabung', 409],
  'POST /pedoman/:kind/gabung': ['/pedoman/aturan/gabung', 409],
  'GET /aduan': ['/aduan', 200],
  'GET /aduan/baru': ['/aduan/baru', 200],
  'POST /aduan/baru': ['/aduan/baru', 422],
  'GET /hari-ini': ['/hari-ini', 200],
  'GET /tugas/:id': [duty, 200],
  'GET /tugas/:id/:format': [`${duty}/square`, 200],
  'POST /tugas/:id/bukti': [`${duty}/bukti`, 422],
  'GET /tinjau': ['/tinjau', 200],
  'POST /tugas/:id/kembalikan': [`${duty}/kembalikan`, 422],
  'GET /kampanye/:id/rekap': ['/kampanye/1/rekap', 200],
  'GET /kampanye/:id/kit': ['/kampanye/1/kit', 200],
})

describe.each(offices)('at an office of kind %s', (kind, administrator) => {
  let admin: Visitor
  let office: string
  let duty: string
  beforeAll(async () => {
    admin = await signedIn(product, administrator)
    office = `/kantor/${house.as(administrator).officeId}`
    const sigi = await signedIn(product, 'sigi@kabupaten.example')
    duty = /href="(\/tugas\/\d+)"/.exec(await (await sigi.get('/hari-ini')).text())![1]!
  })

  test.each(roles)('%s: let in where the table says so, and the rest is absent', async role => {
    const { officeId } = house.as(administrator)
    const person = await enrol(product, admin, { email: `${role}.${kind}@contoh.example`, officeId, role })
    const ask = (method: string, path: string) =>
      method === 'GET' ? person.get(path) : person.post(path, { x: '1' })
    const known = answers(kind, office, duty)
    let asked = 0
    for (const [permission, names] of Object.entries(staffRoutesOf)) {
      const rule = expected[permission]!
      const allowed = rule.roles.includes(role) && rule.kinds.includes(kind)
      for (const name of names) {
        const [method, path] = name.split(' ') as [string, string]
        // A deed without a form would be done by asking: that it is done at all is for the journeys.
        const [at, status] = allowed ? (known[name] ?? []) : [known[name]?.[0] ?? address(path), 404]
        if (!at) continue
        expect([name, at, (await ask(method, at)).status]).toEqual([name, at, status])
        asked++
      }
    }
    expect(asked).toBeGreaterThan(35)
  })
})
