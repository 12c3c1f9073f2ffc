import sodium from 'sodium-native'
import { type KeyPair, keyPairFrom } from './holder.ts'
import { wipe } from './lock.ts'

// Base32 without I, L, O, U: nothing that is read as something else (Crockford's alphabet).
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const seedBytes = 16
const dataSigns = 26
const checkSigns = 2

/** A recovery key on two sheets of paper. Either half alone is random; both together are the key. */
export interface PaperKey {
  halves: [string, string]
  keyPair: KeyPair
}

export const newPaperKey = (): PaperKey => {
  const [one, two] = [Buffer.alloc(seedBytes), Buffer.alloc(seedBytes)]
  sodium.randombytes_buf(one)
  sodium.randombytes_buf(two)
  return { halves: [written(one), written(two)], keyPair: joined(one, two) }
}

/** @returns the key of two halves, in either order; undefined when one of them is mistyped. Whether it is the right key shows at opening. */
export const paperKeyOf = (one: string, two: string): KeyPair | undefined => {
  const [a, b] = [readHalf(one), readHalf(two)]
  return a && b && joined(a, b)
}

/** What a half is written as when it is typed in any case, with or without its dashes. */
export const tidyHalf = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

const joined = (one: Buffer, two: Buffer): KeyPair => {
  const both = Buffer.from(one.map((byte, index) => byte ^ two[index]!))
  const seed = Buffer.alloc(32)
  sodium.crypto_generichash(seed, both, Buffer.from('sinergi recovery key'))
  const pair = keyPairFrom(seed)
  wipe(one, two, both, seed)
  return pair
}

/** Seven groups of four: 26 signs of the half, and two that find a slip of the pen. */
const written = (half: Buffer) =>
  (base32(BigInt(`0x${half.toString('hex')}`), dataSigns) + checkOf(half)).match(/.{4}/g)!.join('-')

const readHalf = (text: string): Buffer | undefined => {
  const signs = tidyHalf(text)
  if (signs.length !== dataSigns + checkSigns || ![...signs].every(sign => alphabet.includes(sign)))
    return undefined
  const value = [...signs.slice(0, dataSigns)].reduce(
    (sum, sign) => sum * 32n + BigInt(alphabet.indexOf(sign)),
    0n,
  )
  if (value >> 128n) return undefined
  const half = Buffer.from(value.toString(16).padStart(seedBytes * 2, '0'), 'hex')
  return checkOf(half) === signs.slice(dataSigns) ? half : undefined
}

const checkOf = (half: Buffer) => {
  const hash = Buffer.alloc(16)
  sodium.crypto_generichash(hash, half)
  return base32(BigInt(hash.readUInt16BE() & 1023), checkSigns)
}

const base32 = (value: bigint, length: number) =>
  Array.from(
    { length },
    (_, place) => alphabet[Number((value >> BigInt(5 * (length - 1 - place))) & 31n)],
  ).join('')
