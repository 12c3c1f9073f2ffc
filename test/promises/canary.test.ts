import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealKept } from '../../src/islands/seal-kept.ts'
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded.ts'
import { groupReceipt } from '../../src/platform/vault/index.ts'
import { type Product, startProduct } from '../product.ts'
import { reporter, type Sent } from '../reporter.ts'
import { signedIn } from '../visitor.ts'

/** Promise P1: one word that stands nowhere else for each thing that a person may write, name or send. */
const canary = {
  story: 'kenarikuningbercerita',
  place: 'kenarihijaubertempat',
  worker: 'Kenarimerah Bernama',
  workerPhone: '081277700011',
  reporter: 'Kenaribiru Melapor',
  reachAt: 'kenariungu@surat.example',
  reachNote: 'kenaribelanghatihati',
  message: 'kenariputihmembalas',
  objection: 'kenarihitamkeberatan',
  fileName: 'kenariperakberkas',
  fileContent: 'kenariemasdalamberkas',
  replyFile: 'kenaritembagabalasan',
  refused: 'kenaripucatditolak',
  attended: 'Kenariabu Hadir',
  attendedFrom: 'kenarijinggaberasal',
  attendedOffline: 'Kenaricokelat Luring',
  agent: 'KenariPeramban/1.0',
  address: '203.0.113.77',
  // Every address that begins with 127 is this machine: here the program really is called from a place of its own.
  callsFrom: '127.203.77.41',
}

let folder: string
let engine: Embedded
let product: Product
let owner: pg.Client
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sinergi-canary-'))
  engine = await startEmbedded(join(folder, 'database'))
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  product = await startProduct({
    dataDir: join(folder, 'data'),
    env: { DATABASE_URL: engine.url, LOG_LEVEL: 'debug', TMPDIR: temporary },
  })
  owner = new pg.Client({ connectionString: engine.url.replace('//sinergi@', '//postgres@') })
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await product?.stop()
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('nothing a reporter or somebody at a session wrote, sent or is known by stands readable in the database, its log, the files or what is printed', async () => {
  const person = reporter(product)
  const headers = {
    'user-agent': canary.agent,
    'x-forwarded-for': canary.address,
    forwarded: `for=${canary.address}`,
  }
  const pdf = (word: string) => new File([`%PDF-1.7\n1 0 obj (${word})\n%%EOF\n`], `${canary.fileName}.pdf`)
  const form = { form: crypto.randomUUID(), situation: 'abroad', role: 'family', reach: 'email' }
  const { story, place, worker, workerPhone, reporter: name, reachAt, reachNote } = canary
  const told = {
    ...form,
    story: `Ada ${story} di sini.`,
    place,
    worker,
    workerPhone,
    reporter: name,
    reachAt,
    reachNote,
  }
  const answers: Sent[] = []
  const send = async (path: string, fields: Parameters<typeof person.send>[1]) => {
    const answer = await person.send(path, fields, headers)
    answers.push(answer)
    return answer
  }
  // A refused one first: what is not taken leaves no trace either.
  await send('/lapor', {
    ...told,
    story: canary.refused,
    departs: '2020-01-01',
    files: pdf(canary.fileContent),
  })
  const sent = await send('/lapor', { ...told, files: pdf(canary.fileContent) })
  const number = sent.receipt!
  const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#246' } })
    .withExif({ IFD0: { ImageDescription: canary.replyFile } })
    .jpeg()
    .toBuffer()
  const file = new File([new Uint8Array(photo)], `${canary.fileName}.jpg`)
  await send('/nomor/balas', { number, message: canary.message, files: file })
  await send('/nomor/cabut', { number })
  await send('/nomor/keberatan', { number, objection: `${canary.objection} lagi` })
  const last = await send('/nomor', { number })
  // From an address of its own, one that is taken and one that is not; a path that does not exist, too.
  for (const path of ['/lapor', '/nomor', '/tidak-ada'])
    expect(
      await sendFrom(canary.callsFrom, path, { ...form, form: crypto.randomUUID(), story, number }),
    ).toBeLessThan(500)
  for (const word of [story, canary.message, canary.objection, canary.fileName])
    expect([word, last.html.includes(word)]).toEqual([word, true])
  expect(answers.map(({ status }) => status)).toEqual([422, 200, 200, 200, 200, 200])

  // What a page says of itself stays in a browser's history: no number, no cookie, one and the same title.
  for (const { headers: heard, html } of answers) {
    expect([heard.getSetCookie(), heard.get('location')]).toEqual([[], null])
    expect(/<title>([^<]*)/.exec(html)![1]).toMatch(/^(Buka dengan nomor|Open with)/)
    expect(
      [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].filter(([, to]) => to!.includes(number)),
    ).toEqual([])
  }

  await attendSession()

  // Onto the disk with all that PostgreSQL still has in memory; the program ends, so that it writes what it would.
  const dump = await everyRow()
  await owner.query('checkpoint')
  await owner.end()
  await product.stop()
  await engine.stop()
  // The backup that docs/operations.md describes: the folder, copied.
  for (const what of ['data', 'database'])
    cpSync(join(folder, what), join(folder, 'backup', what), { recursive: true })
  const places = { dump, printed: Buffer.from(product.output()), ...everyFile(folder) }
  expect(Object.keys(places).some(name => name.includes('pg_wal'))).toBe(true)
  for (const place of [
    'data/files',
    'database/postgres.log',
    'backup/data/files',
    'backup/database/pg/pg_wal',
  ])
    expect([place, Object.keys(places).some(name => name.startsWith(place))]).toEqual([place, true])
  expect(Buffer.from(dump).includes('complaint_receipts')).toBe(true)
  // The search itself works: what is public is found, in the rows and in the files behind them.
  expect(whereIs(places, 'Kabupaten Sigi').length).toBeGreaterThan(1)
  const words = [...Object.values(canary), number, groupReceipt(number), workerPhone.slice(1)]
  const found = words.flatMap(word => traces(word).flatMap(trace => whereIs(places, trace)))
  expect(found).toEqual([])
})

