import { Busy } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import { deriveReceipt, type OpenReceipt } from '../../platform/vault/index.ts'

export type Lane = 'report' | 'number'

/** Derives a receipt in turn. @throws Busy when very many numbers wait already; a report always has its turn */
export const deriveInTurn = (secret: Secret, digits: string, lane: Lane): Promise<OpenReceipt> =>
  inTurn(lane, () => deriveReceipt(secret, digits))

/**
 * Does costly work in turn. A derivation costs memory and time on purpose: a flood of guesses must neither fill the threads that
 * files are written with nor keep out anybody. So few go at a time, reports go before guesses, and nobody is known by an address.
 */
export const inTurn = async <T>(lane: Lane, work: () => Promise<T>): Promise<T> => {
  await turn(lane)
  try {
    return await work()
  } finally {
    next()
  }
}

// Of the four threads that Node has for such work, two stay free for files.
const atOnce = 2
// Some twenty seconds of guesses on a small machine, twice the flood we promise to bear: whoever waits that long still gets an answer.
const mostWaiting = 4000
/** Of so many turns in a row one is for a number: a flood of reports does not keep people from reading theirs. */
const oneNumberIn = 4

const waiting: Record<Lane, (() => void)[]> = { report: [], number: [] }
let working = 0
let turns = 0

const turn = (lane: Lane): Promise<void> => {
  if (working < atOnce) {
    working++
    return Promise.resolve()
  }
  if (lane === 'number' && waiting.number.length >= mostWaiting) throw new Busy(20)
  return new Promise(resolve => waiting[lane].push(resolve))
}

/** The place is handed on, not given back, so that nobody slips in between. */
const next = () => {
  const [first, second] = ++turns % oneNumberIn === 0 ? lanes.toReversed() : lanes
  const whose = waiting[first!].shift() ?? waiting[second!].shift()
  if (whose) whose()
  else working--
}

const lanes: Lane[] = ['report', 'number']
