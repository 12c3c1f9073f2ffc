import sodium from 'sodium-native'

/** 64 bits of a text under a key: without the key nobody can tell which text it was, nor try texts out. */
export interface ShortHash {
  /** @returns the two halves, each an unsigned 32-bit number */
  of(text: string): { high: number; low: number }
  /** Overwrites the key; nothing can be hashed any more. */
  forget(): void
}

const longest = 2048

/** SipHash-2-4 under a key (new unless given) that never leaves the memory of this process. */
export const openShortHash = (key: Buffer = newShortKey()): ShortHash => {
  const input = Buffer.alloc(longest)
  const output = Buffer.alloc(sodium.crypto_shorthash_BYTES)
  return {
    of: text => {
      const length = input.write(text)
      sodium.crypto_shorthash(output, input.subarray(0, length), key)
      return { high: output.readUInt32LE(0), low: output.readUInt32LE(4) }
    },
    forget: () => {
      sodium.sodium_memzero(key)
      sodium.sodium_memzero(input)
    },
  }
}

/** A key in memory that is never swapped to disk. */
const newShortKey = () => {
  const key = sodium.sodium_malloc(sodium.crypto_shorthash_KEYBYTES)
  sodium.randombytes_buf(key)
  return key
}
