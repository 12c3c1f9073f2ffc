import type { Channel } from '../channel.ts'

/** Who or what is in a picture that is not the office's own. */
export const consentKinds = ['person', 'minor', 'work'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** What an author says of a picture before it is sent off. */
export const picturedAnswers = ['none', 'listed'] as const
export type Pictured = (typeof picturedAnswers)[number]

export interface Consent {
  id: number
  materialId: number
  kind: ConsentKind
  /** A name or a description; personal data, read by the material's office only. */
  who: string
  /** Who agreed for a minor. */
  guardian: string
  /** The channels agreed to; none named: all. */
  channels: Channel[]
  validUntil: string | null
  proof: { key: string; type: string } | undefined
  note: string
  endedAt: Date | null
  endedHow: 'withdrawn' | 'expired' | null
  endReason: string
  recalledAt: Date | null
}

export type ConsentStanding = 'valid' | 'soon' | 'expired' | 'withdrawn'

/** So many days before a consent runs out it is warned of. */
export const warnDays = 30

/** How a consent stands on a day, whether or not the house has ended it yet. */
export const consentStanding = (
  { endedHow, validUntil }: Pick<Consent, 'endedHow' | 'validUntil'>,
  today: Temporal.PlainDate,
): ConsentStanding => {
  if (endedHow) return endedHow
  if (validUntil === null) return 'valid'
  const days = today.until(Temporal.PlainDate.from(validUntil)).total('days')
  return days < 0 ? 'expired' : days <= warnDays ? 'soon' : 'valid'
}

/** Whether a picture may go out on the strength of what its author said: nobody in it, or consents that all hold. */
export const mayGoOut = (
  { pictured, consents }: { pictured: Pictured | null; consents: Pick<Consent, 'endedHow' | 'validUntil'>[] },
  today: Temporal.PlainDate,
): boolean => {
  const hold = consents.every(one => ['valid', 'soon'].includes(consentStanding(one, today)))
  return pictured !== null && hold && (pictured === 'none') === (consents.length === 0)
}
