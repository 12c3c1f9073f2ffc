import { z } from 'zod'

/** The kinds of field that forms share. Messages are keys of the catalogue. */
export const text = (min: number, max: number) =>
  z
    .string('form.required')
    .trim()
    .min(1, 'form.required')
    .min(min, 'form.too-short')
    .max(max, 'form.too-long')
    .transform(value => value.replace(/\r\n/g, '\n'))

export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'form.too-long')
    .transform(value => value.replace(/\r\n/g, '\n'))
    .default('')

/** A calendar day as the browser sends it, 2026-11-25. What is none stops there: no rule about days is asked of it. */
export const day = z.iso
  .date({ error: 'form.day', abort: true })
  .transform(value => Temporal.PlainDate.from(value))

/** One or several choices with the same name. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(item).min(1, 'form.choose-one'))

/** The number that makes a form count once, however often it is sent. */
export const formId = z.uuid()
