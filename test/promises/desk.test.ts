import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let product: Product
let family: Visitor
let sigi: Visitor
let palu: Visitor
let bp3mi: Visitor
let colleague: Visitor
beforeAll(async () => {
  product = await startProduct()
  family = visitor(product)
  sigi = await signedIn(product, 'petugas.sigi@kabupaten.example')
  palu = await signedIn(product, 'petugas.palu@kabupaten.example')
  bp3mi = await signedIn(product, 'pelindungan@bp3mi.example')
  colleague = await signedIn(product, 'petugas@bp3mi.example')
})
afterAll(() => product?.stop())

const text = async (answer: Response | Promise<Response>) => (await answer).text()
const field = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`)
    .exec(html)![1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** A report from the public. @returns its digits, and its path for the officer who finds it */
const filed = async (officer: Visitor, more: Record<string, string> = {}) => {
  const story = `Cerita ${randomUUID()}`
  const answer = await family.post('/lapor', {
    form: field(await text(family.get('/lapor')), 'form'),
    story,
    situation: 'abroad',
    country: 'SA',
    role: 'family',
    reach: 'none',
    ...more,
  })
  const digits = /<strong>([\d ]+)<\/strong>/.exec(await answer.text())![1]!
  const list = await text(officer.get('/aduan?lihat=new'))
  const paths = [...list.matchAll(/href="(\/aduan\/[\da-f-]{36})"/g)].map(([, path]) => path!)
  for (const path of paths)
    if ((await text(officer.get(path))).includes(story)) return { digits, path, story }
  throw new Error('the report is not on the desk')
}
const inSigi = { situation: 'leaving', district: '72.10' }

/** Promises P2 and P3 on the desk. */
describe('a case of another office', () => {
  const deeds = [
    'terima',
    'lanjut',
    'pesan',
    'catatan',
    'rute-keliru',
    'langkah',
    'langkah/1',
    'tenggat',
    'identitas',
    'triase',
    'tutup',
    'serahkan',
    'minta',
    'putusan',
  ]
  const form = {
    message: 'Pesan dari kantor lain',
    note: 'Catatan dari kantor lain',
    step: 'mediation',
    doneOn: '2026-11-20',
    turn: 'unreachable',
    entry: randomUUID(),
    motive: 'Ingin tahu saja siapa dia',
    ground: 'informed',
    kind: 'referral',
    office: '2',
    reason: 'their-duty',
    consent: 'given',
    verdict: 'reopen',
    toReporter: 'Dari kantor yang salah',
  }

  test('is not there: neither its page nor any deed on it', async () => {
    const { path, story } = await filed(sigi, inSigi)
    for (const page of ['', '/triase', '/tutup', '/serahkan', `/berkas/${randomUUID()}`])
      expect([page, (await palu.get(path + page)).status]).toEqual([page, 404])
    for (const deed of deeds)
      expect([deed, (await palu.post(`${path}/${deed}`, form)).status]).toEqual([deed, 404])
    const mine = await text(sigi.get(path))
    expect(mine).toContain(story)
    expect(mine).not.toContain('kantor lain')
    for (const desk of ['', '?meja=shared', '?meja=offered', '?meja=asked'])
      expect(await text(palu.get(`/aduan${desk}`))).not.toContain(path)
  })

  test('nobody but case officers and leaders finds the desk at all', async () => {
    const { path } = await filed(sigi, inSigi)
    for (const email of ['sigi@kabupaten.example', 'koordinator@bp3mi.example', 'admin@bp3mi.example']) {
      const person = await signedIn(product, email)
      expect([email, (await person.get('/aduan')).status, (await person.get(path)).status]).toEqual([
        email,
        404,
        404,
      ])
    }
  })

  test('offered, it shows what is clear and nothing else; its deeds are not there yet', async () => {
    const { path, story } = await filed(sigi, inSigi)
    const page = await text(sigi.get(`${path}/serahkan`))
    const office = /<option value="(\d+)"[^>]*>BP3MI Sulawesi Tengah/.exec(page)![1]!
    await sigi.post(`${path}/serahkan`, { kind: 'hand-over', office, reason: 'their-duty', consent: 'given' })
    const seen = await text(bp3mi.get(path))
    expect(seen).toContain('Isi tersegel')
    expect(seen).not.toContain(story)
    expect((await bp3mi.post(`${path}/catatan`, { note: 'Belum boleh' })).status).toBe(404)
    expect((await bp3mi.post(`${path}/tutup`, { ground: 'informed' })).status).toBe(404)
  })
})

/** Promise R5. */
test('two officers edit the same field from the same page: the second sees both and chooses', async () => {
  const { path } = await filed(bp3mi)
  const [first, second] = [
    await text(bp3mi.get(`${path}/triase`)),
    await text(colleague.get(`${path}/triase`)),
  ]
  const findings = (base: string, more: Record<string, string>) => ({
    base: field(base, 'base'),
    procedural: 'unknown',
    stage: 'abroad',
    urgency: 'ordinary',
    destination: 'SA',
    ...more,
  })
  expect((await bp3mi.post(`${path}/triase`, findings(first, { siskop2mi: 'ADU-1' }))).status).toBe(303)
  const clash = await colleague.post(
    `${path}/triase`,
    findings(second, { siskop2mi: 'ADU-2', sector: 'domestic-work' }),
  )
  expect(clash.status).toBe(409)
  const page = await clash.text()
  for (const value of ['ADU-1', 'ADU-2']) expect(page).toContain(value)
  const sent = { base: field(page, 'base'), mine: field(page, 'mine'), 'choose-siskop2mi': 'theirs' }
  expect((await colleague.post(`${path}/triase`, sent)).status).toBe(303)
  const after = await text(bp3mi.get(`${path}/triase`))
  expect(field(after, 'base')).toContain('"siskop2mi":"ADU-1"')
  expect(field(after, 'base')).toContain('"sector":"domestic-work"')
})

describe('what an officer types is not lost, and not done twice', () => {
  test('a closure that comes too late shows the text again beside what happened', async () => {
    const { path } = await filed(bp3mi)
    const answer = { ground: 'found-safe', toReporter: 'Sudah ditemukan dalam keadaan sehat.' }
    expect((await bp3mi.post(`${path}/tutup`, answer)).status).toBe(303)
    const late = await colleague.post(`${path}/tutup`, {
      ...answer,
      toReporter: 'Kalimat yang panjang sekali.',
    })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Kalimat yang panjang sekali.')
  })

  test('a message sent twice by the browser reaches the reporter once', async () => {
    const { path, digits } = await filed(bp3mi)
    const message = { form: randomUUID(), message: 'Kami sedang mencari alamatnya.' }
    for (const answer of await Promise.all([
      bp3mi.post(`${path}/pesan`, message),
      bp3mi.post(`${path}/pesan`, message),
    ]))
      expect(answer.status).toBe(303)
    const status = await text(family.post('/nomor', { number: digits }))
    expect(status.split('Kami sedang mencari alamatnya.').length - 1).toBe(1)
  })

  test.each(['unreachable', 'withdrawn', 'no-such-ground'])(
    'the ground %s is refused before its time',
    async ground => {
      const { path } = await filed(bp3mi)
      expect((await bp3mi.post(`${path}/tutup`, { ground, toReporter: 'Coba saja dulu.' })).status).toBe(409)
    },
  )

  test('a village that does not exist is refused beside its field', async () => {
    const { path } = await filed(bp3mi)
    const base = field(await text(bp3mi.get(`${path}/triase`)), 'base')
    const answer = await bp3mi.post(`${path}/triase`, {
      base,
      procedural: 'no',
      stage: 'abroad',
      urgency: 'ordinary',
      originCode: '72.10.99.9999',
      sp4n: 'L-77',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Kode wilayah ini tidak ada[\s\S]*L-77/)
  })
})

describe('what is sealed apart', () => {
  test('an identity opens with a motive, which everybody on the case reads', async () => {
    const { path } = await filed(bp3mi, { worker: 'Wati Contoh Kenari' })
    const page = await text(bp3mi.get(path))
    expect(page).not.toContain('Wati Contoh Kenari')
    const entry = field(page, 'entry')
    expect((await bp3mi.post(`${path}/identitas`, { entry, motive: 'perlu' })).status).toBe(422)
    const opened = await bp3mi.post(`${path}/identitas`, {
      entry,
      motive: 'Menghubungi keluarga untuk jemputan',
    })
    expect(await opened.text()).toContain('Wati Contoh Kenari')
    const seen = await text(colleague.get(path))
    expect(seen).toContain('Menghubungi keluarga untuk jemputan')
    expect(seen).not.toContain('Wati Contoh Kenari')
  })

  test('a note stays between the offices', async () => {
    const { path, digits } = await filed(bp3mi)
    await bp3mi.post(`${path}/catatan`, { note: 'Perekrutnya paman sendiri.' })
    expect(await text(colleague.get(path))).toContain('Perekrutnya paman sendiri.')
    expect(await text(family.post('/nomor', { number: digits }))).not.toContain('paman sendiri')
  })
})

test('a report taken down at the counter: its number is handed out once and changed at the first use', async () => {
  const html = await text(sigi.get('/aduan/baru'))
  const answer = await sigi.post('/aduan/baru', {
    form: field(html, 'form'),
    channel: 'walk-in',
    story: 'Suami datang ke loket: istrinya di Jeddah tidak dibayar.',
    situation: 'abroad',
    role: 'family',
    reach: 'none',
  })
  expect(answer.status).toBe(200)
  const number = /<strong>([\d ]+)<\/strong>/.exec(await answer.text())![1]!
  expect(await text(family.post('/nomor', { number }))).toContain('Ganti nomor Anda')
  const changed = /<strong>([\d ]+)<\/strong>/.exec(await text(family.post('/nomor/ganti', { number })))![1]!
  expect((await family.post('/nomor', { number })).status).toBe(404)
  expect(await text(family.post('/nomor', { number: changed }))).toContain('Suami datang ke loket')
  expect(await text(sigi.get('/aduan'))).not.toContain(number)
})

test('every look at a case stands in the audit trail', async () => {
  const { path } = await filed(bp3mi)
  const leader = await signedIn(product, 'pimpinan@bp3mi.example')
  await leader.get(path)
  expect(await text(leader.get('/jejak'))).toMatch(
    new RegExp(`case\\.viewed[\\s\\S]*${path}|${path}[\\s\\S]*case\\.viewed`),
  )
})
