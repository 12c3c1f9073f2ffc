import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { type Product, startProduct } from '../product.ts'
import { signedIn } from '../visitor.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

const merged = [
  [{ value: 'DAFTAR CONTOH', columnSpan: 3 }, null, null],
  [{ value: 'Perusahaan', columnSpan: 2 }, null, { value: 'Masa izin' }],
  [{ value: 'Nama perusahaan' }, { value: 'Nomor izin' }, { value: 's.d.' }],
  [
    { value: 'PT Uji Karang Putih' },
    { value: 'UJI-77' },
    { value: new Date('2027-01-12'), type: Date, format: 'dd-mm-yyyy' },
  ],
  [{ value: 'PT Uji Kembar' }, { value: 'UJI-77' }, null],
]

test('a list with merged headers goes from file to register and back, over HTTP', async () => {
  const officer = await signedIn(product, 'admin@bp3mi.example')
  const bytes = await writeExcel(merged as never).toBuffer()
  const form = {
    formId: randomUUID(),
    kind: 'company',
    source: 'uji',
    asOf: '2026-11-20',
    file: new File([new Uint8Array(bytes)], 'daftar.xlsx'),
  }
  const sent = await officer.post('/perekrut/impor', form as never)
  const place = sent.headers.get('location')!
  expect((await officer.post('/perekrut/impor', form as never)).headers.get('location')).toBe(place)
  const preview = await (await officer.get(place)).text()
  expect(preview).toContain('PT Uji Karang Putih')
  expect(preview).toContain('Baris 5: Nomor izin')
  for (const _ of [1, 2]) expect((await officer.post(`${place}/terapkan`, {})).status).toBe(303)
  const found = () => officer.get('/perekrut?q=uji+karang+puthi').then(answer => answer.text())
  expect(await found()).toContain('UJI-77')
  expect(await (await officer.get('/perekrut/buka?izin=UJI-77')).text()).toContain('2027-01-12')
  expect((await officer.post(`${place}/batal`, {})).status).toBe(303)
  expect(await found()).not.toContain('UJI-77')
})

test('what is not a sheet comes back with a message and what was typed', async () => {
  const officer = await signedIn(product, 'admin@bp3mi.example')
  const file = new File([new Uint8Array([137, 80, 78, 71, 0, 0])], 'foto.png')
  const answer = await officer.post('/perekrut/impor', {
    formId: randomUUID(),
    kind: 'branch',
    source: 'Sumber uji',
    asOf: '2026-11-20',
    file,
  } as never)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('bukan berkas CSV')
  expect(page).toContain('Sumber uji')
})

test('a district reads the register and finds no way to bring a list', async () => {
  const district = await signedIn(product, 'sigi@kabupaten.example')
  expect(await (await district.get('/perekrut')).text()).not.toContain('/perekrut/impor')
  expect((await district.get('/perekrut/impor')).status).toBe(404)
  expect((await district.get('/perekrut/impor/1')).status).toBe(404)
})
