import { type Channel, channels } from '../channel.ts'

export interface District {
  code: string
  name: string
  officeId: number
  /** What is known of it; nothing where nobody has counted. */
  people: number | null
  reports: number
  departures: number | null
}

/** Accepted publications of one office in a month. */
export interface Published {
  officeId: number
  language: string
  channel: Channel
  count: number
}

export type Factor = 'people' | 'reports' | 'departures'

export interface Way {
  language: string
  channel: Channel
}

export interface SilentDistrict extends District {
  /** Its part of all that is weighed, from 0 to 1. */
  weight: number
  /** Accepted publications, way by way. */
  counts: number[]
  silent: Way[]
  /** What ranks it: its weight by the share of ways that were silent. */
  rank: number
}

export interface Silence {
  ways: Way[]
  factors: Factor[]
  districts: SilentDistrict[]
  silent: number
  all: number
}

/**
 * Which districts heard nothing in a month, by language and channel, the gravest first. A district weighs as much as its parts
 * of the people, the reports and the departures do on average; a factor that is not known for every district is left out, for
 * it would weigh those who counted.
 * @param ways in use: what no campaign uses is not silence
 */
export const silenceOf = (districts: District[], ways: Way[], published: Published[]): Silence => {
  const factors = (['people', 'reports', 'departures'] as const).filter(factor => isKnown(districts, factor))
  const ordered = ways.toSorted(
    (a, b) =>
      b.language.localeCompare(a.language) || channels.indexOf(a.channel) - channels.indexOf(b.channel),
  )
  const rows = districts.map((district): SilentDistrict => {
    const counts = ordered.map(way =>
      published
        .filter(
          one =>
            one.officeId === district.officeId &&
            one.language === way.language &&
            one.channel === way.channel,
        )
        .reduce((sum, { count }) => sum + count, 0),
    )
    const silent = ordered.filter((_way, at) => counts[at] === 0)
    const weight = weightOf(district, districts, factors)
    return {
      ...district,
      weight,
      counts,
      silent,
      rank: (weight * silent.length) / Math.max(1, ordered.length),
    }
  })
  return {
    ways: ordered,
    factors,
    districts: rows.sort((a, b) => b.rank - a.rank || b.weight - a.weight || a.code.localeCompare(b.code)),
    silent: rows.reduce((sum, { silent }) => sum + silent.length, 0),
    all: rows.length * ordered.length,
  }
}

const isKnown = (districts: District[], factor: Factor) =>
  districts.every(district => district[factor] !== null) && total(districts, factor) > 0

const total = (districts: District[], factor: Factor) =>
  districts.reduce((sum, district) => sum + (district[factor] ?? 0), 0)

/** Where nothing is known of any, all weigh the same. */
const weightOf = (district: District, districts: District[], factors: Factor[]) =>
  factors.length === 0
    ? 1 / districts.length
    : factors.reduce((sum, factor) => sum + district[factor]! / total(districts, factor), 0) / factors.length
