import type { z } from 'zod'
import { isMessageKey, type MessageKey, type Values } from '../../platform/i18n/messages.ts'
import { isObject, type Json, keyOf, type Path, valueAt } from './document.ts'
import type { KindRules } from './kinds.ts'
import { isSpoken, type Shape, shapeOf } from './shape.ts'

/** What stands in the way of a document, and where. Paths count list items by number. */
export interface Problem {
  path: Path
  message: MessageKey
  values?: Values
}

/** Everything that keeps a document from being released: its form, and items that do not do what they should. */
export const problemsOf = (rules: KindRules, body: Json): Problem[] => {
  const formal = formalProblems(rules, body)
  const { tryItem } = rules
  if (formal.length > 0 || !tryItem) return formal
  return itemsOf(body).flatMap(({ item, path }) =>
    tryItem(item, body).map(problem => ({ ...problem, path: [...path, ...problem.path] })),
  )
}

/** What a document says wrongly: against its schema, names used twice, sources that are missing. */
export const formalProblems = ({ schema }: KindRules, body: Json): Problem[] => {
  const result = schema.safeParse(body)
  return [
    ...withoutSource(shapeOf(schema), body),
    ...(result.success ? [] : result.error.issues.map(issue => fromIssue(issue, body))),
    ...twice(body),
  ]
}

/** What stands in the way of one item, told by the fields of its page. */
export const problemsAt = (problems: Problem[], path: Path): Problem[] =>
  problems
    .filter(problem => path.every((step, at) => problem.path[at] === step))
    .map(problem => ({ ...problem, path: problem.path.slice(path.length) }))

const itemsOf = (body: Json) =>
  Object.entries(isObject(body) ? body : {}).flatMap(([name, list]) =>
    Array.isArray(list) ? list.map((item, at) => ({ item, path: [name, String(at)] })) : [],
  )

const bounds: Record<string, MessageKey> = {
  too_small: 'guidance.too-small',
  too_big: 'guidance.too-big',
  invalid_type: 'form.required',
  invalid_value: 'form.choose',
  unrecognized_keys: 'guidance.unknown-part',
}

const fromIssue = (issue: z.core.$ZodIssue, body: Json): Problem => ({
  path: issue.path.map(String),
  message: messageOf(issue, valueAt(body, issue.path.map(String)) !== undefined),
  values: {
    min: 'minimum' in issue ? Number(issue.minimum) : 0,
    max: 'maximum' in issue ? Number(issue.maximum) : 0,
    ...('params' in issue ? (issue.params as Values) : {}),
  },
})

const messageOf = (issue: z.core.$ZodIssue, isThere: boolean): MessageKey => {
  if (isMessageKey(issue.message)) return issue.message
  if (issue.code === 'invalid_type' && isThere)
    return issue.expected === 'number' ? 'guidance.not-a-number' : 'form.invalid'
  return bounds[issue.code ?? ''] ?? 'form.invalid'
}

const twice = (value: Json, path: Path = []): Problem[] => {
  if (isObject(value))
    return Object.entries(value).flatMap(([name, part]) => (isHeld(part) ? twice(part, [...path, name]) : []))
  if (!Array.isArray(value)) return []
  const keys = value.map(keyOf)
  return value.flatMap((item, at) => {
    const own = twice(item, [...path, String(at)])
    const repeated = keys[at] !== undefined && keys.indexOf(keys[at]) < at
    return repeated ? [...own, { path: [...path, String(at), 'id'], message: 'guidance.name-taken' }] : own
  })
}

const isHeld = (value: Json) => Array.isArray(value) || isObject(value)

/** Nothing is told to the public without saying who says so: a source has a title and the day it was read. */
const withoutSource = (shape: Shape, value: Json | undefined, path: Path = []): Problem[] => {
  if (value === undefined) return []
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((item, at) => withoutSource(shape.item, item, [...path, String(at)]))
  if (!isObject(value)) return []
  if (shape.kind === 'map')
    return Object.entries(value).flatMap(([name, part]) => withoutSource(shape.value, part, [...path, name]))
  if (shape.kind !== 'object') return []
  return shape.fields.flatMap(field => {
    const part = value[field.name]
    if (field.name !== 'source') return withoutSource(field.shape, part, [...path, field.name])
    const named = isSpoken(field.shape)
      ? Boolean(part)
      : isObject(part) && Boolean(part.title) && Boolean(part.readOn)
    return named ? [] : [{ path: [...path, 'source'], message: 'guidance.source-needed' as const }]
  })
}
