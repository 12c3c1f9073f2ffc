import { hashRaw } from '@node-rs/argon2'
import sodium from 'sodium-native'
import { lock, unlock, wipe } from './lock.ts'

/** Of argon2id: memory in KiB and passes. */
export interface Cost {
  memory: number
  passes: number
}
/** A secret that a password opens. */
export interface UnderPassword {
  sealed: Buffer
  salt: Buffer
  cost: Cost
}

// 64 MiB, 3 passes: the second choice of RFC 9106, section 4, and what the sign-in itself uses.
const today: Cost = { memory: 65_536, passes: 3 }

/** @param place what it is and whose; it opens nowhere else */
export const sealUnder = async (password: string, secret: Buffer, place: string): Promise<UnderPassword> => {
  const salt = Buffer.alloc(16)
  sodium.randombytes_buf(salt)
  const key = await keyOf(password, salt, today)
  const sealed = lock(key, secret, place)
  wipe(key)
  return { sealed, salt, cost: today }
}

/** @throws Broken for a wrong password */
export const openUnder = async (
  password: string,
  { sealed, salt, cost }: UnderPassword,
  place: string,
): Promise<Buffer> => {
  const key = await keyOf(password, salt, cost)
  try {
    return unlock(key, sealed, place)
  } finally {
    wipe(key)
  }
}

/** Argon2id, which is the library's own choice; off the main thread. */
const keyOf = (password: string, salt: Buffer, { memory, passes }: Cost) =>
  hashRaw(password.normalize('NFC'), {
    memoryCost: memory,
    timeCost: passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  })
