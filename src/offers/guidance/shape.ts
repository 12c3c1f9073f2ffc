import { z } from 'zod'
import { isObject, type Json, type Path } from './document.ts'

/** What a form needs to know of a schema. Anything else is written as JSON. */
export type Shape =
  | { kind: 'text'; long: boolean; day: boolean }
  | { kind: 'number' }
  | { kind: 'flag' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'object'; fields: Field[] }
  | { kind: 'list'; item: Shape }
  | { kind: 'map'; value: Shape }
  | { kind: 'raw' }

export interface Field {
  name: string
  shape: Shape
  required: boolean
  /** Whether nothing is said as null. */
  nullable: boolean
}

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  maxLength?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema | boolean
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** Texts that may be longer than this get a box instead of a line. */
const lineLength = 120

const known = new WeakMap<z.ZodType, Shape>()

/** The shape of everything a schema takes. */
export const shapeOf = (schema: z.ZodType): Shape => {
  const before = known.get(schema)
  if (before) return before
  const shape = read(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema,
  )
  known.set(schema, shape)
  return shape
}

/** The shape of what stands at a path. @returns nothing when the schema has no such place */
export const shapeAt = (shape: Shape | undefined, [step, ...rest]: Path): Shape | undefined => {
  if (step === undefined || !shape) return shape
  if (shape.kind === 'list') return shapeAt(shape.item, rest)
  if (shape.kind === 'map') return shapeAt(shape.value, rest)
  if (shape.kind !== 'object') return undefined
  return shapeAt(shape.fields.find(({ name }) => name === step)?.shape, rest)
}

/** Whether it has pages of its own instead of fields on the page around it: lists of things with several parts. */
export const hasPages = (shape: Shape, atTop = false): boolean => {
  if (shape.kind === 'list')
    return atTop ? shape.item.kind === 'object' && !isSpoken(shape.item) : !isSmall(shape.item)
  return shape.kind === 'map' && (atTop || !isSmall(shape.value)) && shape.value.kind === 'object'
}

/** A text said in both languages. */
export const isSpoken = (shape: Shape): boolean =>
  shape.kind === 'object' &&
  shape.fields.length === 2 &&
  shape.fields.every(({ name }) => name === 'id' || name === 'en')

/** One word, or a handful that stand together, such as a text in both languages. */
const isSmall = (shape: Shape): boolean =>
  shape.kind === 'object'
    ? shape.fields.length <= 5 &&
      shape.fields.every(
        field => isLeaf(field.shape) || (field.shape.kind === 'object' && isSmall(field.shape)),
      )
    : isLeaf(shape)

export const isLeaf = ({ kind }: Shape) => !['object', 'list', 'map'].includes(kind)

/** The document with its parts in the order of its schema; the database keeps none. */
export const inOrder = (shape: Shape, value: Json | undefined): Json | undefined => {
  if (shape.kind === 'list' && Array.isArray(value)) return value.map(item => inOrder(shape.item, item)!)
  if (!isObject(value)) return value
  if (shape.kind === 'map')
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, inOrder(shape.value, part)!]),
    )
  if (shape.kind !== 'object') return value
  const known = shape.fields.flatMap(({ name, shape: inside }) =>
    value[name] === undefined ? [] : [[name, inOrder(inside, value[name])!] as const],
  )
  return {
    ...Object.fromEntries(known),
    ...Object.fromEntries(
      Object.entries(value).filter(([name]) => !shape.fields.some(field => field.name === name)),
    ),
  }
}

const read = (schema: Schema): Shape => {
  const variants = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null')
  if (variants?.length === 1) return read(variants[0]!)
  if (variants) return readVariants(variants)
  if (schema.enum?.every(value => typeof value === 'string'))
    return { kind: 'choice', values: schema.enum as string[] }
  if (typeof schema.const === 'string') return { kind: 'choice', values: [schema.const] }
  const type = [schema.type].flat().find(name => name !== 'null')
  if (type === 'string') return { kind: 'text', long: isLong(schema), day: schema.format === 'date' }
  if (type === 'number' || type === 'integer') return { kind: 'number' }
  if (type === 'boolean') return { kind: 'flag' }
  if (type === 'array' && typeof schema.items === 'object') return { kind: 'list', item: read(schema.items) }
  if (schema.properties) return { kind: 'object', fields: fieldsOf(schema) }
  if (typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0)
    return { kind: 'map', value: read(schema.additionalProperties) }
  return { kind: 'raw' }
}

/** What must look like something, such as an address or a code, fits a line; free text may not. */
const isLong = ({ maxLength, format, pattern }: Schema) =>
  format === undefined && pattern === undefined && (maxLength ?? Infinity) > lineLength

const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, part]) => ({
    name,
    shape: read(part),
    required: required.includes(name),
    nullable: (part.anyOf ?? part.oneOf ?? []).some(({ type }) => type === 'null'),
  }))

/** Objects of several kinds become one form with all their questions; the schema says which of them belong together. */
const readVariants = (variants: Schema[]): Shape => {
  const objects = variants.map(read)
  const words = objects.flatMap(shape => (shape.kind === 'choice' ? shape.values : []))
  if (objects.every(({ kind }) => kind === 'choice')) return { kind: 'choice', values: words }
  if (!objects.every(shape => shape.kind === 'object')) return { kind: 'raw' }
  const all = new Map<string, Field>()
  for (const { fields } of objects)
    for (const field of fields) {
      const before = all.get(field.name)
      all.set(field.name, before ? joined(before, field) : field)
    }
  const everywhere = (name: string) =>
    objects.every(({ fields }) => fields.some(field => field.name === name && field.required))
  return {
    kind: 'object',
    fields: [...all.values()].map(field => ({ ...field, required: everywhere(field.name) })),
  }
}

const joined = (a: Field, b: Field): Field => {
  if (a.shape.kind !== 'choice' || b.shape.kind !== 'choice') return a
  return { ...a, shape: { kind: 'choice', values: [...new Set([...a.shape.values, ...b.shape.values])] } }
}
