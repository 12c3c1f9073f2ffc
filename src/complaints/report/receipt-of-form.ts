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
