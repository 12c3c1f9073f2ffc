import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { DataFolderUnusable } from './data-folder.ts'
import type { Owner } from './unprivileged.ts'

export const socketName = '.s.PGSQL.5432'

/**
 * An empty folder for the server's socket that only its owner may enter: inside the data folder, or, when that
 * path is longer than a socket address allows, in the temporary folder.
 */
export const prepareSocketFolder = async (folder: string, owner: Owner | undefined): Promise<string> => {
  const place = socketPlace(folder)
  const found = await lstat(place).catch(() => undefined)
  if (found && !isOurs(found, owner)) throw new DataFolderUnusable(folder, `${place} belongs to someone else`)
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { mode: 0o700 })
  if (owner) await chown(place, owner.uid, owner.gid)
  return place
}

// sun_path holds 108 bytes on Linux and 104 on macOS, each with a closing zero.
const longestAddress = process.platform === 'linux' ? 107 : 103

const socketPlace = (folder: string) => {
  const near = path.join(folder, 'run')
  if (Buffer.byteLength(path.join(near, socketName)) <= longestAddress) return near
  return path.join(os.tmpdir(), `sinergi-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}

const isOurs = (found: { uid: number; isDirectory(): boolean }, owner: Owner | undefined) =>
  found.isDirectory() && [owner?.uid, process.getuid?.()].includes(found.uid)
