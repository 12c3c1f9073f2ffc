import sodium from 'sodium-native'
import { Broken } from './lock.ts'

export interface KeyPair {
  publicKey: Buffer
  /** In guarded memory, never swapped; wiped by `forget`. */
  secretKey: Buffer
}

export const newKeyPair = (): KeyPair => {
  const pair = emptyPair()
  sodium.crypto_box_keypair(pair.publicKey, pair.secretKey)
  return pair
}

/** The pair that always comes of the same 32 bytes. */
export const keyPairFrom = (seed: Buffer): KeyPair => {
  const pair = emptyPair()
  sodium.crypto_box_seed_keypair(pair.publicKey, pair.secretKey, seed)
  return pair
}

/** The pair of a secret key that was kept somewhere; the given bytes are wiped. */
export const keyPairOf = (secret: Buffer): KeyPair => {
  const pair = emptyPair()
  secret.copy(pair.secretKey)
  sodium.sodium_memzero(secret)
  sodium.crypto_scalarmult_base(pair.publicKey, pair.secretKey)
  return pair
}

/** Seals a key so that only the holder of the secret key opens it. */
export const sealKeyTo = (publicKey: Buffer, key: Buffer): Buffer => {
  const sealed = Buffer.allocUnsafeSlow(key.length + sodium.crypto_box_SEALBYTES)
  sodium.crypto_box_seal(sealed, key, publicKey)
  return sealed
}

/** @throws Broken, naming what was to be opened */
export const openKey = (sealed: Buffer, { publicKey, secretKey }: KeyPair, what: string): Buffer => {
  if (sealed.length <= sodium.crypto_box_SEALBYTES) throw new Broken(what)
  const key = Buffer.allocUnsafeSlow(sealed.length - sodium.crypto_box_SEALBYTES)
  if (!sodium.crypto_box_seal_open(key, sealed, publicKey, secretKey)) throw new Broken(what)
  return key
}

const emptyPair = (): KeyPair => ({
  publicKey: Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES),
  secretKey: sodium.sodium_malloc(sodium.crypto_box_SECRETKEYBYTES),
})
