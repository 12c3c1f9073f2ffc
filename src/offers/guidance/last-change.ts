import { isObject, type Json, keyOf, same, valueAt, writePath } from './document.ts'

interface Spoke {
  number: number
  body: unknown
  decidedAt: Date | null
}

/**
 * The version in which each named item of the lists took its present words. An item that no released version says like this is
 * not in the answer: it is new in the draft.
 * @param released newest first
 */
export const lastChanges = (body: Json, released: Spoke[]): Map<string, Spoke> => {
  const found = new Map<string, Spoke>()
  for (const [list, items] of Object.entries(isObject(body) ? body : {}))
    for (const item of Array.isArray(items) ? items : []) {
      const key = keyOf(item)
      if (key === undefined) continue
      const path = [list, key]
      const since = sinceWhen(path, item, released)
      if (since) found.set(writePath(path), since)
    }
  return found
}

const sinceWhen = (path: string[], item: Json, released: Spoke[]): Spoke | undefined => {
  const unlike = released.findIndex(({ body }) => !same(valueAt(body as Json, path), item))
  return unlike < 0 ? released.at(-1) : released[unlike - 1]
}
