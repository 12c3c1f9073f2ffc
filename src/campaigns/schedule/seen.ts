import { z } from 'zod'
import type { Duty } from '../duties/duty.ts'

/** A duty as it stood on the page on which somebody chose it. */
export interface SeenDuty {
  id: number
  dueSeconds: number
  excused: boolean
}

type Standing = Pick<Duty, 'id' | 'dueAt' | 'state'>

/** What a tick box of a duty sends: which one, and how it stood. */
export const tokenOf = ({ id, dueAt, state }: Standing): string =>
  `${id}.${Math.floor(dueAt.getTime() / 1000)}.${state === 'excused' ? 1 : 0}`

export const seenDuty = z
  .string()
  .regex(/^[1-9]\d{0,8}\.\d{1,11}\.[01]$/, 'form.choose')
  .transform((token): SeenDuty => {
    const [id, dueSeconds, excused] = token.split('.').map(Number)
    return { id: id!, dueSeconds: dueSeconds!, excused: excused === 1 }
  })

/** Whether somebody moved its due date or excused it since; that its office went on with it is no conflict. */
export const hasChanged = (duty: Standing, seen: SeenDuty[]): boolean => {
  const before = seen.find(({ id }) => id === duty.id)
  return !before || tokenOf(duty) !== `${before.id}.${before.dueSeconds}.${before.excused ? 1 : 0}`
}
