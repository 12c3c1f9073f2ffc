import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let product: Product
let humas: Visitor
let guest: Visitor
beforeAll(async () => {
  product = await startProduct()
  humas = await signedIn(product, 'humas@bp3mi.example')
  guest = visitor(product)
})
afterAll(() => product?.stop())

/** Frames of MPEG audio, 64 kbit/s at 44.1 kHz: 208 bytes each, silent. */
const mp3 = new Uint8Array(
  Array.from({ length: 50 }, () => [0xff, 0xfb, 0x50, 0xc4, ...new Array(204).fill(0)]).flat(),
)
const give = (bytes: Uint8Array<ArrayBuffer>, language = 'lew', name = 'bantuan.mp3') =>
  humas.post('/rekaman', { path: '/bantuan', language, file: new File([bytes], name) })

test('a recording in a regional language is heard by everybody, with its size, from any place in it', async () => {
  expect((await give(mp3)).status).toBe(303)
  const page = await (await guest.get('/bantuan')).text()
  expect(page).toMatch(/Kaili.*10 kB/s)
  expect(page).toContain('preload="none"')
  const address = /src="(\/dengar\/\d+)"/.exec(page)![1]!
  const whole = await guest.get(address)
  expect(whole.headers.get('content-type')).toBe('audio/mpeg')
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(mp3)
  const part = await guest.get(address, { range: 'bytes=100-199' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${mp3.length}`])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(mp3.slice(100, 200))
  expect((await give(mp3)).status).toBe(409)
})

test('what only calls itself a recording is refused, with the choice still there', async () => {
  for (const [bytes, said] of [
    [new TextEncoder().encode('<script>alert(1)</script>'), 'bukan MP3'],
    [new Uint8Array(), 'Pilih berkas suara'],
    [new Uint8Array(3_000_001).fill(1), 'lebih besar dari 3 MB'],
  ] as const) {
    const answer = await give(new Uint8Array(bytes), 'pmf')
    const text = await answer.text()
    expect([answer.status, text.includes(said)]).toEqual([422, true])
    expect(text).toMatch(/value="pmf" selected|selected[^>]*value="pmf"/)
  }
})

test('another office may not take it away, its own may', async () => {
  const id = /\/dengar\/(\d+)/.exec(await (await guest.get('/bantuan')).text())![1]!
  const province = await signedIn(product, 'admin@disnakertrans.example')
  expect((await province.post(`/rekaman/${id}/hapus`, {})).status).toBe(404)
  expect((await guest.get(`/dengar/${id}`)).status).toBe(200)
  expect((await humas.post(`/rekaman/${id}/hapus`, {})).status).toBe(303)
  expect((await guest.get(`/dengar/${id}`)).status).toBe(404)
})
