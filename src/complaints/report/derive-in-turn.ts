import { Busy } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import { deriveReceipt, type OpenReceipt } from '../../platform/vault/index.ts'

type Lane = 'report' | 'number'

/**
 * Derives a receipt in turn. Each costs memory and time on purpose: a flood of guesses must neither fill the threads that files
 * are written with nor keep out anybody. So few go at a time, a report goes before a guess, and nobody is known by an address.
 * @throws Busy when very many numbers wait already; a report always has its turn
 */
export const deriveInTurn = async (secret: Secret, digits: string, lane: Lane): Promise<OpenReceipt> => {
  await turn(lane)
  try {
    return await deriveReceipt(secret, digits)
  } finally {
    next()
  }
}

// Of the four threads that Node has for such work, two stay free for files.
const atOnce = 2
// Some ten seconds of guesses on a small machine: whoever waits that long still gets an answer.
const mostWaiting = 2000

const waiting: Record<Lane, (() => void)[]> = { report: [], number: [] }
let working = 0

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
  const first = waiting.report.shift() ?? waiting.number.shift()
  if (first) first()
  else working--
}
