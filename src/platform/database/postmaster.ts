import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { type Footing, onFooting } from './unprivileged.ts'

/** A running PostgreSQL server. */
export interface Postmaster {
  /** Settles when the server has ended, for whatever reason; `asked` tells whether stop() was the reason. */
  exited: Promise<Exit>
  hasExited(): boolean
  lastWords(): string
  stop(): Promise<void>
}

export interface Exit {
  asked: boolean
  code: number | null
  signal: string | null
}

interface Place {
  cluster: string
  socketFolder: string
  logFile: string
}

/** Starts the server; it is not yet ready when this returns. */
export const startPostmaster = (program: string, place: Place, footing: Footing): Postmaster => {
  const { command, args, options } = onFooting(footing, program, serverArgs(place))
  const log = openLog(place.logFile)
  // In a session of its own: Ctrl-C in the terminal must reach us first, who still have requests to finish.
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log.file, log.file] })
  closeSync(log.file)
  let asked = false
  let over = false
  const exited = new Promise<Exit>(settle => {
    const end = (code: number | null, signal: string | null) => {
      over = true
      settle({ asked, code, signal })
    }
    child.once('exit', end)
    child.once('error', () => end(null, null))
  })
  const stop = async () => {
    asked = true
    child.kill('SIGINT')
    const harder = setTimeout(() => child.kill('SIGQUIT'), 30_000)
    await exited
    clearTimeout(harder)
  }
  return { exited, hasExited: () => over, lastWords: () => linesSince(place.logFile, log.start), stop }
}

const serverArgs = ({ cluster, socketFolder }: Place) => [
  ...['-D', cluster],
  ...Object.entries({ ...settings, unix_socket_directories: quoted(socketFolder) }).flatMap(setting),
]

const setting = ([name, value]: [string, string | number]) => ['-c', `${name}=${value}`]

const quoted = (folder: string) => `"${folder.replaceAll('"', '""')}"`

/** Durable and small: measured in docs as resident memory of the whole process tree. */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  listen_addresses: '',
  port: 5432,
  max_connections: 40,
  shared_buffers: '48MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  max_wal_senders: 0,
  max_worker_processes: 2,
  max_parallel_workers: 0,
  max_logical_replication_workers: 0,
  autovacuum: 'on',
  autovacuum_max_workers: 2,
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const roomyLog = 10 * 1024 * 1024

const openLog = (logFile: string) => {
  if (sizeOf(logFile) > roomyLog) renameSync(logFile, `${logFile}.1`)
  const start = sizeOf(logFile)
  return { file: openSync(logFile, 'a', 0o600), start }
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const linesSince = (logFile: string, start: number) =>
  readFileSync(logFile).subarray(start).toString('utf8').trimEnd().split('\n').slice(-12).join('\n')
