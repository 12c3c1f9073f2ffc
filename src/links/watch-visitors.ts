import { randomUUID } from 'node:crypto'
import { at, dayOf } from '../platform/clock/clock.ts'
import { openShortHash } from '../platform/vault/index.ts'
import type { SketchRow } from './queries.ts'
import { addTo, emptySketch, packed, type Sketch } from './sketch.ts'

export interface VisitorWatch {
  /** Address and agent go through a hash under today's secret into one register, and are forgotten (promise P10). */
  see(code: string, address: string, agent: string, now: number): void
  /** Writes what has changed; what could not be written is kept for the next time. */
  flush(now: number): Promise<void>
  /** Writes the last sketches and forgets the secret. */
  stop(now: number): Promise<void>
}

interface Kept {
  code: string
  day: string
  pass: string
  sketch: Sketch
  changed: boolean
}

/**
 * How many devices came, link by link and day by day. The secret lives in this process's memory alone and ends at the
 * midnight of the house; its label, the pass, says which sketches may be merged. A link costs 16 kB a day at most.
 */
export const watchVisitors = (write: (rows: SketchRow[]) => Promise<void>): VisitorWatch => {
  let today = begin(0)
  let waiting: Kept[] = []

  const turn = (now: number) => {
    if (now < today.until) return
    today.hash.forget()
    waiting.push(...today.byCode.values().filter(({ changed }) => changed))
    today = begin(now)
  }

  const flush = async (now: number) => {
    turn(now)
    const due = [...waiting, ...today.byCode.values().filter(({ changed }) => changed)]
    if (due.length === 0) return
    waiting = []
    for (const kept of due) kept.changed = false
    try {
      await write(due.map(rowOf))
    } catch (error) {
      for (const kept of due) kept.changed = true
      waiting.push(...due.filter(({ pass }) => pass !== today.pass))
      throw error
    }
  }

  return {
    see: (code, address, agent, now) => {
      turn(now)
      const kept = today.byCode.get(code) ?? today.open(code)
      if (addTo(kept.sketch, today.hash.of(`${address}\n${agent}`))) kept.changed = true
    },
    flush,
    stop: now => flush(now).finally(() => today.hash.forget()),
  }
}

const begin = (now: number) => {
  const date = dayOf(Temporal.Instant.fromEpochMilliseconds(now))
  const [day, pass, byCode] = [String(date), randomUUID(), new Map<string, Kept>()]
  return {
    pass,
    until: at(date.add({ days: 1 }), '00:00').epochMilliseconds,
    hash: openShortHash(),
    byCode,
    open: (code: string) => {
      const kept = { code, day, pass, sketch: emptySketch(), changed: false }
      byCode.set(code, kept)
      return kept
    },
  }
}

const rowOf = ({ code, day, pass, sketch }: Kept): SketchRow => ({ code, day, pass, sketch: packed(sketch) })