/** Two come to a session, one noted on the list, one on a phone that had no line; a third is struck out again. */
const attendSession = async () => {
  const officer = await signedIn(product, 'petugas.sigi@kabupaten.example')
  const { rows } = await owner.query<{ id: number }>(
    `select a.id from activities a join activity_owners o on o.activity_id = a.id join staff s on s.office_id = o.office_id
     where s.email = 'petugas.sigi@kabupaten.example' and a.kind = 'outreach' and a.state <> 'called-off' limit 1`,
  )
  const at = `/program/${rows[0]!.id}/hadir`
  const came = { name: canary.attended, origin: canary.attendedFrom, sex: 'f', audience: 'families' }
  const struck = crypto.randomUUID()
  for (const form of [crypto.randomUUID(), struck])
    expect((await officer.post(at, { ...came, form })).status).toBe(303)
  expect((await officer.post(`${at}/coret`, { entry: struck })).status).toBe(303)
  const door = await (await officer.get(`${at}/luring`)).text()
  const [, house, to, mark] = /data-house="([^"]+)" data-to="([^"]+)" data-officer="([^"]+)"/.exec(door)!
  const entry = new FormData()
  const waited = { ...came, name: canary.attendedOffline, form: crypto.randomUUID(), officer: mark! }
  for (const [name, value] of Object.entries(waited)) entry.append(name, value)
  const { envelope, proof } = await sealKept(house!, to!, entry)
  expect(await (await officer.hand(to!, envelope)).text()).toBe(proof)
  const list = await (await officer.get(at)).text()
  for (const word of [canary.attended, canary.attendedFrom, canary.attendedOffline])
    expect([word, list.includes(word)]).toEqual([word, true])
}

/** @returns the status */
const sendFrom = (localAddress: string, path: string, fields: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const headers = {
      origin: product.url,
      'user-agent': canary.agent,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const sending = request(product.url + path, { method: 'POST', localAddress, headers }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode!))
    })
    sending.on('error', reject)
    sending.end(String(new URLSearchParams(fields)))
  })

const everyRow = async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('regions', 'guidance')`,
  )
  const pieces: string[] = []
  for (const { name } of rows) {
    const table = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    pieces.push(name, ...table.rows.map(({ row }) => row))
  }
  return Buffer.from(pieces.join('\n'))
}

const everyFile = (root: string): Record<string, Buffer> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(root.length + 1), readFileSync(path)]),
  )

/** As it stands or as a form sends it, in the letters of the database's text form of bytes, and in the three shifts of base64. */
const traces = (word: string) => [
  ...new Set([word, word.toLowerCase(), word.replaceAll(' ', '+'), encodeURIComponent(word)]),
  Buffer.from(word).toString('hex'),
  ...[0, 1, 2].map(shift =>
    Buffer.from(' '.repeat(shift) + word)
      .toString('base64')
      .slice(4, -4),
  ),
]

const whereIs = (places: Record<string, Buffer>, trace: string) =>
  Object.entries(places).flatMap(([name, bytes]) => (bytes.includes(trace) ? [`${trace} in ${name}`] : []))
