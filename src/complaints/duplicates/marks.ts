import type { Secret } from '../../platform/secrets.ts'
import { blindIndex } from '../../platform/vault/index.ts'
import type { Identity } from '../contents.ts'
import { nameParts, slipsOf } from './name-sounds.ts'
import { phonesOf } from './phones.ts'

export interface Mark {
  kind: string
  whose: 'worker' | 'reporter' | 'recruiter'
  mark: Buffer
}

/** What stands beside an identity in the clear, and makes its name less frequent. */
export interface Beside {
  regency: string | undefined
  destination: string | null
  departsOn: string | null
  /** Who tells it: of whoever reports for himself, name and telephone are the worker's. */
  role: string
}

/**
 * What an identity leaves for matching: twelve bytes for each thing that is told, equal for equal things. A name is never
 * marked alone, but with the regency, the day or year of birth, or the country, so that a frequent name does not show by itself.
 */
export const marksOf = (secret: Secret, identity: Identity, beside: Beside): Mark[] => {
  const key = secret('index')
  const mark = (
    whose: Mark['whose'],
    kind: string,
    ...values: (string | false | undefined | null)[]
  ): Mark[] =>
    [...new Set(values)].flatMap(value =>
      value ? [{ kind, whose, mark: blindIndex(() => key, kind, value) }] : [],
    )
  const born = bornOn(identity)
  const isSelf = beside.role === 'self'
  // Who reports for himself often signs with more of his name than he gives as the worker's.
  const workerName = isSelf ? `${identity.workerName} ${identity.reporterName}` : identity.workerName
  const reporterName = isSelf ? '' : identity.reporterName
  return [
    ...mark(
      'worker',
      'phone',
      ...phonesOf(identity.workerPhone),
      ...(isSelf ? phonesOf(identity.reach) : []),
    ),
    ...mark('reporter', 'phone', ...(isSelf ? [] : phonesOf(identity.reach))),
    ...mark('recruiter', 'phone', ...phonesOf(identity.recruiterPhone)),
    ...mark('worker', 'nik', nikIn(identity.nik)),
    // Where the last digits were mistyped: the place and the day of birth.
    ...mark('worker', 'nik-front', nikIn(identity.nik)?.slice(0, 12)),
    ...mark('worker', 'passport', passportIn(identity.passport)),
    ...mark('worker', 'birth', born),
    ...mark('worker', 'departure', ...departureWeeks(beside)),
    ...named(workerName, beside, born).flatMap(([kind, values]) => mark('worker', kind, ...values)),
    ...named(reporterName, beside, undefined)
      .filter(([kind]) => kind === 'name-region' || kind === 'pair-country')
      .flatMap(([kind, values]) => mark('reporter', kind, ...values)),
  ]
}

type Named = [kind: string, values: string[]]

const named = (name: string, { regency, destination }: Beside, born: string | undefined): Named[] => {
  const parts = nameParts(name)
  const sounds = parts.map(({ sound }) => sound).toSorted()
  const beside = (values: string[], base: string | null | undefined) =>
    base ? values.map(value => `${value}|${base}`) : []
  return [
    ['name-region', beside(sounds, regency)],
    ['name-birth', beside(sounds, born)],
    ['name-year', beside(sounds, born?.slice(0, 4))],
    ['pair-region', beside(pairsOf(sounds), regency)],
    ['pair-country', beside(pairsOf(sounds), destination)],
    ['pair-year', beside(pairsOf(sounds), born?.slice(0, 4))],
    [
      'bones-region',
      beside(
        parts.flatMap(({ bones }) => bones || []),
        regency,
      ),
    ],
    ['nearly-region', beside(sounds.length > 1 ? slipsOf(sounds.join(' ')) : [], regency)],
    ['name-journey', beside(sounds, regency && destination && `${regency}|${destination}`)],
  ]
}

/** Two parts together are rarer than each: a common name tells less than two in one person. */
const pairsOf = (sounds: string[]) =>
  sounds.flatMap((one, place) => sounds.slice(place + 1).map(other => `${one} ${other}`))

const nikIn = (text: string) => /^\d{16}$/.exec(text.replace(/\D/g, ''))?.[0]

const passportIn = (text: string) =>
  /^[A-Z]{1,2}\d{6,7}$/.exec(text.toUpperCase().replace(/[^A-Z0-9]/g, ''))?.[0]

/** As told, or as the NIK tells it: day (of women with 40 added), month, year. */
const bornOn = ({ bornOn, nik }: Identity): string | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(bornOn)) return bornOn
  const [, day, month, year] = /^\d{6}(\d{2})(\d{2})(\d{2})\d{4}$/.exec(nikIn(nik) ?? '') ?? []
  if (!day || !month || !year) return undefined
  // No worker was born before 1940, and none of them is younger than the century's beginning makes possible.
  const century = Number(year) >= 40 ? '19' : '20'
  return `${century}${year}-${month}-${String(Number(day) % 40).padStart(2, '0')}`
}

/** The week and the next, so that days on both sides of a Sunday meet. */
const departureWeeks = ({ regency, destination, departsOn }: Beside): string[] => {
  if (!departsOn || !regency) return []
  const day = Temporal.PlainDate.from(departsOn)
  return [day, day.add({ days: 7 })].map(
    ({ yearOfWeek, weekOfYear }) => `${yearOfWeek}-${weekOfYear}|${regency}|${destination ?? ''}`,
  )
}
