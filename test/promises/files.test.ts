import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { ColorSpace, Document, Matrix, PDFDocument } from 'mupdf'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpacked } from '../../src/complaints/contents.ts'
import { checkNewCases } from '../../src/complaints/duplicates/check-cases.ts'
import { acceptFile } from '../../src/complaints/files/accept-file.ts'
import { openStored } from '../../src/complaints/files/keep-file.ts'
import { openReport } from '../../src/complaints/report/open-report.ts'
import { redrawnPdf } from '../../src/platform/documents/redrawn-pdf.ts'
import { deriveReceipt } from '../../src/platform/vault/index.ts'
import { reporter, textOf } from '../reporter.ts'
import { maker, sampleFiles, spoilt } from '../sample-files.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

let samples: Record<string, Uint8Array>
let served: ServedHouse
let person: ReturnType<typeof reporter>
beforeAll(async () => {
  samples = await sampleFiles()
  served = await serveSampleHouse()
  person = reporter(served)
})
afterAll(() => served?.end())

const story = 'Fotonya kami lampirkan di sini.'
const fileOf = (name: string, bytes: Uint8Array | string) => new File([bytes as BlobPart], name)
const say = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Promise P5. */
describe('a viewer gets a copy that tells nothing of its maker, and the sealed original keeps every byte', () => {
  test.each([
    'foto.jpg',
    'foto.png',
    'foto.webp',
    'surat.docx',
    'suara.mp3',
    'suara.m4a',
    'suara.ogg',
    'suara.wav',
    'suara.aac',
    'suara.amr',
  ])('%s', async name => {
    const bytes = samples[name]!
    const { receipt } = await person.report({ story, files: fileOf(name, bytes) })
    const { house } = served
    const opened = await openReport(house, await deriveReceipt(house.secret, receipt!))
    const file = unpacked('file', opened!.entries.find(({ kind }) => kind === 'file')!.text!)
    const original = await openStored(house, opened!.complaint.id, file.original)
    expect(Buffer.compare(original!, bytes)).toBe(0)
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const copy = await openStored(house, opened!.complaint.id, file.copy!)
    expect(say(name.endsWith('docx') ? unzipped(bytes) : bytes)).toContain(maker)
    expect(say(name.endsWith('docx') ? unzipped(copy!) : copy!)).not.toContain(maker)
    expect(say(copy!)).not.toContain('119.8707')
    if (name.startsWith('foto')) expect((await sharp(copy!).metadata()).exif).toBeUndefined()
    if (name.endsWith('docx')) expect(say(unzipped(copy!))).toContain('Isi surat')
  })

  test('a PDF is drawn anew when it is opened: its pages, and nothing else of it', async () => {
    const given = samples['surat.pdf']!
    expect(say(given)).toContain(maker)
    const looked = await acceptFile('surat.pdf', given)
    expect(looked.ok && looked.file.copy).toBeUndefined()
    const drawn = await redrawnPdf(given)
    if (!drawn.ok) throw new Error(drawn.reason)
    for (const told of [maker, '119.8707', 'JavaScript', 'OpenAction'])
      expect(say(drawn.bytes)).not.toContain(told)
    const pages = Document.openDocument(drawn.bytes, 'application/pdf')
    expect(pages.countPages()).toBe(2)
    expect(pages.loadPage(1).toStructuredText('preserve-whitespace').asText().trim()).toBe('')
    expect(await inkOf(pages, 0)).toBeGreaterThan(100)
  })

  test('a PDF that cannot be drawn says why', async () => {
    const locked = Document.openDocument(samples['surat.pdf']!, 'application/pdf').asPDF()!
    const closed = locked.saveToBuffer('encrypt=aes-256,user-password=a,owner-password=b').asUint8Array()
    expect(await redrawnPdf(closed)).toEqual({ ok: false, reason: 'locked' })
    expect(await redrawnPdf(strToU8('%PDF-1.7\nnothing\n%%EOF'))).toEqual({ ok: false, reason: 'broken' })
    const long = new PDFDocument()
    for (let page = 0; page < 61; page++) long.insertPage(-1, long.addPage([0, 0, 9, 9], 0, {}, ''))
    expect(await redrawnPdf(long.saveToBuffer('').asUint8Array())).toEqual({ ok: false, reason: 'too-large' })
  })
})

/** Dark pixels of a page: something stands on it. */
const inkOf = async (pages: Document, number: number) => {
  const picture = pages.loadPage(number).toPixmap(Matrix.identity, ColorSpace.DeviceRGB, false, true).asPNG()
  const grey = await sharp(Buffer.from(picture)).greyscale().raw().toBuffer()
  return grey.filter(light => light < 128).length
}

const unzipped = (bytes: Uint8Array) => Buffer.concat(Object.values(unzipSync(bytes)))

