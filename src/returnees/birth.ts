import { z } from 'zod'
import { readDay } from '../offers/index.ts'

export type Birth = { day: string } | { trouble: 'no-such-day' | 'unlikely' }

/** Nobody who works abroad is older; anybody younger than nothing is a slip. */
const oldest = 100

/**
 * A day of birth as people write it: 31/12/1990, 31 Desember 1990, 1990-12-31, 31-12-90. A day that no calendar has is said to be
 * one, never moved to the nearest. @returns an empty day for nothing
 */
export const readBirth = (text: string, today: Temporal.PlainDate): Birth => {
  const read = readDay(text.trim() || null)
  if (read === null) return { day: '' }
  if (read === undefined) return { trouble: 'no-such-day' }
  const day = inThisLife(Temporal.PlainDate.from(read), today)
  const { years } = day.until(today, { largestUnit: 'years' })
  if (Temporal.PlainDate.compare(day, today) > 0 || years > oldest) return { trouble: 'unlikely' }
  return { day: String(day) }
}

/** 90 with two digits is 1990: nobody is born in the future. */
const inThisLife = (day: Temporal.PlainDate, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(day, today) > 0 ? day.subtract({ years: 100 }) : day

/** The same as a field of a form. */
export const birthField = (today: Temporal.PlainDate) =>
  z
    .string()
    .max(60, 'form.too-long')
    .default('')
    .transform((text, context) => {
      const birth = readBirth(text, today)
      if ('day' in birth) return birth.day
      context.addIssue({ code: 'custom', message: `returnees.${birth.trouble}` })
      return z.NEVER
    })
