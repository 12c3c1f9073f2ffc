import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { holdDataFolder } from './data-folder.ts'
import { stopOrphan } from './orphan.ts'
import { type Exit, type Postmaster, startPostmaster } from './postmaster.ts'
import { prepareSocketFolder } from './socket-folder.ts'
import { findFooting } from './unprivileged.ts'

export { DataFolderBusy, DataFolderUnusable } from './data-folder.ts'

export interface Embedded {
  /** Connects as the role `sinergi` to the database `sinergi`, over a unix socket. */
  url: string
  /** Settles when the server has ended; `asked` is false when it ended by itself. */
  exited: Promise<Exit>
  /** Ends the server after the running transactions were rolled back, and lets the data folder go. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm installed, with its cluster in `<dataDir>/pg` and its log in
 * `<dataDir>/postgres.log`; the first start creates it.
 * @throws DataFolderBusy, DataFolderUnusable, or an Error with the last lines of the server's log
 */
export const startEmbedded = async (dataDir: string): Promise<Embedded> => {
  const folder = holdDataFolder(dataDir)
  try {
    const { server, socketFolder } = await startServer(folder.path)
    const stop = async () => {
      await server.stop()
      await rm(socketFolder, { recursive: true, force: true })
      folder.release()
    }
    let stopped: Promise<void> | undefined
    return { url: urlOf(socketFolder), exited: server.exited, stop: () => (stopped ??= stop()) }
  } catch (error) {
    folder.release()
    throw error
  }
}

const startServer = async (folder: string) => {
  const cluster = path.join(folder, 'pg')
  const binaries = await findBinaries()
  const footing = await findFooting(folder, cluster, binaries.postgres)
  await stopOrphan(cluster)
  await prepareCluster(folder, cluster, binaries, footing)
  const socketFolder = await prepareSocketFolder(folder, footing.owner)
  const place = { cluster, socketFolder, logFile: path.join(folder, 'postgres.log') }
  const server = startPostmaster(binaries.postgres, place, footing)
  try {
    await prepareDatabase(await connectWhenReady(server, socketFolder))
    return { server, socketFolder }
  } catch (cause) {
    await server.stop()
    throw new Error(`PostgreSQL did not start. Its last lines:\n${server.lastWords()}`, { cause })
  }
}

// Recovery after a power cut replays at most max_wal_size, which a slow disk does in well under this time.
const patience = 300_000

const connectWhenReady = async (server: Postmaster, socketFolder: string): Promise<Client> => {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(15)) {
    if (server.hasExited()) throw new Error('The server process ended')
    const client = new Client({ connectionString: urlOf(socketFolder, 'postgres') })
    const failure = await client.connect().then(() => undefined, asError)
    if (!failure) return client
    await client.end().catch(() => undefined)
  }
  throw new Error(`The server was not ready after ${patience / 1000} s`)
}

const asError = (error: unknown) => error ?? new Error('not connected')

const prepareDatabase = async (client: Client) => {
  try {
    const role = await client.query("select from pg_roles where rolname = 'sinergi'")
    if (role.rowCount === 0) await client.query('create role sinergi login createrole')
    const database = await client.query("select from pg_database where datname = 'sinergi'")
    if (database.rowCount === 0) await client.query('create database sinergi owner sinergi')
  } finally {
    await client.end()
  }
}

/** Port and TLS are spelled out so that PGPORT and PGSSLMODE of the environment do not count. */
const urlOf = (socketFolder: string, user = 'sinergi') =>
  `postgresql://${user}@/${user}?host=${encodeURIComponent(socketFolder)}&port=5432&sslmode=disable`
