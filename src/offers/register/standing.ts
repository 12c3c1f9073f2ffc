import { nameWords } from './match/name-words.ts'
import { type Company, type Day, type JobOrder, licenceOn, orderHolds } from './register.ts'

export const standings = ['licence-and-order', 'licence-without-order', 'licence-ended', 'not-found'] as const

export interface Standing {
  standing: (typeof standings)[number]
  /** The day the register is from: an answer is true for that day and no later one. */
  asOf: Day
  /** The day the job orders are from; nothing when no list of them was ever imported, and then their absence says nothing. */
  ordersAsOf: Day | null
  /** Job orders that hold and fit what was asked for. */
  orders: JobOrder[]
}

export interface AskedJob {
  /** ISO 3166. */
  country?: string | undefined
  /** In words. */
  job?: string | undefined
}

/** A licence and a job order must both exist, for the country and the job that were offered. */
export const standing = (
  company: (Company & { orders: JobOrder[] }) | undefined,
  asked: AskedJob,
  day: Day,
  register: { asOf: Day; ordersAsOf: Day | null },
): Standing => {
  if (!company) return { standing: 'not-found', ...register, orders: [] }
  const orders = company.orders.filter(order => orderHolds(order, day) && fits(order, asked))
  if (licenceOn(company, day) !== 'valid') return { standing: 'licence-ended', ...register, orders }
  return { standing: orders.length > 0 ? 'licence-and-order' : 'licence-without-order', ...register, orders }
}

const fits = (order: JobOrder, { country, job }: AskedJob) =>
  (!country || order.country === country) && (!job || sharesWord(order.job, job))

const sharesWord = (one: string, other: string) => {
  const words = new Set(nameWords(one).map(({ folded }) => folded))
  return nameWords(other).some(({ folded }) => folded.length >= shortestTelling && words.has(folded))
}

/** Shorter words (di, dan, kerja's cut ends) are in every job. */
const shortestTelling = 4
