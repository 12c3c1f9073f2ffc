import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { runCommand, startProduct } from '../product.ts'
import { signedIn, visitor } from '../visitor.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sinergi-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const serve = (env: Record<string, string>, ...words: string[]) =>
  runCommand(['serve', '--sample', ...words], { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...env })

describe('a start that cannot be ends with one clear sentence', () => {
  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, output } = await serve({ PORT: String(port) })
    taken.close()
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${port} is taken by another program. Choose another with PORT=….\n`,
    })
  })

  test.each(['a-file', 'a-file/data'])('a data folder that cannot be written: %s', async name => {
    writeFileSync(join(folder, 'a-file'), '')
    const { code, output } = await serve({ DATA_DIR: join(folder, name) })
    expect(code).toBe(1)
    expect(output).toMatch(/^The data folder cannot be used\. .*\n$/)
    expect(readFileSync(join(folder, 'a-file'), 'utf8')).toBe('')
  })

  test('sample data beyond this machine', async () => {
    const { code, output } = await serve({ HOST: '0.0.0.0' })
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('never opened beyond this machine'),
    })
  })

  test('a configuration that means nothing', async () => {
    const { code, output } = await serve({ PORT: 'many', SMTP_URL: 'not an address' })
    expect(code).toBe(1)
    expect(output).toMatch(/PORT: .*\nSMTP_URL: /)
  })

  test('an unknown command, and help', async () => {
    expect(await runCommand(['dance'], {})).toMatchObject({
      code: 1,
      output: expect.stringContaining('“dance”'),
    })
    expect(await runCommand(['--help'], {})).toMatchObject({
      code: 0,
      output: expect.stringContaining('verify'),
    })
  })
})

describe('a data folder', () => {
  const dataDir = () => join(folder, 'kept')

  test('keeps data and passwords over a second start, and is not shared by two', async () => {
    const first = await startProduct({ dataDir: dataDir() })
    const password = first.password('humas@bp3mi.example')
    const second = await serve({ DATA_DIR: dataDir() })
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining('in use by another program') })
    await first.stop()
    const again = await startProduct({ dataDir: dataDir() })
    expect(again.password('humas@bp3mi.example')).toBe(password)
    const humas = await signedIn(again, 'humas@bp3mi.example')
    expect((await humas.get('/kampanye/1')).status).toBe(200)
    for (let deed = 0; deed < 4; deed++) await humas.post('/kampanye/1/kit', { deed: String(deed) })
    await again.stop()
  })

  test('made by a newer program is left alone', async () => {
    const engine = await startEmbedded(dataDir())
    const owner = new pg.Client({ connectionString: engine.url })
    await owner.connect()
    await owner.query(`insert into schema_history (name, hash) values ('9999-later.sql', 'x')`)
    const newer = await owner.query('select count(*) from duties')
    await owner.end()
    await engine.stop()
    const { code, output } = await serve({ DATA_DIR: dataDir() })
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('newer program (it knows 9999-later.sql)'),
    })
    const after = await startEmbedded(dataDir())
    const reader = new pg.Client({ connectionString: after.url })
    await reader.connect()
    expect((await reader.query('select count(*) from duties')).rows).toEqual(newer.rows)
    await reader.query(`delete from schema_history where name = '9999-later.sql'`)
    await reader.end()
    await after.stop()
  })

  test('a broken audit trail is named by its first bad row', async () => {
    const verify = () => runCommand(['verify'], { DATA_DIR: dataDir() })
    expect(await verify()).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^The audit trail holds: \d+ rows\.\n$/),
    })
    const bad = await tamper(
      dataDir(),
      `update audit set verb = 'nothing.happened' where id = (select min(id) + 1 from audit) returning chain, place, id`,
    )
    expect(await verify()).toEqual({
      code: 1,
      output: `The audit trail is broken in chain ${bad.chain}, place ${bad.place}, row ${bad.id}.\n`,
    })
    await tamper(
      dataDir(),
      `delete from audit where id = (select max(id) from audit) returning chain, place, id`,
    )
    expect((await verify()).code).toBe(1)
  })
})

describe('the first start, ended by kill -9 while it fills the house,', () => {
  /** Kills the program as soon as the database shows what is looked for. */
  const killedWhen = async (dataDir: string, words: string[], sign: string) => {
    const engine = await startEmbedded(join(dataDir, 'database'))
    const env = { DATABASE_URL: engine.url, DATA_DIR: dataDir, PORT: '0', LANG: 'en', LOG_LEVEL: 'error' }
    expect((await runCommand(['migrate'], env)).code).toBe(0)
    const watcher = new pg.Client({ connectionString: engine.url, options: '-c role=sinergi_jobs' })
    await watcher.connect()
    const child = spawn(process.execPath, ['dist/main.js', ...words], { env: { ...process.env, ...env } })
    const seen = async () => ((await watcher.query(sign)).rowCount ?? 0) > 0
    await expect.poll(seen, { interval: 2, timeout: 30_000 }).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await watcher.end()
    return { env, end: () => engine.stop() }
  }

  test('leaves nothing half behind: the next start fills it whole', async () => {
    const dataDir = join(folder, 'interrupted')
    const { env, end } = await killedWhen(dataDir, ['serve', '--sample'], 'select from staff limit 1')
    const product = await startProduct({ dataDir, env })
    const page = await (await signedIn(product, 'sigi@kabupaten.example')).get('/hari-ini')
    expect([...(await page.text()).matchAll(/href="\/tugas\/\d+"/g)].length).toBe(3)
    await product.stop()
    await end()
  })

  test('nor a real house without its administrator', async () => {
    const words = ['begin', 'admin@office.example', 'Nama Admin']
    const { env, end } = await killedWhen(join(folder, 'begun'), words, 'select from offices limit 1')
    expect(await runCommand(words, env)).toMatchObject({
      code: 0,
      output: expect.stringContaining('password:'),
    })
    expect((await runCommand(words, env)).code).toBe(1)
    await end()
  })
})

test('a real house begins with one administrator and nothing invented', async () => {
  const env = { DATA_DIR: join(folder, 'real'), LOG_LEVEL: 'error' }
  expect(await runCommand(['begin', 'admin'], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('begin admin@office.go.id'),
  })
  const begun = await runCommand(['begin', 'admin@office.example', 'Nama Admin'], env)
  expect(begun).toMatchObject({ code: 0, output: expect.stringMatching(/password: \w+-\w+-\w+/) })
  expect(await runCommand(['begin', 'x@office.example', 'Lain'], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('nothing was changed'),
  })
  const engine = await startEmbedded(env.DATA_DIR)
  const reader = new pg.Client({ connectionString: engine.url, options: '-c role=sinergi_jobs' })
  await reader.connect()
  const { rows } = await reader.query(
    'select (select count(*)::int from offices where sample) as sample, (select count(*)::int from offices) as offices, (select count(*)::int from staff) as staff',
  )
  await reader.end()
  await engine.stop()
  expect(rows).toEqual([{ sample: 0, offices: 16, staff: 1 }])
})

test('another PostgreSQL than the embedded one carries the product', async () => {
  const engine = await startEmbedded(join(folder, 'elsewhere'))
  const product = await startProduct({ dataDir: join(folder, 'beside'), env: { DATABASE_URL: engine.url } })
  expect((await (await signedIn(product, 'sigi@kabupaten.example')).get('/hari-ini')).status).toBe(200)
  expect(await (await visitor(product).get('/sehat')).text()).toBe('ok')
  await product.stop()
  await engine.stop()
})

/** Changes the trail as only somebody with the whole database in hand can. */
const tamper = async (dataDir: string, statement: string) => {
  const engine = await startEmbedded(dataDir)
  const owner = new pg.Client({ connectionString: engine.url })
  await owner.connect()
  await owner.query('alter table audit no force row level security')
  const { rows } = await owner.query(statement)
  await owner.query('alter table audit force row level security')
  await owner.end()
  await engine.stop()
  return rows[0]
}
