export type RequestKind = 'postpone' | 'excuse'
export type RequestState = 'open' | 'granted' | 'refused'

/** What an office asks of the owners of a campaign: more time for a duty, or to be let off. */
export interface DutyRequest {
  id: number
  dutyId: number
  kind: RequestKind
  /** The day asked for, when it is more time. */
  wantedOn: string | null
  reason: string
  office: string
  askedAt: Date
  state: RequestState
  answer: string
}
