import type { ActivityState, Audience, Kind } from '../programme/activity.ts'

/** What synchronising looks at of an activity: ids and numbers only, so that a year of a whole country fits. */
export interface Planned {
  id: number
  kind: Kind
  title: string
  placeCode: string
  audience: Audience
  /** Milliseconds. */
  startsAt: number
  endsAt: number
  timeZone: string
  state: ActivityState
  owners: number[]
  people: { id: string; name: string }[]
}

export interface Holiday {
  day: string
  name: string
  kind: string
}

/** What is wrong with the programme: each kind says in one sentence what was found. */
export type Finding =
  | { kind: 'overlap'; key: string; print: string; activities: [number, number] }
  | { kind: 'person'; key: string; print: string; activities: [number, number]; person: string }
  | { kind: 'holiday'; key: string; print: string; activities: [number]; day: string; holiday: string }
  | {
      kind: 'gap'
      key: string
      print: string
      activities: []
      district: string
      reports: number
      risk?: number
    }

export const findingKinds = ['overlap', 'person', 'holiday', 'gap'] as const satisfies Finding['kind'][]

/** What the programme is looked at against. */
export interface Ground {
  /** Days to come begin here: what is over needs no warning. */
  now: number
  holidays: Holiday[]
  /** Reports of the last year by regency; one to four are said as one. */
  reports: Map<string, number>
  /** How many times the mean the risk of a regency is, where that is known. */
  risk?: Map<string, number>
  /** The quarter whose gaps are looked for, as moments and as a name. */
  quarter: { name: string; from: number; to: number }
}
