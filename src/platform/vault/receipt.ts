import { randomInt } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import sodium from 'sodium-native'
import type { Secret } from '../secrets.ts'
import { checkDigit, checksOut } from './damm.ts'
import { type KeyPair, keyPairFrom } from './holder.ts'
import { wipe } from './lock.ts'

const randomDigits = 17
const receiptDigits = randomDigits + 1

// Argon2id (the library's own choice), one pass over 8 MiB: with 10^17 receipts (2^56) a thief of database and root key pays 2^56 of these a receipt; the
// server pays one a report, and one for each try.
const cost = {
  memoryCost: 8192,
  timeCost: 1,
  parallelism: 1,
  outputLen: 32,
}

export type ParsedReceipt = { ok: true; digits: string } | { ok: false; reason: 'mistyped' | 'length' }

/** The receipt of a report: 17 random digits and a check digit, nothing else. */
export const newReceipt = (): string =>
  completeReceipt(Array.from({ length: randomDigits }, () => randomInt(10)).join(''))

/** @param digits the 17 that are random */
export const completeReceipt = (digits: string): string => digits + checkDigit(digits)

/** As it is shown, copied and read aloud: 482 019 337 105 628 914. */
export const groupReceipt = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ')

/** Reads what a person typed: spaces, dashes, dots and the digits of other scripts do not matter. */
export const parseReceipt = (text: string): ParsedReceipt => {
  const digits = plainDigits(text)
  if (digits?.length !== receiptDigits) return { ok: false, reason: 'length' }
  return checksOut(digits) ? { ok: true, digits } : { ok: false, reason: 'mistyped' }
}

/** Whether a receipt stands somewhere in a text, in one piece or grouped as shown: pasted into a message it would be read by others. */
export const looksLikeReceipt = (text: string): boolean =>
  (text.normalize('NFKC').match(/(?<!\d)\d{3}(?:[\s.·–—-]?\d{3}){5}(?!\d)/gu) ?? []).some(
    run => parseReceipt(run).ok,
  )

export interface OpenReceipt {
  /** Stored: finds the report. */
  lookup: Buffer
  /** Stored nowhere: opens the report. */
  keyPair: KeyPair
}

/** Derives what a receipt finds and what it opens; a wrong one costs the same. */
export const deriveReceipt = async (secret: Secret, digits: string): Promise<OpenReceipt> => {
  const pepper = secret('pepper')
  const x = await hashRaw(digits, { ...cost, secret: pepper, salt: Buffer.from('sinergi receipt.') })
  const seed = labelled('seed', x)
  const receipt = { lookup: labelled('lookup', x), keyPair: keyPairFrom(seed) }
  wipe(pepper, x, seed)
  return receipt
}

const labelled = (label: string, key: Buffer) => {
  const out = Buffer.alloc(32)
  sodium.crypto_generichash(out, Buffer.from(`receipt ${label}`), key)
  return out
}

const plainDigits = (text: string): string | undefined => {
  const bare = text.normalize('NFKC').replace(/[\s().,·\u2010-\u2015\u200b\u200e\u200f\u2066-\u2069-]/gu, '')
  const digits = bare.replace(/[٠-٩]/g, d => String(d.charCodeAt(0) - 0x660))
  return /^\d+$/.test(digits) ? digits : undefined
}
