import { apart, type Range } from '../../links/index.ts'
import { type Channel, channels } from '../channel.ts'

/** What an office may tell of reach that no link counts. Different kinds are never added together, and none to clicks. */
export const declaredKinds = ['copies', 'listeners', 'audience', 'followers'] as const
export type DeclaredKind = (typeof declaredKinds)[number]
export type Declared = Partial<Record<DeclaredKind, number>>

/** What a person's tap, a phone's camera and a machine's look ahead count, and between how many devices it was. */
export interface Figures {
  clicks: number
  scans: number
  previews: number
  devices: Range
  declared: Declared
}

export interface Counted {
  officeId: number
  office: string
  channel: Channel
  clicks: number
  scans: number
  previews: number
}

export interface Devices extends Range {
  /** Nothing where all offices are meant together. */
  officeId: number | null
  channel: string | null
}

export interface Told {
  officeId: number
  channel: Channel
  kind: DeclaredKind
  people: number
}

export interface OfficeReach extends Figures {
  officeId: number
  office: string
}
export interface ChannelReach extends Figures {
  channel: Channel
}
export interface Reach {
  whole: Figures
  offices: OfficeReach[]
  channels: ChannelReach[]
}

/**
 * All that is known of a campaign's reach, by office (the most visited first) and by channel.
 * @param officeId only this office, when given
 */
export const reachOf = (counted: Counted[], devices: Devices[], told: Told[], officeId?: number): Reach => {
  const mine = <T extends { officeId: number | null }>(rows: T[]) =>
    officeId === undefined ? rows : rows.filter(row => row.officeId === officeId)
  const [rows, ranges, words] = [mine(counted), mine(devices), mine(told)]
  const ofOffices = ranges.filter(range => range.officeId !== null && range.channel === null)
  const all = ranges.find(range => range.officeId === null)
  return {
    whole: { ...sumOf(rows), devices: all ?? apart(ofOffices), declared: declaredIn(words) },
    offices: [...Map.groupBy(rows, row => row.officeId)]
      .map(([id, own]) => ({
        officeId: id,
        office: own[0]!.office,
        ...sumOf(own),
        devices: apart(ofOffices.filter(range => range.officeId === id)),
        declared: declaredIn(words.filter(word => word.officeId === id)),
      }))
      .sort((a, b) => b.clicks + b.scans - (a.clicks + a.scans) || a.officeId - b.officeId),
    channels: channels.flatMap(channel => {
      const own = rows.filter(row => row.channel === channel)
      if (own.length === 0) return []
      return [
        {
          channel,
          ...sumOf(own),
          devices: apart(ranges.filter(range => range.channel === channel)),
          declared: declaredIn(words.filter(word => word.channel === channel)),
        },
      ]
    }),
  }
}

/**
 * Rounded outwards to two figures: an estimate should not look like a count.
 * @param most visits that there were: each device made at least one
 */
export const roundedOut = ({ low, high }: Range, most: number): Range => {
  const upper = Math.min(rounded(high, Math.ceil), most)
  return { low: Math.min(rounded(low, Math.floor), upper), high: upper }
}

const rounded = (figure: number, round: (figure: number) => number) => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, figure))) - 1)
  return round(figure / step) * step
}

const sumOf = (rows: Counted[]) => ({
  clicks: rows.reduce((sum, { clicks }) => sum + clicks, 0),
  scans: rows.reduce((sum, { scans }) => sum + scans, 0),
  previews: rows.reduce((sum, { previews }) => sum + previews, 0),
})

const declaredIn = (rows: Told[]): Declared => {
  const sums: Declared = {}
  for (const { kind, people } of rows) if (people > 0) sums[kind] = (sums[kind] ?? 0) + people
  return sums
}
