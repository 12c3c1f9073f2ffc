import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCode } from '../../src/links/index.ts'
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded.ts'
import { type Product, startProduct } from '../product.ts'

/** One word for each thing that a visitor brings along, and an address of its own to call from. */
const canary = {
  agent: 'KenariPeramban/7.1',
  cookie: 'kenarikukisjangkauan',
  referer: 'kenarirujukan.example',
  campaign: 'kenarifbclid',
  forwarded: '203.0.113.78',
  // Every address that begins with 127 is this machine.
  callsFrom: '127.203.78.42',
}

let folder: string
let engine: Embedded
let product: Product
let owner: pg.Client
const start = () =>
  startProduct({
    dataDir: join(folder, 'data'),
    env: { DATABASE_URL: engine.url, LOG_LEVEL: 'debug' },
  })
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sinergi-visitors-'))
  engine = await startEmbedded(join(folder, 'database'))
  product = await start()
  await connect()
})
afterAll(async () => {
  await owner?.end().catch(() => {})
  await product?.stop()
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const connect = async () => {
  owner = new pg.Client({ connectionString: engine.url.replace('//sinergi@', '//postgres@') })
  owner.on('error', () => {})
  await owner.connect()
}

/** Comes by a link, from the canary's own address. @returns the status and where it leads */
const come = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; to: string | undefined; cookies: number }>((resolve, reject) => {
    const asked = request(
      product.url + path,
      {
        localAddress: canary.callsFrom,
        headers: {
          'user-agent': `Mozilla/5.0 (Linux; Android 10; K) ${canary.agent}`,
          cookie: `sesi=${canary.cookie}`,
          referer: `https://${canary.referer}/`,
          ...headers,
        },
      },
      answer => {
        answer.resume()
        const { location, 'set-cookie': set } = answer.headers
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, to: location, cookies: set?.length ?? 0 }),
        )
      },
    )
    asked.on('error', reject)
    asked.end()
  })

const one = async <T>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows[0] as T
const sketches = async (code: string) =>
  (
    await owner.query(
      'select pass, sketch from link_sketches where code = $1 and day > current_date - 2 order by written_at',
      [code],
    )
  ).rows as { pass: string; sketch: Buffer }[]

/** Promise P10. */
test('of a visitor nothing is stored: no address, no agent, no cookie; and after a restart the same visitor leaves another trace', async () => {
  const { code } = await one<{ code: string }>('select code from links order by duty_id desc limit 1')
  const visit = async () => {
    expect(await come(`/t/${code.toLowerCase()}?fbclid=${canary.campaign}`)).toMatchObject({
      status: 302,
      cookies: 0,
    })
    expect((await come(`/T/${code}`, { 'x-forwarded-for': canary.forwarded })).status).toBe(302)
  }
  await visit()
  await product.stop()
  const [before] = await sketches(code)
  product = await start()
  await visit()
  await product.stop()
  const [, after] = await sketches(code)
  expect(await one('select clicks, scans from link_totals where code = $1', [code])).toEqual({
    clicks: '2',
    scans: '2',
  })
  // Two registers of three bytes each, under each secret others.
  expect([before!.sketch.length, after!.sketch.length]).toEqual([6, 6])
  expect(after!.pass).not.toBe(before!.pass)
  expect(after!.sketch.equals(before!.sketch)).toBe(false)

  const dump = await everyRow()
  await owner.query('checkpoint')
  await owner.end()
  await engine.stop()
  const places = { dump, printed: Buffer.from(product.output()), ...everyFile(folder) }
  expect(dump.includes(code)).toBe(true)
  expect(Object.keys(places).some(name => name.includes('pg_wal'))).toBe(true)
  const found = Object.values(canary)
    .flatMap(word => [word, Buffer.from(word).toString('hex')])
    .flatMap(trace =>
      Object.entries(places).flatMap(([name, bytes]) =>
        bytes.includes(trace) ? [`${trace} in ${name}`] : [],
      ),
    )
  expect(found).toEqual([])
  engine = await startEmbedded(join(folder, 'database'))
  product = await start()
  await connect()
})

/** Promise S4. */
test('links answer while the database is down, also one issued after the start that nobody has asked for yet', async () => {
  const known = await one<{ code: string; duty: number; target: string }>(
    'select code, duty_id as duty, target from links order by duty_id limit 1',
  )
  const fresh = newCode()
  const given = await one<{ code: string; target: string }>(
    'update links set code = $1, issued_at = now() where duty_id = (select max(l.duty_id) from links l where not exists (select from link_hours h where h.code = l.code)) returning code, target',
    [fresh],
  )
  const clicksOf = async () =>
    Number(
      (await one<{ clicks: string }>('select clicks from link_totals where code = $1', [known.code])).clicks,
    )
  const before = await clicksOf()
  // The house fetches new links every few seconds: three more readings of the table, and it has them.
  const readings = async () =>
    Number(
      (
        await one<{ count: string }>(
          `select seq_scan + coalesce(idx_scan, 0) as count from pg_stat_user_tables where relname = 'links'`,
        )
      ).count,
    )
  const readBefore = await readings()
  await expect.poll(readings, { timeout: 60_000, interval: 500 }).toBeGreaterThanOrEqual(readBefore + 3)
  await owner.end()
  await engine.stop()
  expect(await come(`/t/${fresh.toLowerCase()}`)).toMatchObject({ status: 302, to: given.target })
  for (let click = 0; click < 20; click++)
    expect(await come(`/t/${known.code.toLowerCase()}`)).toMatchObject({ status: 302, to: known.target })
  engine = await startEmbedded(join(folder, 'database'))
  await connect()
  await expect.poll(clicksOf, { timeout: 30_000, interval: 500 }).toBe(before + 20)
})

const everyRow = async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'pgboss')`,
  )
  const parts: string[] = []
  for (const { name } of rows)
    parts.push(
      ...(await owner.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(
        ({ row }) => row,
      ),
    )
  return Buffer.from(parts.join('\n'))
}

const everyFile = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path, readFileSync(path)]),
  )
