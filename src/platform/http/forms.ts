import type { Context } from 'hono'
import type { z } from 'zod'
import { isMessageKey, type MessageKey, type Translate, type Values } from '../i18n/messages.ts'

/** What a form shows: the values as typed, and at most one message per field. */
export interface FormState {
  values: Record<string, string | string[]>
  errors: Record<string, string>
}
export const emptyForm: FormState = { values: {}, errors: {} }

export type Parsed<T> = { ok: true; data: T } | { ok: false; form: FormState }

export type Body = Record<string, string | File | (string | File)[]>

/** The fields and files of a sent form; a name that comes several times is a list. */
export const readBody = (c: Context) => c.req.parseBody({ all: true }) as Promise<Body>

/** Reads a sent form with a schema; a bad one comes back as a value: what was typed, and a message beside each field. */
export const parseForm = <S extends z.ZodType>(schema: S, body: Body, t: Translate): Parsed<z.output<S>> => {
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, data: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? '')] ??= say(issue, t)
  return { ok: false, form: { values: typed(body), errors } }
}

/** The form again, with a message that only the action could find. */
export const refuse = (body: Body, errors: Record<string, string>): FormState => ({
  values: typed(body),
  errors,
})

export const typed = (body: Body): FormState['values'] =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => kept(name, value)))

const kept = (name: string, value: Body[string]): [string, string | string[]][] => {
  if (Array.isArray(value)) return [[name, value.filter(item => typeof item === 'string')]]
  return typeof value === 'string' ? [[name, value]] : []
}

const bounds: Record<string, MessageKey> = {
  too_small: 'form.too-short',
  too_big: 'form.too-long',
  invalid_type: 'form.required',
  invalid_value: 'form.choose',
}

const numberBounds: Record<string, MessageKey> = {
  too_small: 'form.too-small',
  too_big: 'form.too-large',
  invalid_type: 'form.number',
}

const say = (issue: z.core.$ZodIssue, t: Translate): string => {
  if (isMessageKey(issue.message)) return t(issue.message, limits(issue))
  // Empty, or something: what is wrong with something is what helps.
  const inner = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined
  if (inner) return say(inner, t)
  const words = isOfNumber(issue) ? numberBounds : bounds
  return t(words[issue.code ?? ''] ?? 'form.invalid', limits(issue))
}

const isOfNumber = (issue: z.core.$ZodIssue) =>
  ('origin' in issue && ['number', 'int'].includes(issue.origin)) ||
  (issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected))

const limits = (issue: z.core.$ZodIssue): Values => ({
  min: 'minimum' in issue ? Number(issue.minimum) : 0,
  max: 'maximum' in issue ? Number(issue.maximum) : 0,
})
