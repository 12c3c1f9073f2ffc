import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let product: Product
let sigi: Visitor
let poso: Visitor
let humas: Visitor
let guest: Visitor
let duty: string
beforeAll(async () => {
  product = await startProduct()
  guest = visitor(product)
  sigi = await signedIn(product, 'sigi@kabupaten.example')
  poso = await signedIn(product, 'poso@kabupaten.example')
  humas = await signedIn(product, 'humas@bp3mi.example')
  const list = await (await sigi.get('/hari-ini')).text()
  duty = /href="(\/tugas\/\d+)"/.exec(list)![1]!
})
afterAll(async () => product?.stop())

const text = async (person: Visitor, path: string) => (await person.get(path)).text()
/** The code of a duty that is still to be published: as its page shows it. */
const codeOfTolitoli = async () => {
  const officer = await signedIn(product, 'tolitoli@kabupaten.example')
  const [, path] = /href="(\/tugas\/\d+)"/.exec(await text(officer, '/hari-ini'))!
  return /\/t\/(\w{7})/.exec(await text(officer, path!))![1]!
}
const plain = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('reach that an office declares', () => {
  const form = crypto.randomUUID()

  test('is asked for beside the duty, and a wrong answer comes back as it was typed', async () => {
    expect(await text(sigi, duty)).toContain(`href="${duty}/jangkauan"`)
    const answer = await sigi.post(`${duty}/jangkauan`, {
      form,
      kind: 'listeners',
      people: 'banyak sekali',
      source: '',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="banyak sekali"')
    expect(page).toContain('Tulis dengan angka saja')
    for (const people of ['-5', '10.000.001', '1,5', '']) {
      const again = await sigi.post(`${duty}/jangkauan`, {
        form,
        kind: 'listeners',
        people,
        source: 'Radio contoh',
      })
      expect([people, again.status]).toEqual([people, 422])
    }
  })

  test('is kept once, with its source, and stands apart from clicks', async () => {
    const before = plain(await text(humas, '/kampanye/1/jangkauan'))
    const told = { form, kind: 'listeners', people: '12.500', source: 'Keterangan Radio Contoh FM' }
    for (let sent = 0; sent < 2; sent++) expect((await sigi.post(`${duty}/jangkauan`, told)).status).toBe(303)
    const page = plain(await text(sigi, `${duty}/jangkauan`))
    expect(page).toContain('12.500 · Keterangan Radio Contoh FM')
    const after = plain(await text(humas, '/kampanye/1/jangkauan'))
    expect(after).toContain('12.500 pendengar')
    const visits = /dibuka ([\d.]+) kali/
    expect(visits.exec(after)![1]).toBe(visits.exec(before)![1])
    expect(await text(sigi, '/jejak')).toContain(`${duty}/jangkauan`)
  })

  test('a later word takes the place of an earlier one, which stays in the history', async () => {
    const told = {
      form: crypto.randomUUID(),
      kind: 'listeners',
      people: '9000',
      source: 'Dikoreksi oleh stasiun',
    }
    expect((await sigi.post(`${duty}/jangkauan`, told)).status).toBe(303)
    const whole = plain(await text(humas, '/kampanye/1/jangkauan'))
    expect(whole).toContain('9.000 pendengar')
    expect(whole).not.toContain('12.500')
    expect(plain(await text(sigi, `${duty}/jangkauan`))).toContain('12.500')
  })

  test('is for the own office alone', async () => {
    const told = { form: crypto.randomUUID(), kind: 'copies', people: '1', source: 'Bukan milik kami' }
    expect((await poso.get(`${duty}/jangkauan`)).status).toBe(404)
    expect((await poso.post(`${duty}/jangkauan`, told)).status).toBe(404)
    expect((await humas.get(`${duty}/jangkauan`)).status).toBe(200)
    expect((await humas.post(`${duty}/jangkauan`, told)).status).toBe(404)
  })
})

describe('the reach of a campaign', () => {
  test('says taps, scans, devices as a range and previews, each apart, by channel and by office', async () => {
    const page = plain(await text(humas, '/kampanye/1/jangkauan'))
    expect(page).toMatch(/dibuka 1\.147 kali: [\d.]+ ketukan dan [\d.]+ pindaian/)
    for (const word of [
      'Kota Palu',
      'Sigi',
      'WhatsApp',
      'Cetak',
      '600 lembar',
      'perangkat, perkiraan',
      'pratinjau oleh mesin',
    ])
      expect(page).toContain(word)
    expect(page).not.toMatch(/\d orang/)
    await expect
      .poll(async () => plain(await text(humas, '/kampanye/1/jangkauan')), { timeout: 30_000, interval: 500 })
      .toMatch(/sekitar [\d.]+–[\d.]+ perangkat/)
  })

  test('of one office it is that office alone; another district sees only its own', async () => {
    const link = /jangkauan\?kantor=(\d+)">Poso</.exec(await text(humas, '/kampanye/1/jangkauan'))!
    const one = plain(await text(humas, `/kampanye/1/jangkauan?kantor=${link[1]}`))
    expect(one).toContain('dibuka 180 kali')
    const own = plain(await text(poso, '/kampanye/1/jangkauan'))
    expect(own).toContain('dibuka 180 kali')
    expect(own).not.toContain('Kota Palu')
    expect((await sigi.get(`/kampanye/1/jangkauan?kantor=${link[1]}`)).status).toBe(404)
    expect((await humas.get('/kampanye/99/jangkauan')).status).toBe(404)
  })
})

describe('coverage by silence', () => {
  test('names the districts that heard nothing this month, the gravest first', async () => {
    const page = plain(await text(humas, '/kampanye/senyap'))
    expect(page).toMatch(/\d+ dari 39 pasangan|semua 39 pasangan/)
    expect(page).toContain('Bobot: rata-rata bagian')
    expect(page).toContain('Penduduk')
  })

  test('a month before anything began says so, and a month to come or none at all does not exist', async () => {
    expect(plain(await text(humas, '/kampanye/senyap?bulan=2020-01'))).toContain(
      'Belum ada yang dapat dibandingkan',
    )
    for (const month of ['2099-01', '2026-13', 'kemarin'])
      expect([month, (await humas.get(`/kampanye/senyap?bulan=${month}`)).status]).toEqual([month, 404])
  })

  test('a district reads of itself alone', async () => {
    const page = plain(await text(sigi, '/kampanye/senyap'))
    expect(page).toContain('Sigi')
    expect(page).not.toContain('Tolitoli')
  })
})

describe('what the public finds', () => {
  test('a gallery to look, choose, download and pass on', async () => {
    const page = await text(guest, '/k')
    const downloads = [...page.matchAll(/href="(\/k\/[^"]+\/unduh\/[^"]+)"/g)].map(match => match[1]!)
    expect(downloads.length).toBeGreaterThanOrEqual(4)
    const file = await guest.get(downloads[0]!)
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="cek-dulu-sebelum-berangkat-\d+-\d+-\w+\.\w+"/,
    )
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
    expect(page).toContain('https://wa.me/?text=')
  })

  test('topic, language and form narrow it down; a choice that fits nothing says so', async () => {
    const only = await text(guest, '/k?topik=cek-dulu-sebelum-berangkat&bahasa=id&format=a3')
    expect(only.match(/\/unduh\//g)).toHaveLength(1)
    expect(only).toContain('/unduh/a3')
    expect(plain(await text(guest, '/k?bahasa=en'))).toContain('Tidak ada bahan dengan pilihan ini')
    expect((await guest.get(`/k?topik=${encodeURIComponent("' or 1=1 --")}&lembar=99`)).status).toBe(200)
  })

  test('a link that is passed on shows the card of the office it came from', async () => {
    const to = (await guest.get(`/t/${await codeOfTolitoli()}`)).headers.get('location')!
    const page = await text(guest, to)
    const meta = (name: string) =>
      new RegExp(`property="${name}" content="([^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&')
    const office = new URL(to, product.url).searchParams.get('kantor')
    expect(meta('og:url')).toContain(`kantor=${office}`)
    expect(meta('og:image')).toMatch(new RegExp(`/k/[^/]+/\\d+/${office}/kartu$`))
    expect(meta('og:title')).toBe(`${/<h1[^>]*>([^<]+)<\/h1>/.exec(page)![1]} · Sinergi`)
    expect(meta('og:description')).toMatch(/Tanya gratis ke .*Tolitoli/)
    const card = await guest.get(new URL(meta('og:image')!).pathname)
    expect(card.headers.get('content-type')).toMatch(/^image\/(png|jpeg)$/)
    expect((await card.arrayBuffer()).byteLength).toBeLessThan(600_000)
    expect([meta('og:image:width'), meta('og:image:height')]).not.toContain(undefined)
  })

  test('the feeds of campaigns hold to their specifications', async () => {
    const json = await guest.get('/k/umpan.json')
    expect(json.headers.get('content-type')).toContain('application/feed+json')
    const read = JsonFeed.parse(await json.json())
    expect(read.items.length).toBeGreaterThan(0)
    expect((await guest.get(new URL(read.items[0]!.url).pathname)).status).toBe(200)
    const atom = await text(guest, '/k/umpan.atom')
    const [head, ...entries] = atom.split('<entry')
    expect(entries).toHaveLength(read.items.length)
    for (const name of ['id', 'title', 'updated'])
      expect(head!.match(new RegExp(`<${name}>`, 'g'))).toHaveLength(1)
    for (const entry of entries)
      for (const name of ['id', 'title', 'updated', 'published', 'summary'])
        expect(entry.match(new RegExp(`<${name}>`, 'g')), name).toHaveLength(1)
    expect(atom).toContain('<author><name>BP3MI Sulawesi Tengah</name></author>')
    expect(atom.match(/<[a-z]+[ >]/g)!.length - atom.match(/<link /g)!.length).toBe(
      atom.match(/<\//g)!.length,
    )
  })
})

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: what is required, and nothing that it does not name. */
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      content_text: z.string(),
      summary: z.string(),
      language: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string() })),
      image: z.url(),
    }),
  ),
})

describe('a mistyped code', () => {
  test('leads nowhere, says what may be wrong and can be typed again', async () => {
    for (const path of ['/t/abc1230', '/T/ABC1230', '/t/terlalu-panjang-sekali', '/t?kode=abc1230']) {
      const answer = await guest.get(path)
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 404, null])
      const page = await answer.text()
      expect(page).toContain('name="kode"')
      expect(plain(page)).toContain('tidak pernah memakai huruf I, L, O')
    }
    expect(plain(await text(guest, '/t/abcd'))).toContain('selalu tujuh huruf dan angka')
  })

  test('typed right, also with spaces and in small letters, it leads on', async () => {
    const code = await codeOfTolitoli()
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    const answer = await guest.get(`/t?kode=${encodeURIComponent(spaced)}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/t/${code.toLowerCase()}`])
    expect((await guest.get(`/t/${code}`)).status).toBe(302)
  })
})
