import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../secrets.ts'
import { Broken } from './lock.ts'

/**
 * A mark that only the house can make. Public keys lie open in the database: whoever can write there must not be able to put
 * a key of the own in the place of another, and so be sealed to.
 * @param place whose key it is
 */
export const vouch = (secret: Secret, place: string, publicKey: Buffer): Buffer =>
  createHmac('sha256', secret('vouch')).update(place).update('|').update(publicKey).digest()

/** @throws Broken, naming the place */
export const vouched = (secret: Secret, place: string, publicKey: Buffer, mark: Buffer | null): Buffer => {
  const expected = vouch(secret, place, publicKey)
  if (mark?.length !== expected.length || !timingSafeEqual(mark, expected)) throw new Broken(place)
  return publicKey
}
