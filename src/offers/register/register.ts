export const registerLists = ['companies', 'branches', 'orders'] as const
export type RegisterList = (typeof registerLists)[number]

/** As the list says; `expired` also by the calendar. */
export const licenceStates = ['valid', 'suspended', 'revoked', 'expired'] as const
export type LicenceState = (typeof licenceStates)[number]

/** ISO 8601 calendar days throughout: they compare as text. */
export type Day = string

export interface Company {
  id: number
  name: string
  licence: string
  state: LicenceState
  validFrom: Day | null
  validUntil: Day | null
  city: string | null
  asOf: Day
}

export interface JobOrder {
  /** ISO 3166. */
  country: string
  job: string
  validUntil: Day | null
  asOf: Day
}

/** What a licence is worth on a day: one that was valid ends with its last day. */
export const licenceOn = (
  { state, validUntil }: Pick<Company, 'state' | 'validUntil'>,
  day: Day,
): LicenceState => (state === 'valid' && validUntil !== null && validUntil < day ? 'expired' : state)

export const orderHolds = ({ validUntil }: Pick<JobOrder, 'validUntil'>, day: Day) =>
  validUntil === null || validUntil >= day
