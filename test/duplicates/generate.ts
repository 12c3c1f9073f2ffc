import type { Report } from '../../src/complaints/report/file-report.ts'
import { type Dice, newDice } from './dice.ts'
import { miswrite, writePhone } from './miswritten.ts'
import { last, men, women } from './names.ts'

export interface Made {
  report: Report
  /** Whom it is about: reports about one person are one matter. */
  person: number
  /** Weeks before today. */
  weeksAgo: number
}

interface Person {
  name: string
  born: Temporal.PlainDate
  nik: string
  passport: string
  phone: string
  regency: string
  country: string
  stage: Report['stage']
  departs: Temporal.PlainDate
  reporter: { name: string; phone: string }
  recruiter: string
  problem: string
  weeksAgo: number
}

const regencies = [
  '72.01',
  '72.02',
  '72.03',
  '72.04',
  '72.05',
  '72.06',
  '72.07',
  '72.08',
  '72.09',
  '72.10',
  '72.11',
  '72.12',
  '72.71',
]
const sending = [
  '72.10',
  '72.08',
  '72.03',
  '72.02',
  '72.71',
  '72.01',
  '72.04',
  '72.09',
  '72.05',
  '72.06',
  '72.12',
  '72.07',
  '72.11',
]
const countries = ['SA', 'MY', 'HK', 'TW', 'AE', 'OM', 'QA', 'SG', 'KH', 'BH']
const problems = ['leaving-soon', 'job-fraud', 'wages-unpaid', 'want-home', 'failed-departure', 'overcharged']
const start = Temporal.PlainDate.from('2027-01-04')

/**
 * Reports of a province, of which a share is about a person of an earlier one. Among the others are those that look alike and
 * are not: sisters with one mother who calls, a village officer who reports for many, a recruiter with many victims, people
 * of one name in one district.
 */
export const generateReports = (count: number, share: number, seed: number): Made[] => {
  const dice = newDice(seed)
  const recruiters = Array.from({ length: Math.ceil(count / 30) }, () => phone(dice))
  const officers = Array.from({ length: Math.ceil(count / 100) }, () => ({
    name: nameOf(dice, 'man'),
    phone: phone(dice),
  }))
  const people: Person[] = []
  const made: Made[] = []
  const twice = Math.round(count * share)
  for (let number = 0; number < count - twice; number++) {
    const someone = people.length > 10 ? dice.pick(people) : undefined
    const person = alike(dice, personOf(dice, recruiters), someone, officers)
    people.push(person)
    made.push({ report: reportOn(dice, person), person: number, weeksAgo: person.weeksAgo })
  }
  for (const person of dealt(dice, people.length).slice(0, twice))
    made.push({
      report: reportAgain(dice, people[person]!),
      person,
      weeksAgo: Math.max(0, people[person]!.weeksAgo - dice.whole(0, 10)),
    })
  return dealt(dice, made.length).map(place => made[place]!)
}

const personOf = (dice: Dice, recruiters: string[]): Person => {
  const sex = dice.chance(0.7) ? 'woman' : 'man'
  const born = Temporal.PlainDate.from({
    year: dice.whole(1972, 2007),
    month: dice.whole(1, 12),
    day: dice.whole(1, 28),
  })
  const regency = dice.often(sending)
  return {
    name: nameOf(dice, sex),
    born,
    nik: nikOf(dice, regency, born, sex),
    passport: `${dice.pick(['A', 'B', 'C', 'E', 'X'])}${dice.whole(1_000_000, 9_999_999)}`,
    phone: phone(dice),
    regency,
    country: dice.often(countries),
    stage: dice.pick(['recruitment', 'recruitment', 'abroad', 'abroad', 'returned'] as const),
    departs: start.add({ days: dice.whole(0, 200) }),
    reporter: { name: nameOf(dice, dice.chance(0.5) ? 'man' : 'woman'), phone: phone(dice) },
    recruiter: dice.pick(recruiters),
    problem: dice.pick(problems),
    weeksAgo: dice.whole(0, 50),
  }
}

/** Makes some of those who are nobody's double look like one. */
const alike = (
  dice: Dice,
  person: Person,
  other: Person | undefined,
  officers: Person['reporter'][],
): Person => {
  if (!other) return person
  const { regency, country, departs, recruiter, reporter } = other
  const cast = dice.roll()
  if (cast < 0.04)
    return {
      ...person,
      regency,
      country,
      departs,
      recruiter,
      reporter,
      name: `${person.name.split(' ')[0]} ${other.name.split(' ').at(-1)}`,
    }
  if (cast < 0.06) return { ...person, regency, name: other.name }
  if (cast < 0.11) return { ...person, regency, reporter: dice.pick(officers) }
  if (cast < 0.14) return { ...person, regency, reporter }
  if (cast < 0.2) return { ...person, regency, country, departs, recruiter }
  return person
}

