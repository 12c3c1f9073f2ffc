import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { makeApp } from './app.tsx'
import { startDutyReminders, startProofChecks, startRecalls, startRecaps } from './campaigns/index.ts'
import { loadHolidays, startTime } from './complaints/index.ts'
import { startForgettingNames, startReminders } from './coordination/index.ts'
import { startErrands } from './errands/index.ts'
import { keepIndex } from './front/index.ts'
import { startInsight } from './insight/index.ts'
import { openLinks, startReckoning } from './links/index.ts'
import { loadGuidance, startForgetting, writeSignals } from './offers/index.ts'
import { type Config, isLoopback } from './platform/config.ts'
import { type Database, openDatabase } from './platform/database/database.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { migrate } from './platform/database/migrate.ts'
import { startSweepingFiles } from './platform/files/jobs.ts'
import { openHouse } from './platform/house.ts'
import type { MessageKey, Translate, Values } from './platform/i18n/messages.ts'
import { startReturnees } from './returnees/index.ts'
import { loadSample, sampleSignIns } from './sample/load-sample.ts'
import { deleteVaults } from './staff/index.ts'

/** The program cannot run as asked, for a reason a person can mend. */
export class CannotStart extends Error {
  readonly key: MessageKey
  readonly values: Values
  constructor(key: MessageKey, values: Values = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

type Say = (text: string) => void

/**
 * Runs the product until it is told to stop.
 * @param sample loads the sample province into an empty database; such a house is never open to other machines
 * @throws CannotStart, DataFolderBusy, DataFolderUnusable, SchemaNewer; nothing is changed then
 */
export const serve = async (config: Config, t: Translate, say: Say, sample: boolean): Promise<void> => {
  if (sample && !isLoopback(config.host))
    throw new CannotStart('start.sample-not-public', { host: config.host })
  const server = createServer(stillStarting)
  await listen(server, config)
  const port = (server.address() as AddressInfo).port
  const settled = { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) }
  const engine = await startEngine(settled)
  const owner = openDatabase(engine.url)
  await migrate(owner.ownerPool).finally(() => owner.close())
  const house = await openHouse(settled, engine.url)
  if (sample) await loadSample(house, () => say(t('start.loading')))
  else await refuseSampleInPublic(house.db, config.host)
  await loadGuidance(house)
  await loadHolidays(house)
  // The only process on this database has just begun: what an earlier one had open is closed.
  if (!config.databaseUrl) await house.db.asJob(tx => deleteVaults(tx))
  const app = makeApp(house)
  await startErrands(house)
  const leaveIndex = await keepIndex(house)
  await startForgetting(house)
  await startSweepingFiles(house)
  await startTime(house)
  await startReminders(house)
  await startDutyReminders(house)
  await startRecaps(house)
  await startForgettingNames(house)
  await startRecalls(house)
  await startReturnees(house)
  await startProofChecks(house)
  await startInsight(house)
  await startReckoning(house)
  const links = openLinks(house)
  await links.ready
  const listener = getRequestListener(app.fetch)
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (!links.answer(request, response, () => listener(request, response))) listener(request, response)
  })
  await announce(house.config.dataDir, settled, t, say, sample)
  stopOnSignal(async () => {
    server.close()
    server.closeIdleConnections()
    leaveIndex()
    await house.jobs.stop()
    // Last before the database: a click on a connection still open is answered, and so counted, until here.
    server.closeAllConnections()
    await links.stop()
    await writeSignals(house)
    await house.db.close()
    await engine.stop()
  })
}

/** One database for a command that ends by itself. */
export const withDatabase = async <T>(
  config: Config,
  work: (db: Database, url: string) => Promise<T>,
): Promise<T> => {
  const engine = await startEngine(config)
  const db = openDatabase(engine.url)
  try {
    return await work(db, engine.url)
  } finally {
    await db.close()
    await engine.stop()
  }
}

const startEngine = (config: Config) =>
  config.databaseUrl
    ? Promise.resolve({ url: config.databaseUrl, stop: async () => {} })
    : startEmbedded(config.dataDir)

const stillStarting: Parameters<typeof createServer>[1] = (_request, response) => {
  response.writeHead(503, { 'retry-after': '2' }).end()
}

const listen = (server: Server, { host, port }: Config) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const key = error.code === 'EADDRINUSE' ? 'start.port-taken' : 'start.cannot-listen'
      reject(new CannotStart(key, { host, port, cause: error.message }))
    })
    server.listen(port, host, resolve)
  })

const refuseSampleInPublic = async (db: Database, host: string) => {
  if (isLoopback(host)) return
  const sample = await db.asJob(tx =>
    tx.selectFrom('staff').select('id').where('sample', '=', true).limit(1).executeTakeFirst(),
  )
  if (sample) throw new CannotStart('start.sample-not-public', { host })
}

const announce = async (dataDir: string, { publicUrl }: Config, t: Translate, say: Say, sample: boolean) => {
  say(t('start.ready', { url: publicUrl }))
  if (!sample) return
  say(t('start.sign-in', { url: `${publicUrl}/masuk` }))
  for (const person of sampleSignIns(dataDir))
    say(`  ${person.email.padEnd(34)} ${person.password}  ${person.office}: ${person.roles.join(', ')}`)
}

const stopOnSignal = (stop: () => Promise<void>) => {
  const end = () => void stop().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}
