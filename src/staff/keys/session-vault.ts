import { randomBytes } from 'node:crypto'
import { generateCookie } from 'hono/cookie'
import type { House } from '../../platform/house.ts'
import { Broken, type KeyPair, keyPairOf, lock, randomKey, unlock, wipe } from '../../platform/vault/index.ts'
import type { Actor } from '../actor.ts'
import { bindVault, insertVault, useVault } from './queries.ts'

export const vaultCookie = 'vault'
const idleMinutes = 30
const lifetimeHours = 12
const idBytes = 16

/** The vault is closed: no cookie, idle too long, or its time is over. The password opens it again. */
export class Locked extends Error {}

/**
 * Puts a member's secret aside for the length of a session.
 * @param sessionId nothing while the second step of the sign-in is still to come
 * @returns the cookie, which alone opens it: the database does not
 */
export const fillVault = async (
  { db, config }: Pick<House, 'db' | 'config'>,
  actor: Actor,
  sessionId: string | undefined,
  pair: KeyPair,
): Promise<string> => {
  const id = randomBytes(idBytes)
  const key = randomKey()
  const row = {
    id,
    staff_id: actor.staffId,
    session_id: sessionId ?? null,
    sealed_secret: lock(key, pair.secretKey, placeOf(id, actor)),
  }
  await db.asActor(actor, tx => insertVault(tx, row, lifetimeHours))
  const value = Buffer.concat([id, key])
  const cookie = cookieOf(value.toString('base64url'), config.publicUrl)
  wipe(key, value)
  return cookie
}

/** @throws Locked */
export const openVault = async (
  { db }: Pick<House, 'db'>,
  actor: Actor,
  sessionId: string,
  cookie: string | undefined,
): Promise<KeyPair> => {
  const { id, key } = read(cookie)
  try {
    const row = await db.asActor(actor, tx => useVault(tx, id, sessionId, idleMinutes))
    if (!row) throw new Locked()
    return keyPairOf(unlock(key, row.sealed_secret, placeOf(id, actor)))
  } catch (error) {
    throw error instanceof Broken ? new Locked() : error
  } finally {
    wipe(key)
  }
}

/** After the second step: what the password opened now belongs to the session. */
export const keepVault = async (
  { db }: Pick<House, 'db'>,
  actor: Actor,
  sessionId: string,
  cookie: string | undefined,
) => {
  const id = Buffer.from(cookie ?? '', 'base64url').subarray(0, idBytes)
  await db.asActor(actor, tx => bindVault(tx, id, sessionId, idleMinutes))
}

/** Without an age: it goes when the browser is closed. */
const cookieOf = (value: string, publicUrl: string) =>
  generateCookie(vaultCookie, value, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicUrl.startsWith('https:'),
    path: '/',
  })

/** What a cookie just given out holds. */
export const cookieValue = (line: string) => new RegExp(`^${vaultCookie}=([^;]*)`).exec(line)?.[1]

const read = (cookie: string | undefined) => {
  const value = Buffer.from(cookie ?? '', 'base64url')
  if (value.length !== idBytes + 32) throw new Locked()
  return { id: value.subarray(0, idBytes), key: value.subarray(idBytes) }
}

const placeOf = (id: Buffer, { staffId }: Actor) => `session vault ${id.toString('hex')} of ${staffId}`