const reportOn = (dice: Dice, person: Person): Report => tell(dice, person, person.name, dice.chance(0.3))

/** Told again: by the same caller, by somebody else of the family, or by the worker. */
const reportAgain = (dice: Dice, person: Person): Report => {
  const cast = dice.roll()
  const relative = { name: nameOf(dice, 'woman'), phone: phone(dice) }
  const reporter =
    cast < 0.45 ? person.reporter : cast < 0.75 ? relative : { name: person.name, phone: person.phone }
  return tell(
    dice,
    {
      ...person,
      reporter: { ...reporter, name: miswrite(dice, reporter.name) },
      regency: dice.chance(0.07) ? dice.pick(regencies) : person.regency,
      country: dice.chance(0.05) ? dice.pick(countries) : person.country,
      departs: person.departs.add({ days: dice.chance(0.6) ? 0 : dice.whole(-5, 9) }),
      stage: dice.chance(0.15) ? 'returned' : person.stage,
      problem: dice.chance(0.5) ? person.problem : dice.pick(problems),
    },
    miswrite(dice, person.name),
    dice.chance(0.4),
  )
}

/** @param byStaff taken down by an officer, who asks for more papers than a family has at hand */
const tell = (dice: Dice, person: Person, name: string, byStaff: boolean): Report => {
  const told = (text: string, chance: number) => (dice.chance(chance) ? text : '')
  const number = (digits: string, chance: number) => told(writePhone(dice, digits), chance)
  const own = person.reporter.phone === person.phone
  return {
    channel: 'web',
    role: own ? 'self' : 'family',
    stage: person.stage,
    urgency: 'ordinary',
    departsOn: person.stage === 'recruitment' ? told(person.departs.toString(), 0.6) || null : null,
    originCode: told(person.regency, 0.95) || null,
    destination: told(person.country, 0.88) || null,
    problems: [person.problem],
    story: { story: 'Keluarga kami minta tolong, ia belum ada kabar.', place: '' },
    identity: {
      workerName: told(name, 0.98),
      workerPhone: number(person.phone, 0.5),
      nik: told(nikWritten(dice, person.nik), byStaff ? 0.6 : 0.1),
      passport: told(passportWritten(dice, person.passport), byStaff ? 0.3 : 0.08),
      bornOn: told(person.born.toString(), byStaff ? 0.6 : 0.2),
      employer: '',
      recruiter: '',
      recruiterPhone: number(person.recruiter, 0.25),
      reporterName: told(person.reporter.name, 0.6),
      reach: number(person.reporter.phone, own ? 0.85 : 0.7),
      reachNote: '',
    },
  }
}

const nameOf = (dice: Dice, sex: 'man' | 'woman') => {
  const pool = sex === 'man' ? men : women
  const parts = [dice.often(pool)]
  if (dice.chance(0.85)) parts.push(dice.pick(pool))
  if (dice.chance(0.3)) parts.push(dice.chance(0.5) ? dice.pick(last) : dice.often(pool))
  return [...new Set(parts)].join(' ')
}

const phone = (dice: Dice) =>
  `8${dice.pick(['12', '13', '21', '22', '52', '53', '57', '95', '96'])}${dice.whole(10_000_000, 99_999_999)}`

const nikOf = (dice: Dice, regency: string, born: Temporal.PlainDate, sex: string) => {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = two(born.day + (sex === 'woman' ? 40 : 0))
  return `${regency.replace('.', '')}${two(dice.whole(1, 12))}${day}${two(born.month)}${two(born.year % 100)}${String(dice.whole(1, 40)).padStart(4, '0')}`
}

/** Now and then two digits change places, or spaces part it. */
const nikWritten = (dice: Dice, nik: string) => {
  if (dice.chance(0.06)) return nik.slice(0, 13) + nik[14] + nik[13] + nik[15]
  return dice.chance(0.3) ? nik.replace(/(\d{4})(?=\d)/g, '$1 ') : nik
}
const passportWritten = (dice: Dice, passport: string) =>
  dice.chance(0.3) ? `${passport[0]} ${passport.slice(1)}`.toLowerCase() : passport

/** 0 to just below the count, shuffled. */
const dealt = (dice: Dice, count: number) =>
  Array.from({ length: count }, (_, place) => ({ place, at: dice.roll() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ place }) => place)
