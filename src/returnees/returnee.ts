/** What a returned worker may need; the same codes are the conditions of programmes. */
export const needs = [
  'health',
  'counselling',
  'unpaid-rights',
  'documents',
  'debt',
  'children',
  'housing',
  'training',
  'work',
  'capital',
] as const
export type Need = (typeof needs)[number]

export const skills = [
  'care',
  'household',
  'cooking',
  'sewing',
  'farming',
  'fishing',
  'building',
  'driving',
  'machines',
  'trade',
  'language',
  'computer',
] as const

export const wishes = ['enterprise', 'work-here', 'training', 'study', 'abroad-again', 'rest'] as const

/** What the person agreed to. Without the first, no programme is looked for. */
export const consents = ['programmes', 'contact', 'other-offices'] as const
export type Consent = (typeof consents)[number]

export const sexes = ['female', 'male'] as const
export const waysBack = ['finished', 'early', 'deported', 'ill', 'rescued'] as const

export const returneeStates = ['active', 'withdrawn', 'same'] as const
export type ReturneeState = (typeof returneeStates)[number]

export const ageBands = ['under-18', '18-24', '25-34', '35-44', '45-54', '55-up'] as const
export type AgeBand = (typeof ageBands)[number]

/** In the clear stands the band, never the day. */
export const ageBandOf = (bornOn: string, today: Temporal.PlainDate): AgeBand => {
  const { years } = Temporal.PlainDate.from(bornOn).until(today, { largestUnit: 'years' })
  if (years < 18) return 'under-18'
  if (years < 25) return '18-24'
  if (years < 35) return '25-34'
  if (years < 45) return '35-44'
  return years < 55 ? '45-54' : '55-up'
}

/** What stands in the clear of a registered person: codes only. */
export interface Codes {
  originCode: string | null
  destination: string | null
  sector: string | null
  sex: string | null
  ageBand: string | null
  /** The first day of the month of return. */
  returnedMonth: string | null
  wayBack: string | null
  needs: readonly string[]
  skills: readonly string[]
  wishes: readonly string[]
  consents: readonly string[]
}
