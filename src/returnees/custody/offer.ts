/** Why a record goes to another office: a closed list, so that nothing about the person is said here. */
export const passReasons = ['moved', 'their-area', 'their-programme', 'asked'] as const
export type PassReason = (typeof passReasons)[number]

export interface ReturneeOffer {
  id: string
  returneeId: string
  /** The number under which both offices speak of it. */
  record: string
  from: string
  to: string
  reason: PassReason
  madeAt: Date
}
