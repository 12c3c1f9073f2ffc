import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { houseZone } from '../clock/clock.ts'
import { type Locale, type Translate, translator } from './messages.ts'

type Moment = Temporal.Instant | Date

/** One language, able to say messages, days, moments and numbers. Every date names its day and zone. */
export interface Language {
  locale: Locale
  t: Translate
  /** Rabu, 25 November 2026 */
  day(day: Temporal.PlainDate | string): string
  /** 25 Nov 2026 */
  shortDay(day: Temporal.PlainDate | string): string
  /** November 2026, of 2026-11 or any day in it. */
  month(month: Temporal.PlainYearMonth | string): string
  /** 13.45, of 13:45 on the clock of a place. */
  time(clock: string): string
  /** 25 Nov 2026 16.00 WITA */
  moment(moment: Moment, zone?: string): string
  /** Rabu, 25 November 2026 16.00 WITA */
  longMoment(moment: Moment, zone?: string): string
  number(figure: number): string
  /** Arab Saudi, of SA. */
  country(code: string): string
  /** Sigi, Poso dan Kota Palu */
  list(items: string[]): string
}

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const speak = (locale: Locale): Language => {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  // To make one costs more than a whole page.
  const dates = keptByKey((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options))
  const countries = new Intl.DisplayNames(tag, { type: 'region' })
  const numbers = new Intl.NumberFormat(tag)
  const lists = new Intl.ListFormat(tag)
  const format = (moment: Moment, options: Intl.DateTimeFormatOptions) =>
    dates(options).format(moment instanceof Date ? moment : moment.epochMilliseconds)
  const noon = (day: Temporal.PlainDate | string) => new Date(`${day}T12:00:00Z`)
  const clock = (moment: Moment, zone: string, options: Intl.DateTimeFormatOptions) =>
    `${format(moment, { ...options, timeZone: zone })} ${format(moment, { timeStyle: 'short', timeZone: zone })} ${zoneNames[zone] ?? zone}`
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return {
    locale,
    t: translator(locale),
    day: day => format(noon(day), { ...long, timeZone: 'UTC' }),
    shortDay: day => format(noon(day), { ...short, timeZone: 'UTC' }),
    month: month =>
      format(noon(`${String(month).slice(0, 7)}-15`), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    time: clock =>
      format(new Date(`2000-01-01T${clock.slice(0, 5)}Z`), { timeStyle: 'short', timeZone: 'UTC' }),
    moment: (moment, zone = houseZone) => clock(moment, zone, short),
    longMoment: (moment, zone = houseZone) => clock(moment, zone, long),
    country: code => countries.of(code) ?? code,
    number: figure => numbers.format(figure),
    list: items => lists.format(items),
  }
}

/** Made once for each key; keys are few: the styles of this file and the zones of the country. */
const keptByKey = <Key, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const known = new Map<string, Made>()
  return key => {
    const name = JSON.stringify(key)
    const made = known.get(name) ?? make(key)
    known.set(name, made)
    return made
  }
}

export const languages: Record<Locale, Language> = { id: speak('id'), en: speak('en') }

const Spoken = createContext<Language>(languages.id)

/** Everything inside speaks this language. */
export const Speaking = ({ language, children }: { language: Language; children: ComponentChildren }) => (
  <Spoken.Provider value={language}>{children}</Spoken.Provider>
)

export const useLanguage = () => useContext(Spoken)
