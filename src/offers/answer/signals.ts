import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import type { Answer } from './answer.ts'
import { addSignals, type Signal } from './queries.ts'

type Teller = Pick<House, 'db' | 'clock' | 'log'>

const everyMs = 1000
/** A few MB. Beyond it, what is new is counted by its day, office and level only. */
const mostKinds = 10_000

interface Tally {
  counted: Map<string, Signal & { count: number }>
  timer: NodeJS.Timeout | undefined
}

const tallies = new WeakMap<Teller['db'], Tally>()

/** Counts which signs were seen. It is written within a second: a check costs no writing, a sudden end loses a second at most. */
export const noteSignal = (house: Teller, answer: Answer, officeId: number | undefined): void => {
  const tally = tallyOf(house)
  add(tally, { ...signalOf(house, answer, officeId), count: 1 })
  writeSoon(house, tally)
}

/** Writes what has been counted; what could not be written is kept until the next check, or the end. */
export const writeSignals = async (house: Teller): Promise<void> => {
  const tally = tallyOf(house)
  clearTimeout(tally.timer)
  tally.timer = undefined
  const taken = [...tally.counted.values()]
  if (taken.length === 0) return
  tally.counted.clear()
  try {
    await house.db.asJob(tx => addSignals(tx, taken))
  } catch (err) {
    for (const signal of taken) add(tally, signal)
    house.log.warn({ err }, 'offer signals wait for the database')
  }
}

const tallyOf = ({ db }: Teller): Tally => {
  const tally = tallies.get(db) ?? { counted: new Map(), timer: undefined }
  tallies.set(db, tally)
  return tally
}

const writeSoon = (house: Teller, tally: Tally) => {
  tally.timer ??= setTimeout(() => void writeSignals(house), everyMs).unref()
}

const add = ({ counted }: Tally, signal: Signal & { count: number }) => {
  const { day, officeId, level } = signal
  const isNew = !counted.has(keyOf(signal))
  const kind =
    isNew && counted.size >= mostKinds
      ? { day, officeId, level, country: undefined, sector: undefined, ruleIds: [] }
      : signal
  const known = counted.get(keyOf(kind))
  if (known) known.count += signal.count
  else counted.set(keyOf(kind), { ...kind, count: signal.count })
}

const keyOf = ({ day, officeId, country, sector, level, ruleIds }: Signal) =>
  JSON.stringify([day, officeId, country, sector, level, ruleIds])

const signalOf = ({ clock }: Teller, answer: Answer, officeId: number | undefined): Signal => ({
  day: String(dayOf(clock())),
  officeId,
  country: answer.countries[0]?.slice(0, 60),
  sector: answer.jobs[0]?.slice(0, 60),
  level: answer.level,
  ruleIds: answer.findings.map(({ ruleId }) => ruleId).toSorted(),
})
