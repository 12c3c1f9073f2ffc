import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let product: Product
let humas: Visitor
let sigi: Visitor
beforeAll(async () => {
  product = await startProduct()
  humas = await signedIn(product, 'humas@bp3mi.example')
  sigi = await signedIn(product, 'sigi@kabupaten.example')
})
afterAll(() => product?.stop())

const words = {
  title: 'Materi uji',
  design: 'artwork',
  language: 'id',
  headline: 'Judul uji',
  points: '',
  callToAction: '',
  caption: 'Teks unggahan yang panjang dari {kantor}: {tautan}',
  altText: 'Gambaran yang panjang.',
  edge: 'bottom',
  fit: 'cover',
}
const file = (content: Uint8Array | string, name: string, type = 'image/png') =>
  new File([content as BlobPart], name, { type })
const send = (artwork: File) => humas.post('/materi/baru', { ...words, form: crypto.randomUUID(), artwork })
const materials = async () =>
  [...(await (await humas.get('/materi')).text()).matchAll(/href="\/materi\/\d+"/g)].length

/** A PNG whose header promises 20,000 x 10,000 pixels in a few kilobytes. */
const bomb = () => {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(20_000, 0)
  header.writeUInt32BE(10_000, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const crc = (bytes: Buffer) => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

describe('artwork', () => {
  test.each([
    ['a text behind a picture name', () => file('bukan gambar', 'poster.png'), 'bukan gambar yang diterima'],
    [
      'a PDF behind a picture name',
      () => file('%PDF-1.7\n1 0 obj', 'poster.jpg', 'image/jpeg'),
      'bukan gambar yang diterima',
    ],
    ['an empty file', () => file('', 'poster.png'), 'kosong'],
    ['a bomb of 200 megapixels', () => file(new Uint8Array(bomb()), 'poster.png'), 'terlalu besar ukurannya'],
    [
      'an SVG with script',
      () => file('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'poster.svg'),
      'bukan gambar yang diterima',
    ],
  ])('%s is refused beside its field, and nothing is made', async (_name, make, message) => {
    const before = await materials()
    const answer = await send(make())
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(message)
    expect(page).toContain('value="Materi uji"')
    expect(page).not.toMatch(/\bat .*\.(ts|js):\d+/)
    expect(await materials()).toBe(before)
  })

  test('a file over 20 MB comes back as a message beside its field', async () => {
    const answer = await send(file(new Uint8Array(20_500_000), 'poster.png'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('terlalu besar')
  })

  test('a good picture makes a material, whatever it is called', async () => {
    const picture = await sharp({ create: { width: 1080, height: 1350, channels: 3, background: '#159' } })
      .webp()
      .toBuffer()
    const answer = await send(file(new Uint8Array(picture), 'poster.exe', 'application/octet-stream'))
    expect(answer.status).toBe(303)
    expect((await humas.get(`${answer.headers.get('location')}/1/story`)).headers.get('content-type')).toBe(
      'image/jpeg',
    )
  })
})

describe('a campaign', () => {
  const plan = (change: object) => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    return {
      form: crypto.randomUUID(),
      title: 'Kampanye uji',
      purpose: 'Tujuan kampanye uji.',
      startsOn: day(0),
      endsOn: day(9),
      dueOn: day(5),
      versions: '1',
      offices: ['4', '5'],
      channels: ['x'],
      ...change,
    }
  }

  test.each([
    ['a due day in the past', { dueOn: '2020-01-02', startsOn: '2020-01-01' }, 'sudah lewat'],
    ['a due day before the start', { dueOn: '2026-01-01' }, 'lebih awal daripada mulainya'],
    ['an end before the start', { endsOn: '2026-01-01', dueOn: '2026-01-01' }, 'berakhir sebelum mulai'],
    ['a day that is none', { dueOn: '31/31/2026' }, 'Tuliskan tanggal'],
    ['no office', { offices: [] }, 'Pilih paling sedikit satu'],
  ])('with %s comes back with a message', async (_name, change, message) => {
    const answer = await humas.post('/kampanye/baru', plan(change))
    expect([answer.status, (await answer.text()).includes(message)]).toEqual([422, true])
  })

  test('with an office named twice gives it one duty', async () => {
    const answer = await humas.post('/kampanye/baru', plan({ offices: ['4', '4', '5'] }))
    expect(answer.status).toBe(303)
    const page = await (await humas.get(answer.headers.get('location')!)).text()
    expect([...page.matchAll(/class="cell/g)].length).toBe(2)
  })

  test('sent twice at the same moment is one campaign', async () => {
    const form = plan({ title: 'Kampanye kembar' })
    const answers = await Promise.all([
      humas.post('/kampanye/baru', form),
      humas.post('/kampanye/baru', form),
      humas.post('/kampanye/baru', form),
    ])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect([...(await (await humas.get('/kampanye')).text()).matchAll(/Kampanye kembar/g)].length).toBe(1)
  })

  test("cannot carry another office's material or one that is not approved", async () => {
    const answer = await humas.post('/kampanye/baru', plan({ versions: '999' }))
    expect(answer.status).toBe(409)
  })
})

describe('a proof', () => {
  const duty = async () => /href="(\/tugas\/\d+)"/.exec(await (await sigi.get('/hari-ini')).text())![1]!
  const addresses = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://x.example/a',
    'bukan alamat',
    '//x.example',
    'http://{x}',
  ]
  test.each(addresses)('at the address %s is refused, and what was typed stays', async url => {
    const poso = await signedIn(product, 'poso@kabupaten.example')
    const own = /href="(\/tugas\/\d+)"/.exec(await (await poso.get('/hari-ini')).text())![1]!
    const answer = await poso.post(`${own}/bukti`, { url })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`value="${url}"`)
  })

  test("for another office's duty finds nothing there, by any door", async () => {
    const own = Number(/\d+/.exec(await duty())![0])
    for (const other of [own - 3, own + 3]) {
      expect((await sigi.get(`/tugas/${other}`)).status).toBe(404)
      expect((await sigi.get(`/tugas/${other}/square`)).status).toBe(404)
      expect((await sigi.post(`/tugas/${other}/bukti`, { url: 'https://x.example/1' })).status).toBe(404)
      expect((await sigi.post(`/tugas/${other}/terima`, {})).status).toBe(404)
    }
  })

  test('decided by two reviewers at once is decided once; the other is told', async () => {
    const reviewers = await Promise.all(
      ['humas@bp3mi.example', 'koordinator@bp3mi.example', 'sekretaris@disnakertrans.example'].map(email =>
        signedIn(product, email),
      ),
    )
    const waiting = /href="(\/tugas\/\d+)"/.exec(await (await humas.get('/tinjau')).text())![1]!
    const answers = await Promise.all(reviewers.map(person => person.post(`${waiting}/terima`, { x: '1' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    const told = await answers.find(({ status }) => status === 409)!.text()
    expect(told).toContain('orang lain lebih dahulu')
  })
})

test('a form from another site is refused', async () => {
  const answer = await sigi.post('/keluar', { x: '1' }, { origin: 'https://jahat.example' })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('datang dari tempat lain')
  expect((await sigi.get('/hari-ini')).status).toBe(200)
})

test('a body beyond all measure is refused with a page that says what to do', async () => {
  const answer = await humas
    .post('/materi/baru', { ...words, artwork: file(new Uint8Array(65_000_000), 'poster.png') })
    .catch(() => undefined)
  // A server may close the connection while the rest still comes; what counts is that it goes on working.
  if (answer) expect(answer.status).toBe(413)
  expect((await visitor(product).get('/')).status).toBe(200)
})
