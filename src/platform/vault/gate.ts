import type { Secret } from '../secrets.ts'
import { lock, unlock, wipe } from './lock.ts'

/**
 * A second lid on a sealed key, under the root key: the holder's secret key and the whole database do not open it before
 * the house takes the lid off, and it does so only in the transaction of the deed that allows it.
 * @param deed what takes the lid off: an offer by its id, or the request to see an identity
 */
export const putLid = (secret: Secret, deed: string, sealed: Buffer): Buffer =>
  underLid(secret, deed, key => lock(key, sealed, `gate ${deed}`))

/** @throws Broken when this deed is not the one it waits for */
export const takeLid = (secret: Secret, deed: string, lidded: Buffer): Buffer =>
  underLid(secret, deed, key => unlock(key, lidded, `gate ${deed}`))

const underLid = <T>(secret: Secret, deed: string, work: (key: Buffer) => T): T => {
  const key = secret(`gate ${deed}`)
  try {
    return work(key)
  } finally {
    wipe(key)
  }
}
