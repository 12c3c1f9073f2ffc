import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../platform/database/database.ts'
import { isCode } from './code.ts'
import { startCounter } from './counter.ts'
import { startLookUp } from './look-up.ts'
import { addCounts, allLinks, linkTarget } from './queries.ts'
import type { Seen } from './tally.ts'
import { visitorOf } from './visitor.ts'

export interface Links {
  /** Answers a tracked link before anything else looks at the request. @returns false when the request is none of ours */
  answer(request: IncomingMessage, response: ServerResponse, next: () => void): boolean
  ready: Promise<void>
  stop(): Promise<void>
}

interface Tools {
  db: Pick<Database, 'asJob'>
  log: { warn(detail: object, text: string): void }
}

/** Tracked links, answered from memory: they work while the database is down, and a click costs no query. */
export const openLinks = ({ db, log }: Tools): Links => {
  const report = (err: unknown) => log.warn({ err }, 'tracked links wait for the database')
  const counter = startCounter(counts => db.asJob(tx => addCounts(tx, counts)), report)
  const targets = new Map<string, string>()
  const lookUp = startLookUp(async code => db.asJob(tx => linkTarget(tx, code)), targets, report)

  const redirect = (request: IncomingMessage, response: ServerResponse, code: string, target: string) => {
    counter.count(code, seenOf(request), Date.now())
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
    ready: db.asJob(allLinks).then(rows => {
      for (const { code, target } of rows) targets.set(code, target)
    }),
    stop: counter.stop,
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
