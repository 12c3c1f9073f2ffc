/** A guidance body as plain JSON, and the ways into it. Nothing here knows what the document is about. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type Path = string[]

/** Steps from the top of a document, as they stand in an address: `rules/passport-kept`. */
export const readPath = (text: string | undefined): Path => (text ? text.split('/').slice(0, 12) : [])
export const writePath = (path: Path) => path.join('/')

/** Stands for the place after the last one of a list. */
export const newItem = '-'

export const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a list calls its item by, so that it is the same one after others moved. */
export const keyOf = (item: Json | undefined): string | undefined => {
  if (!isObject(item)) return undefined
  return ['id', 'key', 'code'].map(name => item[name]).find(value => typeof value === 'string')
}

const placeIn = (list: Json[], step: string): number => {
  const byKey = list.findIndex(item => keyOf(item) === step)
  return byKey >= 0 || !/^\d{1,5}$/.test(step) ? byKey : Number(step)
}

/** @returns what stands at the path, or nothing */
export const valueAt = (body: Json | undefined, [step, ...rest]: Path): Json | undefined => {
  if (step === undefined) return body
  if (Array.isArray(body)) return valueAt(body[placeIn(body, step)], rest)
  return isObject(body) && Object.hasOwn(body, step) ? valueAt(body[step], rest) : undefined
}

/** The document with this value at the path; without a value, what stood there is gone. */
export const withValue = (
  body: Json | undefined,
  [step, ...rest]: Path,
  value: Json | undefined,
): Json | undefined => {
  if (step === undefined) return value
  if (Array.isArray(body)) {
    if (step === newItem) return [...body, withValue(undefined, rest, value)].filter(isThere)
    const place = placeIn(body, step)
    return body.map((item, at) => (at === place ? withValue(item, rest, value) : item)).filter(isThere)
  }
  if (body === undefined && step === newItem) return [withValue(undefined, rest, value)].filter(isThere)
  const known = isObject(body) ? body : {}
  const changed = withValue(Object.hasOwn(known, step) ? known[step] : undefined, rest, value)
  const others = Object.entries(known).filter(([name]) => name !== step)
  return Object.fromEntries(changed === undefined ? others : [...others, [step, changed]])
}

/** The list with one item a place up or down. */
export const moved = (list: Json[], step: string, by: 1 | -1): Json[] => {
  const from = placeIn(list, step)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return list
  const items = [...list]
  const [item] = items.splice(from, 1)
  items.splice(to, 0, item!)
  return items
}

/** The same text for the same content, whatever order its names stand in: the database does not keep it. */
export const canonical = (value: Json | undefined): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? ''
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`
}

export const same = (a: Json | undefined, b: Json | undefined) => canonical(a) === canonical(b)

const isThere = (value: Json | undefined): value is Json => value !== undefined

/** The same path with list items by number; `-` is the last one, which was just added. */
export const numbered = (body: Json | undefined, [step, ...rest]: Path): Path => {
  if (step === undefined) return []
  const own = Array.isArray(body) ? String(step === newItem ? body.length - 1 : placeIn(body, step)) : step
  return [own, ...numbered(valueAt(body, [own]), rest)]
}
