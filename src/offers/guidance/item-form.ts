import type { Body } from '../../platform/http/forms.ts'
import type { Json } from './document.ts'
import { isObject } from './document.ts'
import { type Field, hasPages, isLeaf, type Shape } from './shape.ts'

/** The fields of a page: everything that has no pages of its own. */
export const ownFields = (shape: Shape, atTop = false): Field[] =>
  shape.kind === 'object' ? shape.fields.filter(field => !hasPages(field.shape, atTop)) : []

/**
 * Reads an item from a sent form. What is left empty is left out; what has pages of its own is kept as it stands.
 * @param stored the item before
 */
export const readItem = (
  shape: Shape,
  body: Body,
  stored: Json | undefined,
  atTop = false,
  name = '',
): Json | undefined => {
  switch (shape.kind) {
    case 'object': {
      const before = isObject(stored) ? stored : {}
      const parts = shape.fields.map(
        ({ name: part, shape: inside, nullable }): [string, Json | undefined] => [
          part,
          hasPages(inside, atTop)
            ? (before[part] ?? (inside.kind === 'list' ? [] : {}))
            : (readItem(inside, body, before[part], false, name ? `${name}.${part}` : part) ??
              (nullable ? null : undefined)),
        ],
      )
      const given = parts.filter(
        ([part, value]) => value !== undefined && !isUnasked(shape, part, value, before[part]),
      ) as [string, Json][]
      return given.length > 0 && given.some(([, value]) => !isEmpty(value))
        ? Object.fromEntries(given)
        : undefined
    }
    case 'list': {
      if (shape.item.kind === 'choice') return chosenOf(body, name)
      const rows = Math.min(Number(body[`${name}.#`] ?? 0) || 0, 300)
      const items = Array.from({ length: rows }, (_, at) =>
        readItem(shape.item, body, undefined, false, `${name}.${at}`),
      )
      return items.filter(item => item !== undefined)
    }
    case 'map': {
      const rows = Math.min(Number(body[`${name}.#`] ?? 0) || 0, 300)
      const entries = Array.from({ length: rows }, (_, at): [string, Json | undefined] => [
        textOf(body, `${name}.${at}.@`).trim(),
        readItem(shape.value, body, undefined, false, `${name}.${at}`),
      ])
      return Object.fromEntries(entries.filter(([key, value]) => key !== '' && value !== undefined)) as Json
    }
    case 'flag':
      return textOf(body, name) === 'yes'
    case 'number':
      return readNumber(textOf(body, name))
    case 'raw':
      return readRaw(textOf(body, name))
    default:
      return textOf(body, name).replace(/\r\n/g, '\n').trim() || undefined
  }
}

/** A box that may be left out, was left out, and still is not ticked. */
const isUnasked = (
  shape: Shape & { kind: 'object' },
  part: string,
  value: Json | undefined,
  before: Json | undefined,
) =>
  value === false &&
  before === undefined &&
  !shape.fields.some(({ name, required }) => name === part && required)

/** Empty lists and unticked boxes alone do not make an item. */
const isEmpty = (value: Json): boolean =>
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0)

const chosenOf = (body: Body, name: string) =>
  [body[name] ?? []].flat().filter(value => typeof value === 'string')

const textOf = (body: Body, name: string) => {
  const value = [body[name]].flat()[0]
  return typeof value === 'string' ? value : ''
}

/** 1500, 1.500 and 1,5 as they are written here; what is no number stays text, for the schema to refuse. */
const readNumber = (text: string): Json | undefined => {
  const said = text.trim().replace(/\s/g, '')
  const plain = (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(said) ? said.replaceAll('.', '') : said).replace(
    ',',
    '.',
  )
  if (plain === '') return undefined
  return Number.isFinite(Number(plain)) ? Number(plain) : text
}

const readRaw = (text: string): Json | undefined => {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** An item as the values of its form; the other way round from readItem. */
export const valuesOf = (
  shape: Shape,
  value: Json | undefined,
  atTop = false,
  name = '',
): Record<string, string | string[]> => {
  const under = (part: string) => (name ? `${name}.${part}` : part)
  switch (shape.kind) {
    case 'object': {
      const parts = ownFields(shape, atTop).map(field =>
        valuesOf(field.shape, isObject(value) ? value[field.name] : undefined, false, under(field.name)),
      )
      return Object.assign({}, ...parts)
    }
    case 'list':
      if (shape.item.kind === 'choice') return { [name]: Array.isArray(value) ? value.map(String) : [] }
      return joined(
        (Array.isArray(value) ? value : []).map((item, at) =>
          valuesOf(shape.item, item, false, under(`${at}`)),
        ),
      )
    case 'map':
      return joined(
        Object.entries(isObject(value) ? value : {}).map(([key, item], at) => ({
          [under(`${at}.@`)]: key,
          ...valuesOf(shape.value, item, false, under(`${at}`)),
        })),
      )
    case 'flag':
      return value === true ? { [name]: 'yes' } : {}
    case 'number':
      return { [name]: typeof value === 'number' ? String(value).replace('.', ',') : plainText(value) }
    case 'raw':
      return {
        [name]: value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2),
      }
    default:
      return { [name]: plainText(value) }
  }
}

const joined = (parts: Record<string, string | string[]>[]) => Object.assign({}, ...parts)
const plainText = (value: Json | undefined) =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** The field that a problem belongs beside: the one it names, or the first one of what is missing as a whole. */
export const fieldOf = (shape: Shape, path: string[], atTop = false, name = ''): string | undefined => {
  const under = (part: string) => (name ? `${name}.${part}` : part)
  const [step, ...rest] = path
  if (shape.kind === 'object') {
    const field =
      shape.fields.find(({ name: own }) => own === step) ?? (step === undefined ? shape.fields[0] : undefined)
    if (!field) return name || ownFields(shape, atTop)[0]?.name
    return hasPages(field.shape, atTop) ? undefined : fieldOf(field.shape, rest, false, under(field.name))
  }
  if (step === undefined || isLeaf(shape)) return name
  if (shape.kind === 'list') return fieldOf(shape.item, rest, false, under(step))
  return name
}
