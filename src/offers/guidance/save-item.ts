import { createHash } from 'node:crypto'
import type { Body } from '../../platform/http/forms.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import {
  canonical,
  isObject,
  type Json,
  newItem,
  numbered,
  type Path,
  valueAt,
  withValue,
} from './document.ts'
import { fieldOf, readItem } from './item-form.ts'
import type { KindRules } from './kinds.ts'
import { formalProblems, type Problem, problemsAt } from './problems.ts'
import { type Shape, shapeAt, shapeOf } from './shape.ts'

/** A print of what somebody had before them: another one means that it changed meanwhile. */
export const printOf = (item: Json | undefined): string =>
  createHash('sha256').update(canonical(item)).digest('base64url').slice(0, 16)

export interface Typed {
  shape: Shape
  item: Json
  errors: Record<string, string>
}

/**
 * Reads an item as sent and tries it in its document.
 * @returns the item, with a message beside each field that keeps it from being saved; nothing for a place that is not there
 */
export const readTyped = (
  rules: KindRules,
  document: Json,
  path: Path,
  body: Body,
  t: Translate,
): Typed | undefined => {
  const shape = shapeAt(shapeOf(rules.schema), path)
  if (!shape) return undefined
  const atTop = path.length === 0
  const read = readItem(shape, body, valueAt(document, path), atTop) ?? {}
  const item = path.at(-1) === newItem ? named(shape, read) : read
  const changed = withValue(document, path, item) as Json
  const problems = problemsAt(formalProblems(rules, changed), numbered(changed, path))
  const errors: Record<string, string> = {}
  const say = (found: Problem[]) => {
    for (const { path: at, message, values } of found) {
      const field = fieldOf(shape, at, atTop)
      if (field) errors[field] ??= t(message, values)
    }
  }
  say(problems)
  if (Object.keys(errors).length === 0 && rules.tryItem && path.length === 2)
    say(rules.tryItem(item, changed))
  return { shape, item, errors }
}

/** A new item without a name gets one from its title: short, and fit for an address. */
const named = (shape: Shape, item: Json): Json => {
  if (!isObject(item) || item.id !== undefined || shape.kind !== 'object') return item
  if (!shape.fields.some(({ name, shape: inside }) => name === 'id' && inside.kind === 'text')) return item
  const title = isObject(item.title) ? (item.title.en ?? item.title.id) : (item.title ?? item.name)
  const id = typeof title === 'string' ? slugOf(title) : ''
  return id ? { ...item, id } : item
}

const slugOf = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
