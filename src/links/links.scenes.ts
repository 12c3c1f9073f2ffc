import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Database } from '../platform/database/database.ts'
import { type Embedded, startEmbedded } from '../platform/database/embedded.ts'
import { estimateOf } from './estimate.ts'
import { issueSampleLinks, openMigrated, type SampleLink } from './links.samples.ts'
import { type Links, openLinks } from './open-links.ts'
import { visitsByDuty } from './queries.ts'
import { unpacked } from './sketch.ts'

/** Where the tests of a file play: one database with some links. */
export const scene = {} as {
  folder: string
  engine: Embedded
  db: Database
  links: SampleLink[]
  logged: unknown[]
}

const ends: (() => Promise<unknown>)[] = []

export const setScene = (count: number) => {
  beforeAll(async () => {
    scene.folder = await mkdtemp(join(tmpdir(), 'sinergi-links-'))
    scene.engine = await startEmbedded(scene.folder)
    scene.db = await openMigrated(scene.engine.url)
    scene.links = await issueSampleLinks(scene.db, count)
    scene.logged = []
  })
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  afterAll(async () => {
    await scene.db.close()
    await scene.engine.stop()
    await rm(scene.folder, { recursive: true, force: true })
  })
}

/** Tracked links as one process has them, on a port of their own; what is none of theirs gets 404. */
export const startLinks = async (
  db: Pick<Database, 'asJob'> = scene.db,
  freshEveryMs = 60_000,
): Promise<{ port: number; links: Links }> => {
  const links = openLinks({ db, freshEveryMs, log: { warn: (...said) => scene.logged.push(said) } })
  await links.ready
  const server = createServer((incoming, response) => {
    const next = () => void response.writeHead(404).end()
    if (!links.answer(incoming, response, next)) next()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(async () => {
    server.closeAllConnections()
    server.close()
    await links.stop()
  })
  return { port: (server.address() as AddressInfo).port, links }
}

/** The same in a process that can be killed. */
export const forkLinks = async (): Promise<{ port: number; child: ChildProcess }> => {
  const child = fork(new URL('./links.scenes.child.ts', import.meta.url), [scene.engine.url], {
    execArgv: [],
  })
  ends.push(async () => child.kill('SIGKILL'))
  const [port] = (await once(child, 'message')) as [number]
  return { port, child }
}

export const agent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36'

export const visit = async (
  port: number,
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
) => {
  const asked = request({
    port,
    host: '127.0.0.1',
    path,
    method,
    headers: { 'user-agent': agent, ...headers },
  }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  return answer
}

export const visitsOf = async ({ dutyId }: SampleLink) => {
  const [visits] = await scene.db.asJob(tx => visitsByDuty(tx, [dutyId]))
  return visits && { clicks: visits.clicks, scans: visits.scans, previews: visits.previews }
}

/** The best guess of today's sketches of a link, all passes apart. */
export const devicesOf = async ({ code }: SampleLink) => {
  const rows = await scene.db.asJob(tx =>
    tx.selectFrom('link_sketches').select('sketch').where('code', '=', code).execute(),
  )
  return rows.reduce((sum, { sketch }) => sum + Math.round(estimateOf(unpacked(sketch))), 0)
}
