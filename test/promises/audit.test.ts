import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded.ts'
import { type Product, runCommand, startProduct } from '../product.ts'
import { signedIn, type Visitor } from '../visitor.ts'

interface Row {
  id: number
  chain: number
  place: number
  verb: string
  subject: string
  staff_id: string | null
}

let folder: string
let engine: Embedded
let product: Product
let superuser: pg.Client
let poso: Visitor
let duty: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sinergi-audit-'))
  engine = await startEmbedded(join(folder, 'database'))
  product = await startProduct({ dataDir: join(folder, 'data'), env: { DATABASE_URL: engine.url } })
  superuser = new pg.Client({ connectionString: engine.url.replace('//sinergi@', '//postgres@') })
  await superuser.connect()
  poso = await signedIn(product, 'poso@kabupaten.example')
  const { rows } = await superuser.query(
    `select d.id from duties d join staff s using (office_id)
     where s.email = 'poso@kabupaten.example' and d.state <> 'accepted' order by d.id limit 1`,
  )
  duty = `/tugas/${rows[0].id}`
})
afterAll(async () => {
  await superuser?.end()
  await product?.stop()
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const trail = async (chain: number): Promise<Row[]> => {
  const { rows } = await superuser.query<Row>('select * from audit where chain = $1 order by place', [chain])
  return rows
}
const person = async (email: string) => {
  const { rows } = await superuser.query<{ id: string; office_id: number }>(
    'select id, office_id from staff where email = $1',
    [email],
  )
  return rows[0]!
}
const verify = () =>
  runCommand(['verify'], { DATABASE_URL: engine.url, DATA_DIR: join(folder, 'beside'), LOG_LEVEL: 'error' })

describe('a deed', () => {
  test('appends one row with who, what and on which thing, to the chain of the own office', async () => {
    const { id, office_id } = await person('poso@kabupaten.example')
    const before = await trail(office_id)
    expect((await poso.post(`${duty}/bukti`, { url: 'https://x.example/poso/1' })).status).toBe(303)
    const added = (await trail(office_id)).slice(before.length)
    expect(added).toMatchObject([
      { staff_id: id, verb: 'duty.proven', subject: `${duty}/bukti`, place: before.length + 1 },
    ])
  })

  test('that is refused appends nothing', async () => {
    const { office_id } = await person('poso@kabupaten.example')
    const before = await trail(office_id)
    expect((await poso.post(`${duty}/bukti`, { url: 'javascript:alert(1)' })).status).toBe(422)
    expect((await poso.post('/tugas/999999/bukti', { url: 'https://x.example/1' })).status).toBe(404)
    expect((await poso.get('/bukti/999999')).status).toBe(404)
    expect(await trail(office_id)).toEqual(before)
  })

  test('of many at the same moment: every one has its own place', async () => {
    const { office_id } = await person('poso@kabupaten.example')
    const before = await trail(office_id)
    await Promise.all(Array.from({ length: 12 }, () => poso.get('/jejak')))
    const places = (await trail(office_id)).map(({ place }) => place)
    expect(places).toEqual(Array.from({ length: before.length + 12 }, (_, index) => index + 1))
  })

  test('cannot be altered by any role that the program takes', async () => {
    const owner = new pg.Client({ connectionString: engine.url })
    await owner.connect()
    for (const role of ['sinergi_web', 'sinergi_jobs', 'sinergi_sight', 'sinergi_auth']) {
      await owner.query(`set role ${role}`)
      await expect(owner.query(`update audit set verb = 'x.y'`)).rejects.toThrow(/permission denied/)
      await expect(owner.query('delete from audit')).rejects.toThrow(/permission denied/)
      await owner.query('reset role')
    }
    await owner.end()
  })
})

describe('verify', () => {
  let chain: number
  let third: Row
  beforeAll(async () => {
    chain = (await person('poso@kabupaten.example')).office_id
    third = (await trail(chain))[2]!
    await superuser.query('create table kept_audit as table audit')
    await superuser.query('create table kept_heads as table audit_heads')
  })
  const restore = () =>
    superuser.query(`begin; delete from audit; insert into audit overriding system value table kept_audit;
      delete from audit_heads; insert into audit_heads table kept_heads; commit`)
  const named = (place: number, id: number | '–') => ({
    code: 1,
    output: `The audit trail is broken in chain ${chain}, place ${place}, row ${id}.\n`,
  })

  test('says how many rows hold', async () => {
    const { rows } = await superuser.query('select count(*)::int as count from audit')
    expect(await verify()).toEqual({ code: 0, output: `The audit trail holds: ${rows[0].count} rows.\n` })
  })

  test.each([
    ['verb', `verb = 'nothing.happened'`],
    ['person', `staff_id = 'somebody-else'`],
    ['moment', `at = at - interval '1 microsecond'`],
    ['thing', `subject = subject || '0'`],
    ['detail', `detail = '{"changed":true}'`],
    ['hash', `hash = sha256('x')`],
  ])('names a row whose %s was changed', async (_part, change) => {
    await superuser.query(`update audit set ${change} where id = $1`, [third.id])
    const found = await verify()
    await restore()
    expect(found).toEqual(named(3, third.id))
  })

  test('names the place of a row that was deleted, with the row that stands there now', async () => {
    const fourth = (await trail(chain))[3]!
    await superuser.query('delete from audit where id = $1', [third.id])
    const found = await verify()
    await restore()
    expect(found).toEqual(named(3, fourth.id))
  })

  test('names the place of the last row when that was deleted', async () => {
    const last = (await trail(chain)).at(-1)!
    await superuser.query('delete from audit where id = $1', [last.id])
    const found = await verify()
    await restore()
    expect(found).toEqual(named(last.place, '–'))
  })

  test('names the first place of a chain that was deleted whole', async () => {
    await superuser.query('delete from audit where chain = $1', [chain])
    const found = await verify()
    await restore()
    expect(found).toEqual(named(1, '–'))
  })

  test('names the first of two rows that changed places', async () => {
    const fifth = (await trail(chain))[4]!
    await superuser.query('update audit set place = 0 where id = $1', [third.id])
    await superuser.query('update audit set place = 3 where id = $1', [fifth.id])
    await superuser.query('update audit set place = 5 where id = $1', [third.id])
    const found = await verify()
    await restore()
    expect(found).toEqual(named(3, fifth.id))
  })

  test('names a row that was slipped in at the end with a hash that fits', async () => {
    const last = (await trail(chain)).at(-1)!
    const { rows } = await superuser.query(
      `insert into audit (chain, place, at, staff_id, verb, subject, detail, hash)
       select chain, place + 1, at, staff_id, 'proof.accepted', subject, detail,
         audit_hash(hash, chain, place + 1, at, staff_id, 'proof.accepted', subject, detail)
       from audit where id = $1 returning id`,
      [last.id],
    )
    const found = await verify()
    await restore()
    expect(found).toEqual(named(last.place + 1, rows[0].id))
  })

  test('holds again when all is as it was, and the product goes on', async () => {
    expect((await verify()).code).toBe(0)
    expect((await poso.get('/jejak')).status).toBe(200)
    expect((await verify()).code).toBe(0)
  })
})
