/**
 * Loaded before anything else into every process of a test run, those of the product included: a connection that would leave the
 * machine is written down and refused (promise P9). At its end the run fails if anything was written.
 */
import { appendFileSync } from 'node:fs'
import { type NetConnectOpts, Socket } from 'node:net'

const own = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i

type Given = [first: number | string | NetConnectOpts, second?: unknown]

/** The host that a call of `connect` names; none for a socket file. */
const hostOf = ([first, second]: Given): string | undefined => {
  if (typeof first === 'object' && first) return 'host' in first ? first.host : undefined
  return typeof second === 'string' && Number.isInteger(Number(first)) ? second : undefined
}

const connect = Socket.prototype.connect
Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  // From inside Node the arguments come once more in a list.
  const host = hostOf((Array.isArray(given[0]) ? given[0] : given) as Given)
  if (host && !own.test(host)) {
    const { SINERGI_WAYS_OUT: found } = process.env
    if (found) appendFileSync(found, `${host} ${new Error('way out').stack}\n`)
    throw new Error(`the tests stay on this machine, and this would leave it: ${host}`)
  }
  return Reflect.apply(connect, this, given)
} as typeof connect
