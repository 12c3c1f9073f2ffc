/** The three ways in which a case, or its reading, passes between offices. Assigning inside an office is none of them. */
export const offerKinds = ['hand-over', 'referral', 'request'] as const
export type OfferKind = (typeof offerKinds)[number]

export const offerReasons = [
  'our-area-not',
  'their-duty',
  'nearer-to-family',
  'needs-their-help',
  'same-matter',
  'other',
] as const
export type OfferReason = (typeof offerReasons)[number]

/** Why an office may say no. A closed list: "not ours" alone passes people around. */
export const rejectReasons = [
  'not-our-area',
  'not-our-duty',
  'no-capacity',
  'more-needed',
  'we-go-on',
  'other',
] as const
export type RejectReason = (typeof rejectReasons)[number]

export const consents = ['given', 'overridden', 'not-reached'] as const
export type Consent = (typeof consents)[number]

export interface Offer {
  id: string
  complaintId: string
  kind: OfferKind
  fromOfficeId: number
  toOfficeId: number
  reason: string
  consent: Consent
  answerBy: Date
  /** The offer it goes with, of the case into which its own was merged. */
  withOffer: string | null
}

/** Who holds the case once the offer is accepted. A referral leaves it where it is. */
export const nextOwner = ({
  kind,
  fromOfficeId,
  toOfficeId,
}: Pick<Offer, 'kind' | 'fromOfficeId' | 'toOfficeId'>) =>
  ({ 'hand-over': toOfficeId, request: fromOfficeId, referral: undefined })[kind]
