import { dayOf, houseZone } from '../../platform/clock/clock.ts'
import { dayNumber } from '../../platform/clock/working-days.ts'
import type { ClockRule } from '../workflow.ts'
import type { ClockEvent } from './clock.ts'

/** One thing that happened to the case, as far as clocks mind it. */
export interface Happened {
  at: Date
  deed: string
  detail: unknown
}

/**
 * Clocks that count the silence of the reporter: they run while the case waits, and when they have run out nobody is late; the
 * case may then be closed on that ground.
 */
export const waitingStarts: readonly ClockRule['starts'][] = [
  'papers-asked',
  'clarity-asked',
  'unreachable',
  'told-unresolvable',
]
export const isWaiting = ({ starts }: Pick<ClockRule, 'starts'>) => waitingStarts.includes(starts)

/** What a case's history means for one of its clocks. */
export const clockEvents = (rule: ClockRule, part: number, history: readonly Happened[]): ClockEvent[] =>
  history.flatMap(({ at, deed, detail }): ClockEvent[] => {
    const kind = effect(rule, part, deed, (detail ?? {}) as Detail)
    const holder = (detail as Detail | null)?.holder
    const day = dayNumber(dayOf(at, houseZone))
    if (kind) return [{ day, kind }]
    return typeof holder === 'number' ? [{ day, kind: 'hold', office: holder }] : []
  })

type Detail = Record<string, string | number | boolean | null>

const ends = ['close', 'withdraw', 'merge']
const heard = ['answer', 'reporter-wrote', 'resume']
const responses = ['accept', 'ask', 'office-wrote']

const effect = (
  rule: ClockRule,
  part: number,
  deed: string,
  detail: Detail,
): Exclude<ClockEvent['kind'], 'hold'> | undefined => {
  if (begins(rule, part, deed, detail)) return 'start'
  if (ends.includes(deed) || isMet(rule, part, deed, detail)) return 'stop'
  if (isWaiting(rule)) return heard.includes(deed) ? 'stop' : undefined
  if (rule.id === 'first-response') return responses.includes(deed) ? 'stop' : undefined
  if (rule.starts === 'accepted' && deed === 'field-check') return 'stop'
  if (deed === 'ask') return 'pause'
  return deed === 'answer' || deed === 'resume' ? 'resume' : undefined
}

const begins = ({ starts }: ClockRule, part: number, deed: string, detail: Detail): boolean => {
  if (starts === 'received') return deed === 'filed'
  if (starts === 'accepted') return ['accept', 'reopen', 'unmerge'].includes(deed)
  if (starts === 'second-clarification')
    return deed === 'step-done' && detail.step === starts && detail.number === part
  if (starts === 'papers-asked' || starts === 'clarity-asked')
    return deed === 'ask' && `${detail.awaits}-asked` === starts
  return deed === starts
}

/** An officer says that what the clock waits for has been done. */
const isMet = ({ id }: ClockRule, part: number, deed: string, detail: Detail) =>
  deed === 'clock-met' && detail.clock === id && (detail.part ?? 0) === part
