import { createHmac } from 'node:crypto'
import type { Secret } from '../../platform/secrets.ts'
import { completeReceipt } from '../../platform/vault/index.ts'

/**
 * The receipt that a form leads to: always the same one, so that a form sent twice is one report and the person sees one number.
 * The form's id is 122 random bits that the server gave and does not keep; without the root key it tells nothing.
 * @returns 18 digits
 */
export const receiptOfForm = (secret: Secret, formId: string): string => {
  const bytes = createHmac('sha256', secret('receipts')).update(formId).digest()
  const wide = BigInt(`0x${bytes.subarray(0, 16).toString('hex')}`)
  return completeReceipt((wide % 10n ** 17n).toString().padStart(17, '0'))
}

/** The case that a form leads to, told before it is filed: files are sealed to it first, also when the form is sent again. */
export const caseOfForm = (secret: Secret, formId: string): string =>
  uuidOf(createHmac('sha256', secret('receipts')).update(`case ${formId}`).digest())

/** Sixteen bytes in the form of a random UUID (RFC 9562, version 4). */
export const uuidOf = (bytes: Buffer): string => {
  const own = Buffer.from(bytes.subarray(0, 16))
  own[6] = (own[6]! & 0x0f) | 0x40
  own[8] = (own[8]! & 0x3f) | 0x80
  return own.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
