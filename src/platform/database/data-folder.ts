import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another program works on this data folder at this moment. */
export class DataFolderBusy extends Error {
  override name = 'DataFolderBusy'
  readonly path: string
  constructor(folder: string) {
    super(`Another program is already running on the data folder ${folder}`)
    this.path = folder
  }
}

/** The data folder cannot be created, entered or written; nothing in it was changed. */
export class DataFolderUnusable extends Error {
  override name = 'DataFolderUnusable'
  readonly path: string
  constructor(folder: string, why: string, cause?: unknown) {
    super(`The data folder ${folder} cannot be used: ${why}`, { cause })
    this.path = folder
  }
}

export interface HeldFolder {
  /** The folder's real path, symbolic links resolved. */
  path: string
  release(): void
}

/**
 * Creates the data folder when it is missing and holds it for the life of this process.
 * @throws DataFolderBusy, DataFolderUnusable
 */
export const holdDataFolder = (folder: string): HeldFolder => {
  const real = openFolder(path.resolve(folder))
  const lock = takeLock(real)
  return { path: real, release: () => lock.isOpen && lock.close() }
}

const openFolder = (folder: string): string => {
  try {
    // 0711 for root: the database server runs under another uid and must pass through, not look around.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return realpathSync(folder)
  } catch (error) {
    throw new DataFolderUnusable(folder, (error as Error).message, error)
  }
}

/**
 * SQLite's exclusive lock is a kernel record lock on the file: released at kill -9, not inherited by the
 * orphaned server, free of races, and seen from other containers on the same disk. Node has no flock, and
 * an abstract socket ends at the network namespace and can be squatted by any local user. The price: nothing
 * else in this process may open the file, for closing it would drop the lock.
 */
const takeLock = (folder: string): DatabaseSync => {
  const lock = new DatabaseSync(path.join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new DataFolderBusy(folder)
    throw new DataFolderUnusable(folder, `its lock file: ${(error as Error).message}`, error)
  }
}

const sqliteBusy = 5
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
