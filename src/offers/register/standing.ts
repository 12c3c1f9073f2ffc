import type { Fields } from './entry.ts'

export const licenceStates = ['valid', 'suspended', 'revoked', 'expired'] as const
export type LicenceState = (typeof licenceStates)[number]

/** A licence by itself sends nobody abroad: licence and job order must both exist. */
export type Standing = 'licence-and-order' | 'licence-without-order' | 'licence-ended' | 'not-found'

/** @param day of asking; a licence counts to the end of its last day */
export const licenceState = ({ state, validUntil }: Fields, day: string): LicenceState => {
  if (state === 'suspended' || state === 'revoked') return state
  return validUntil && validUntil < day ? 'expired' : 'valid'
}

export interface HeldCompany {
  fields: Fields
  listed: boolean
  asOf: string
  orders: { fields: Fields; listed: boolean; asOf: string }[]
}

/**
 * @param asked the country and the job that were offered; what is left out is not compared
 * @returns with `asOf`, the oldest day of the lists that the answer rests on
 */
export const standing = (
  company: HeldCompany | undefined,
  asked: { country?: string; job?: string },
  day: string,
): { standing: Standing; asOf: string | undefined } => {
  if (!company) return { standing: 'not-found', asOf: undefined }
  const { asOf } = company
  if (!company.listed || licenceState(company.fields, day) !== 'valid')
    return { standing: 'licence-ended', asOf }
  const order = company.orders.find(
    ({ fields, listed }) =>
      listed &&
      !(fields.validUntil && fields.validUntil < day) &&
      alike(asked.country, fields.country) &&
      alike(asked.job, fields.job),
  )
  if (!order) return { standing: 'licence-without-order', asOf }
  return { standing: 'licence-and-order', asOf: [order.asOf, asOf].sort()[0] }
}

const alike = (asked: string | undefined, held: string | undefined) => {
  if (!asked) return true
  const [a, b] = [plain(asked), plain(held ?? '')]
  return b !== '' && (a.includes(b) || b.includes(a))
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