describe('what is refused', () => {
  const archive = () => zipSync({ 'jahat.js': strToU8('alert(1)') })
  test.each<[string, () => Uint8Array | string, string]>([
    ['an empty file', () => '', 'empty'],
    ['a page called a photo', () => '<!doctype html><script>alert(1)</script>', 'wrong-type'],
    [
      'a program',
      () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(200).fill(0)]),
      'wrong-type',
    ],
    [
      'a photo with an archive behind it',
      () => new Uint8Array([...samples['foto.jpg']!, ...archive()]),
      'wrong-type',
    ],
    [
      'a PDF with an archive behind it',
      () => new Uint8Array([...samples['surat.pdf']!, ...archive()]),
      'wrong-type',
    ],
    ['a PDF that is a page too', () => '%PDF-1.7\n<html><script>alert(1)</script>\n%%EOF', 'wrong-type'],
    ['half a photo', () => samples['foto.png']!.slice(0, 60), 'broken'],
    [
      'a DOCX that unpacks to 80 MB',
      () => {
        const parts = unzipSync(samples['surat.docx']!)
        return zipSync({ ...parts, 'word/isi.xml': new Uint8Array(80_000_000) })
      },
      'broken',
    ],
  ])('%s', async (_, make, reason) => {
    const content = make()
    const bytes = typeof content === 'string' ? strToU8(content) : content
    expect(await acceptFile('foto.jpg', bytes)).toEqual({ ok: false, reason })
  })

  test('twelve files with one bad: the message names it, nothing is half done', async () => {
    const counts = () =>
      served.house.db.asJob(async tx => [
        await tx.selectFrom('complaints').select('id').execute(),
        await tx.selectFrom('vault_entries').select('id').execute(),
      ])
    const before = await counts()
    const files = Array.from({ length: 12 }, (_, place) =>
      place === 7 ? fileOf('ketujuh.jpg', '<html>') : fileOf(`foto-${place}.jpg`, samples['foto.jpg']!),
    )
    const body = new FormData()
    for (const [name, value] of Object.entries({
      form: randomUUID(),
      story,
      situation: 'asking',
      role: 'family',
    }))
      body.append(name, value)
    for (const file of files) body.append('files', file)
    const answer = await fetch(`${served.url}/lapor`, {
      method: 'POST',
      body,
      headers: { origin: served.url },
    })
    const html = await answer.text()
    expect([answer.status, textOf(html).includes('ketujuh.jpg'), textOf(html).includes(story)]).toEqual([
      422,
      true,
      true,
    ])
    expect(await counts()).toEqual(before)
  })
})

test('hundreds of spoilt files: each is taken or refused, none breaks the program or tells its maker', async () => {
  const told: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(spoilt(Object.values(samples)), async bytes => {
      const looked = await acceptFile('berkas', bytes)
      const outcome = looked.ok ? looked.file.type : looked.reason
      told[outcome] = (told[outcome] ?? 0) + 1
      if (looked.ok && looked.file.copy?.type === 'image/jpeg')
        expect((await sharp(looked.file.copy.bytes).metadata()).exif).toBeUndefined()
    }),
    { numRuns: 300 },
  )
  console.log(told)
  expect(Object.keys(told).length).toBeGreaterThan(3)
})

test('a form whose answer was lost, changed and sent again, adds what is new to the case: words, a file, another name', async () => {
  const { house } = served
  const form = randomUUID()
  const first = { story: 'Adik saya tidak dibayar.', worker: 'Siti Contoh', reporter: 'Rahma Contoh' }
  const again = { ...first, story: 'Adik saya tidak dibayar sejak Mei.', reporter: 'Rahma Contoh Sari' }
  const sent = [
    await person.report({ ...first, files: fileOf('foto.jpg', samples['foto.jpg']!) }, form),
    await person.report({ ...again, files: fileOf('suara.mp3', samples['suara.mp3']!) }, form),
    await person.report({ ...again, files: fileOf('suara.mp3', samples['suara.mp3']!) }, form),
    await person.report(first, form),
  ]
  expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(1)
  const opened = await openReport(house, await deriveReceipt(house.secret, sent[0]!.receipt!))
  const kinds = opened!.entries.map(({ kind }) => kind)
  expect(kinds).toEqual(['story', 'file', 'identity', 'message', 'file', 'identity'])
  const files = opened!.entries
    .filter(({ kind }) => kind === 'file')
    .map(({ text }) => unpacked('file', text!))
  expect(files.map(({ name }) => name)).toEqual(['foto.jpg', 'suara.mp3'])
  for (const { original } of files)
    expect(await openStored(house, opened!.complaint.id, original)).toBeDefined()
  expect(textOf((await person.open(sent[0]!.receipt!)).html)).toContain(again.story)
})

test('a telephone that comes only with the second sending of a form finds the case that names it too', async () => {
  const { house } = served
  const [form, telephone] = [randomUUID(), '0852 4100 7788']
  const story = 'Kakak saya ditahan agen.'
  const { receipt } = await person.report({ story, worker: 'Dewi Contoh' }, form)
  await person.report({ story, worker: 'Dewi Contoh', workerPhone: telephone }, form)
  const elsewhere = await person.report({ story: 'Adik tetangga.', workerPhone: telephone }, randomUUID())
  await checkNewCases(house)
  const idOf = async (digits: string) =>
    (await openReport(house, await deriveReceipt(house.secret, digits)))!.complaint.id
  const [one, other] = [await idOf(receipt!), await idOf(elsewhere.receipt!)]
  const pairs = await house.db.asJob(tx =>
    tx.selectFrom('duplicate_candidates').select(['complaint_a', 'complaint_b']).execute(),
  )
  expect(pairs.map(({ complaint_a, complaint_b }) => [complaint_a, complaint_b])).toContainEqual(
    [one, other].toSorted(),
  )
})
