import { bandsFrom, type Condition, type Conditioned, codesUnder, earliestMonth } from './condition.ts'

export interface Waiting extends Conditioned {
  id: string
  number: number
  registeredAt: Date
}

export interface Offered {
  districtCode: string | null
  conditions: readonly Condition[]
}

/** Why somebody stands where they stand: each part in points, so that it can be said. */
export interface Reasons {
  days: number
  waiting: number
  urgent: string[]
  urgency: number
  near: boolean
  points: number
}

export interface Match {
  returnee: Waiting
  reasons: Reasons
}

export interface Matched {
  /** How many meet every condition, shown or not. */
  fitting: number
  matches: Match[]
}

/** Points of a need that does not wait well, and of a way back that leaves somebody with little. */
export const urgencyOf: Record<string, number> = {
  health: 3,
  debt: 3,
  'unpaid-rights': 2,
  children: 2,
  housing: 2,
  counselling: 2,
  deported: 2,
  ill: 3,
  rescued: 3,
}
/** A point for each full month, a year at most; for the same district, as much as a third of a year. */
const mostMonths = 12
const nearPoints = 4

/**
 * Makes the people ready once; then each programme costs little however many there are.
 * @returns for a programme, who meets its conditions: most points first, the longest waiting first among equals
 */
export const matcherOf = (people: readonly Waiting[], today: Temporal.PlainDate) => {
  const ranked = people
    .map(returnee => ({ returnee, base: baseOf(returnee, today) }))
    .toSorted((a, b) => b.base.points - a.base.points || a.returnee.number - b.returnee.number)
  const sets = setsOf(ranked.map(({ returnee }) => returnee))
  return ({ conditions, districtCode }: Offered, limit: number): Matched => {
    const fit = sets.all.slice()
    for (const condition of conditions) narrow(fit, condition, sets, today)
    const near = districtCode ? sets.of('district', districtCode) : undefined
    const [here, elsewhere]: [Match[], Match[]] = [[], []]
    let fitting = 0
    for (const place of placesIn(fit)) {
      fitting++
      const isNear = near !== undefined && (near[place >>> 5]! & (1 << (place & 31))) !== 0
      const into = isNear ? here : elsewhere
      if (into.length < limit) into.push(matchOf(ranked[place]!, isNear))
    }
    return { fitting, matches: [...here, ...elsewhere].toSorted(byRank).slice(0, limit) }
  }
}

const byRank = (a: Match, b: Match) =>
  b.reasons.points - a.reasons.points || a.returnee.number - b.returnee.number

type Base = Omit<Reasons, 'near'>
const baseOf = (returnee: Waiting, today: Temporal.PlainDate): Base => {
  const days = Math.max(0, Math.floor((midnightOf(today) - returnee.registeredAt.getTime()) / 86_400_000) + 1)
  const waiting = Math.min(mostMonths, Math.floor(days / 30))
  const urgent = [...returnee.needs, returnee.wayBack ?? ''].filter(code => code in urgencyOf)
  const urgency = urgent.reduce((sum, code) => sum + urgencyOf[code]!, 0)
  return { days, waiting, urgent, urgency, points: waiting + urgency }
}

const midnightOf = (day: Temporal.PlainDate) => Date.UTC(day.year, day.month - 1, day.day)

const matchOf = ({ returnee, base }: { returnee: Waiting; base: Base }, near: boolean): Match => ({
  returnee,
  reasons: { ...base, near, points: base.points + (near ? nearPoints : 0) },
})

/** For every code, who has it: one bit a person. Conditions are then answered for all people at once. */
const setsOf = (people: readonly Waiting[]) => {
  const words = Math.ceil(people.length / 32)
  const all = new Int32Array(words)
  const kept = new Map<string, Int32Array>()
  const empty = new Int32Array(words)
  const add = (key: string, place: number) => {
    const set = kept.get(key) ?? new Int32Array(words)
    kept.set(key, set)
    set[place >>> 5]! |= 1 << (place & 31)
  }
  const fields = [
    'needs',
    'skills',
    'wishes',
    'sex',
    'ageBand',
    'wayBack',
    'district',
    'destination',
  ] as const
  const months = new Map<string, string>()
  people.forEach((person, place) => {
    all[place >>> 5]! |= 1 << (place & 31)
    for (const field of fields) for (const code of codesUnder(person, field)) add(`${field} ${code}`, place)
    if (person.returnedMonth) {
      months.set(`returned ${person.returnedMonth}`, person.returnedMonth)
      add(`returned ${person.returnedMonth}`, place)
    }
  })
  return {
    all,
    of: (field: string, code: string) => kept.get(`${field} ${code}`) ?? empty,
    since: (month: string) => [...months].flatMap(([key, own]) => (own >= month ? [kept.get(key)!] : [])),
  }
}
type Sets = ReturnType<typeof setsOf>

const narrow = (fit: Int32Array, condition: Condition, sets: Sets, today: Temporal.PlainDate) => {
  const chosen = chosenBy(condition, sets, today)
  const excluded = condition.is === 'not-in'
  for (let word = 0; word < fit.length; word++) {
    let any = 0
    for (const set of chosen) any |= set[word]!
    fit[word]! &= excluded ? ~any : any
  }
}

const chosenBy = (condition: Condition, sets: Sets, today: Temporal.PlainDate): Int32Array[] => {
  if (condition.is === 'within') return sets.since(earliestMonth(condition.months, today))
  const codes = condition.is === 'at-least' ? bandsFrom(condition.value) : condition.values
  return codes.map(code => sets.of(condition.field, code))
}

function* placesIn(set: Int32Array) {
  for (let word = 0; word < set.length; word++)
    for (let left = set[word]!; left !== 0; left &= left - 1)
      yield word * 32 + (31 - Math.clz32(left & -left))
}
