import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A secret of this house for one purpose, derived from the root key: knowing one tells nothing of another. */
export type Secret = (purpose: string) => Buffer

/**
 * Opens the root key of 32 bytes, or makes it at first start. It lives beside the database, never in it.
 * @param file kept at mode 0600
 */
export const openSecrets = (file: string): Secret => {
  const key = existsSync(file) ? readFileSync(file) : make(file)
  if (key.length !== 32)
    throw new Error(`${file} is damaged: a root key has 32 bytes. Restore it from a backup.`)
  return purpose => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))
}

const make = (file: string) => {
  const key = randomBytes(32)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, key, { mode: 0o600, flag: 'wx', flush: true })
  return key
}
