import { lock, randomKey, unlock } from './lock.ts'

/** Where an entry belongs. All of it is bound into the ciphertext: an entry moved, swapped or put back does not open. */
export interface EntryRef {
  recordId: string
  entryId: string
  kind: string
  version: number
}

/** Encrypts an entry once, under a fresh key that is then sealed to each holder. The caller wipes the key. */
export const sealEntry = (ref: EntryRef, plaintext: Uint8Array): { ciphertext: Buffer; key: Buffer } => {
  const key = randomKey()
  return { ciphertext: lock(key, plaintext, placeOf(ref)), key }
}

/** @throws Broken, naming the entry; never a wrong text */
export const openEntry = (ref: EntryRef, ciphertext: Buffer, key: Buffer): Buffer =>
  unlock(key, ciphertext, placeOf(ref))

export const placeOf = ({ recordId, entryId, kind, version }: EntryRef) =>
  `entry ${JSON.stringify([recordId, entryId, kind, version])}`
