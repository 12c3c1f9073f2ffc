import sodium from 'sodium-native'

const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
const tagBytes = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES
export const keyBytes = 32

/** What was locked does not open: another key, another place, or a byte that was changed. It says nothing of the content. */
export class Broken extends Error {
  constructor(place: string, options?: ErrorOptions) {
    super(`${place} does not open: it was changed, moved, or belongs to another key`, options)
  }
}

export const randomKey = (): Buffer => {
  const key = Buffer.allocUnsafeSlow(keyBytes)
  sodium.randombytes_buf(key)
  return key
}

/** XChaCha20-Poly1305 under a fresh nonce. @param place what it is and where it belongs; it opens nowhere else */
export const lock = (key: Buffer, plaintext: Uint8Array, place: string): Buffer => {
  const locked = Buffer.allocUnsafeSlow(nonceBytes + plaintext.length + tagBytes)
  const nonce = locked.subarray(0, nonceBytes)
  sodium.randombytes_buf(nonce)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    locked.subarray(nonceBytes),
    Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.length),
    Buffer.from(place),
    null,
    nonce,
    key,
  )
  return locked
}

/** @throws Broken, naming the place */
export const unlock = (key: Buffer, locked: Buffer, place: string): Buffer => {
  if (locked.length < nonceBytes + tagBytes) throw new Broken(place)
  const plaintext = Buffer.allocUnsafeSlow(locked.length - nonceBytes - tagBytes)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      plaintext,
      null,
      locked.subarray(nonceBytes),
      Buffer.from(place),
      locked.subarray(0, nonceBytes),
      key,
    )
    return plaintext
  } catch {
    throw new Broken(place)
  }
}

/** Overwrites secrets that are no longer needed. */
export const wipe = (...secrets: (Buffer | undefined)[]) => {
  for (const secret of secrets) if (secret) sodium.sodium_memzero(secret)
}
