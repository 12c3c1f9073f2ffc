import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** The SHA-256 of a file's content in lower-case hex: its name in the store. */
export type FileKey = string

/** Files by their content. An object store can stand behind the same interface. */
export interface FileStore {
  /** Keeps the bytes; once it resolves they survive kill -9 and power loss. The same bytes are kept once. */
  put(bytes: Uint8Array): Promise<FileKey>
  /** @throws FileCorrupted when the disk gives other bytes than were put */
  get(key: FileKey): Promise<Uint8Array | undefined>
  has(key: FileKey): Promise<boolean>
  /** Forgets a file for good; one that is not there is no matter. */
  remove(key: FileKey): Promise<void>
  /** Forgets what writers that were cut off before then have left half written. @returns how many drafts went */
  forgetDrafts(before: Date): Promise<number>
}

/** The content of a stored file no longer fits its key. */
export class FileCorrupted extends Error {
  override name = 'FileCorrupted'
  readonly key: FileKey
  constructor(key: FileKey) {
    super(`The stored file ${key} is corrupted: its content does not fit its key`)
    this.key = key
  }
}

/** A store in a folder, which is created at the first use, two levels deep: `ab/cd/abcd...`. */
export const fileStore = (folder: string): FileStore => ({
  put: async bytes => {
    const key = keyOf(bytes)
    const place = placeOf(folder, key)
    if (!(await holds(place, key))) await write(place, bytes)
    // Also when it was there: another put may have renamed it without having reached the disk yet.
    await syncUpwards(path.dirname(place), 4)
    return key
  },
  get: async key => {
    const bytes = await readIfThere(placeOf(folder, key))
    if (bytes && keyOf(bytes) !== key) throw new FileCorrupted(key)
    return bytes
  },
  has: async key => isKey(key) && (await isFile(placeOf(folder, key))),
  remove: key => rm(placeOf(folder, key), { force: true }),
  forgetDrafts: async before => {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    const drafts = names.filter(name => name.endsWith(draftEnd)).map(name => path.join(folder, name))
    const old = await Array.fromAsync(drafts, async draft => ((await isOlder(draft, before)) ? [draft] : []))
    await Promise.all(old.flat().map(draft => rm(draft, { force: true })))
    return old.flat().length
  },
})

/** Whether the text has the form of a key; anything else never becomes a path. */
export const isKey = (text: string) => /^[0-9a-f]{64}$/.test(text)

/** The key under which these bytes are kept, or would be. */
export const keyOf = (bytes: Uint8Array): FileKey => createHash('sha256').update(bytes).digest('hex')

const placeOf = (folder: string, key: FileKey) => {
  if (!isKey(key)) throw new TypeError('Not a key of a stored file')
  return path.join(folder, key.slice(0, 2), key.slice(2, 4), key)
}

const holds = async (place: string, key: FileKey) => {
  const bytes = await readIfThere(place)
  return bytes !== undefined && keyOf(bytes) === key
}

const draftEnd = '.part'

// A draft that is gone meanwhile was finished.
const isOlder = (draft: string, before: Date) =>
  stat(draft).then(
    ({ mtime }) => mtime < before,
    () => false,
  )

const write = async (place: string, bytes: Uint8Array) => {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const draft = `${place}.${randomUUID()}${draftEnd}`
  try {
    await writeSynced(draft, bytes)
    await rename(draft, place)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const writeSynced = async (file: string, bytes: Uint8Array) => {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A new name is safe only when the folder that lists it is on the disk, and that folder's own name too. */
const syncUpwards = async (folder: string, levels: number): Promise<void> => {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
  if (levels > 1) await syncUpwards(path.dirname(folder), levels - 1)
}

const readIfThere = (file: string): Promise<Uint8Array | undefined> =>
  readFile(file).catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

const isFile = (file: string) =>
  stat(file).then(
    found => found.isFile(),
    () => false,
  )
