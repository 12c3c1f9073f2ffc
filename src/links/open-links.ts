import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Clock, systemClock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { startBeat } from './beat.ts'
import { isCode } from './code.ts'
import { startCounter } from './counter.ts'
import { startLookUp } from './look-up.ts'
import { addCounts, keepSketches, linkTarget } from './queries.ts'
import type { Seen } from './tally.ts'
import { keepTargets } from './targets.ts'
import { addressOf, visitorOf } from './visitor.ts'
import { watchVisitors } from './watch-visitors.ts'

export interface Links {
  /** Answers a tracked link before anything else looks at the request. @returns false when the request is none of ours */
  answer(request: IncomingMessage, response: ServerResponse, next: () => void): boolean
  ready: Promise<void>
  stop(): Promise<void>
}

interface Tools {
  db: Pick<Database, 'asJob'>
  log: { warn(detail: object, text: string): void }
  clock?: Clock
  /** How often links issued elsewhere are fetched. */
  freshEveryMs?: number
}

/** Sketches change less and less as a day goes on, and are larger than counts. */
const sketchEveryMs = 30_000

/** Tracked links, answered from memory: they work while the database is down, and a click costs no query. */
export const openLinks = ({ db, log, clock = systemClock, freshEveryMs = 5000 }: Tools): Links => {
  const report = (err: unknown) => log.warn({ err }, 'tracked links wait for the database')
  const now = () => clock().epochMilliseconds
  const { targets, ready, ...fresh } = keepTargets(db, freshEveryMs, report)
  const lookUp = startLookUp(async code => db.asJob(tx => linkTarget(tx, code)), targets, report)
  const counter = startCounter(counts => db.asJob(tx => addCounts(tx, counts)), report)
  const watch = watchVisitors(rows => db.asJob(tx => keepSketches(tx, rows)))
  const beat = startBeat(sketchEveryMs, () => watch.flush(now()), report)

  const redirect = (request: IncomingMessage, response: ServerResponse, code: string, target: string) => {
    const [seen, at] = [seenOf(request), now()]
    counter.count(code, seen, at)
    if (seen !== 'previews') watch.see(code, addressOf(request), request.headers['user-agent'] ?? '', at)
    response.writeHead(302, { ...redirectHeaders, location: target }).end()
  }

  return {
    answer: (request, response, next) => {
      const code = codeIn(request.url ?? '')
      if (!code || (request.method !== 'GET' && request.method !== 'HEAD')) return false
      const known = targets.get(code)
      if (known) redirect(request, response, code, known)
      else void lookUp(code).then(target => (target ? redirect(request, response, code, target) : next()))
      return true
    },
    ready,
    stop: async () => {
      await Promise.all([fresh.stop(), beat.stop()])
      await counter.stop()
      await watch.stop(now()).catch(report)
    },
  }
}

const redirectHeaders = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-length': 0 }

/** The code in a link's path: /t/k7qm2fa, or /T/K7QM2FA as a QR code has it. */
const codeIn = (url: string) => {
  if (!url.startsWith('/t/') && !url.startsWith('/T/')) return undefined
  const code = url.slice(3, 10).toUpperCase()
  const rest = url[10]
  return (rest === undefined || rest === '?' || rest === '#') && isCode(code) ? code : undefined
}

const seenOf = (request: IncomingMessage): Seen => {
  if (visitorOf(request.method ?? 'GET', request.headers) === 'preview') return 'previews'
  return request.url?.startsWith('/T/') ? 'scans' : 'clicks'
}
