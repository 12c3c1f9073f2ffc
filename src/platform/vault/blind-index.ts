import { createHmac } from 'node:crypto'
import type { Secret } from '../secrets.ts'

/**
 * Twelve bytes that are equal for equal values and tell nothing else without the root key.
 * @param kind of the value, such as 'phone'; the same digits as another kind give another index
 * @param value normalised by the caller: a phone number as E.164, a NIK as its digits
 */
export const blindIndex = (secret: Secret, kind: string, value: string): Buffer =>
  createHmac('sha256', secret('index')).update(`${kind}|${value}`).digest().subarray(0, 12)
