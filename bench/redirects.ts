import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { issueSampleLinks, openMigrated, type SampleLink } from '../src/links/links.samples.ts'
import type { Database } from '../src/platform/database/database.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { type ServerChild, startChild, type Told } from './child.ts'

const rounds = 4
const seconds = 3
const warmUpSeconds = 1
const connections = 32
const links = 200

/**
 * Tracked links beside a bare Node server that answers 302, in turns, so that whatever else the machine does hits both.
 * `countsMatch`: what stands in the database at the end is what the server answered, and fits what the clients received.
 */
export const redirects = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-bench-'))
  const embedded = await startEmbedded(folder)
  const db = await openMigrated(embedded.url)
  try {
    return await measure(db, embedded.url, await issueSampleLinks(db, links))
  } finally {
    await db.close()
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const measure = async (db: Database, url: string, issued: SampleLink[]) => {
  const ours = await startChild('redirect-server.ts', url)
  const bare = await startChild('bare-server.ts')
  try {
    const runs = await inTurns(ours, bare, pathsOf(issued))
    const told = await ours.ask()
    await ours.stop()
    return report(runs, told, await countedIn(db))
  } finally {
    await Promise.all([ours.stop(), bare.stop()])
  }
}

type Round = { ours: autocannon.Result; bare: autocannon.Result }

const inTurns = async (ours: ServerChild, bare: ServerChild, paths: string[]) => {
  const warmUps = [await load(ours, paths, warmUpSeconds), await load(bare, paths, warmUpSeconds)]
  const turns: Round[] = []
  for (let round = 0; round < rounds; round++)
    turns.push({ ours: await load(ours, paths, seconds), bare: await load(bare, paths, seconds) })
  return { turns, seen: [warmUps[0]!, ...turns.map(turn => turn.ours)] }
}

const load = ({ port }: ServerChild, paths: string[], duration: number) =>
  autocannon({
    url: `http://127.0.0.1:${port}`,
    duration,
    connections,
    headers: { 'user-agent': phone },
    requests: paths.map(path => ({ path })),
  })

// A phone's browser, so that every answer pays for telling a person from a machine to the last pattern.
const phone =
  'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'

/** Half of the links clicked, half scanned. */
const pathsOf = (issued: SampleLink[]) =>
  issued.map(({ code }, index) => (index % 2 ? `/T/${code}` : `/t/${code.toLowerCase()}`))

const countedIn = async (db: Database) => {
  const rows = await db.asJob(tx => tx.selectFrom('link_hours').selectAll().execute())
  return rows.reduce((sum, { clicks, scans, previews }) => sum + clicks + scans + previews, 0)
}

const report = ({ turns, seen }: Awaited<ReturnType<typeof inTurns>>, told: Told, counted: number) => {
  const ours = median(turns.map(turn => turn.ours.requests.average))
  const bare = median(turns.map(turn => turn.bare.requests.average))
  const received = seen.reduce((sum, result) => sum + result.non2xx, 0)
  return {
    ratio: round(ours / bare, 3),
    ours: Math.round(ours),
    bare: Math.round(bare),
    p99Ms: median(turns.map(turn => turn.ours.latency.p99)),
    cpuMsPerClick: round(told.cpuMs / told.answered, 4),
    // The load ends while up to one answer per connection is on its way: answered, but never received.
    countsMatch:
      counted === told.answered && counted >= received && counted <= received + seen.length * connections,
    counted,
    answered: told.answered,
    received,
  }
}

const median = (figures: number[]) => {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const round = (figure: number, digits: number) => Number(figure.toFixed(digits))
