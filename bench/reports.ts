import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { type Product, startProduct } from '../test/product.ts'
import { cpuOf, cpuOfCluster } from './processor.ts'

const clients = 16
const count = 600
const calmRate = 20
const calmSeconds = 20
const story =
  'Adik saya dijanjikan gaji besar di luar negeri; paspornya diambil agen sejak bulan lalu. '.repeat(12)

/**
 * Reports through the pages, sealed and on the disk before each answer: processor time of the server a report (S2), how many a
 * second with 16 clients and how long one waits at 20 a second (S3), beside bare inserts of the same size into the same
 * PostgreSQL. Build first.
 */
export const reports = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-reports-'))
  const engine = await startEmbedded(join(folder, 'database'))
  const product = await startProduct({ dataDir: join(folder, 'data'), env: { DATABASE_URL: engine.url } })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const send = () => sendReport(product, agent)
  try {
    await inParallel(100, clients, send)
    const cluster = join(folder, 'database', 'pg')
    const before = { server: cpuOf(product.pid), database: cpuOfCluster(cluster) }
    const own = process.cpuUsage()
    const busy = await timed(() => inParallel(count, clients, send))
    const used = {
      server: cpuOf(product.pid) - before.server,
      database: cpuOfCluster(cluster) - before.database,
    }
    const { user, system } = process.cpuUsage(own)
    const calm = await atRate(calmRate, calmSeconds, send)
    const bare = await bareInserts(engine.url)
    const accepted = busy.result.filter(({ ok }) => ok).length
    return {
      serverCpuMsPerReport: round(used.server / count),
      databaseCpuMsPerReport: round(used.database / count),
      clientCpuMsPerReport: round((user + system) / 1000 / count),
      reportsPerSecond: round((accepted / busy.ms) * 1000),
      p95MsWith16Clients: round(p95(busy.result.map(({ ms }) => ms))),
      p95MsAt20PerSecond: round(p95(calm.map(({ ms }) => ms))),
      bareInsertsPerSecond: round(bare),
      ratioToBareInserts: round(accepted / busy.ms / (bare / 1000)),
      noneRefused: accepted === count && calm.every(({ ok }) => ok),
    }
  } finally {
    agent.destroy()
    await product.stop()
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sendReport = (product: Product, agent: Agent) =>
  new Promise<{ ok: boolean; ms: number }>((resolve, reject) => {
    const began = performance.now()
    const body = new URLSearchParams({
      form: randomUUID(),
      story,
      worker: 'Siti Contoh',
      district: '72.10',
      country: 'SA',
      situation: 'abroad',
      role: 'family',
      reach: 'whatsapp',
      reachAt: `0812 ${Math.floor(Math.random() * 10 ** 8)}`,
    }).toString()
    const headers = {
      origin: product.url,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }
    request(`${product.url}/lapor`, { method: 'POST', agent, headers }, answer => {
      let html = ''
      answer.on('data', piece => (html += piece))
      answer.on('end', () =>
        resolve({
          ok: answer.statusCode === 200 && html.includes('class="receipt'),
          ms: performance.now() - began,
        }),
      )
    })
      .on('error', reject)
      .end(body)
  })

const inParallel = async <T>(total: number, hands: number, work: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  let begun = 0
  const hand = async () => {
    while (begun++ < total) results.push(await work())
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return results
}

const atRate = async <T>(perSecond: number, seconds: number, work: () => Promise<T>): Promise<T[]> => {
  const begun: Promise<T>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    begun.push(work())
    await new Promise(resolve => setTimeout(resolve, 1000 / perSecond))
  }
  return Promise.all(begun)
}

/** One row of as many bytes as a report leaves, each in a transaction of its own. @returns rows a second */
const bareInserts = async (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: clients })
  await pool.query('create table bare (id uuid primary key, content bytea not null)')
  const content = randomBytes(story.length + 900)
  const insert = () => pool.query('insert into bare values ($1, $2)', [randomUUID(), content])
  await inParallel(100, clients, insert)
  const { ms } = await timed(() => inParallel(count * 2, clients, insert))
  await pool.end()
  return (count * 2 * 1000) / ms
}

const timed = async <T>(work: () => Promise<T>) => {
  const began = performance.now()
  const result = await work()
  return { result, ms: performance.now() - began }
}

const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
const round = (figure: number) => Number(figure.toFixed(2))
