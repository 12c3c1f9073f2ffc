import { canonical, isObject, type Json, keyOf, type Path, same } from './document.ts'

/** One difference between two versions, at the smallest place that differs. */
export interface Change {
  path: Path
  kind: 'added' | 'removed' | 'changed'
  before?: Json
  after?: Json
}

/** What changed from one version to another, in the order of the newer one. */
export const compare = (before: Json | undefined, after: Json | undefined, path: Path = []): Change[] => {
  if (same(before, after)) return []
  if (before === undefined) return [{ path, kind: 'added', after: after! }]
  if (after === undefined) return [{ path, kind: 'removed', before }]
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path)
  if (isObject(before) && isObject(after))
    return names(before, after).flatMap(name => compare(before[name], after[name], [...path, name]))
  return [{ path, kind: 'changed', before, after }]
}

/** The first two steps of a change: the rule, the row or the page that an officer would say was changed. */
export const changedItems = (changes: Change[]): Map<string, Change[]> =>
  Map.groupBy(changes, ({ path }) => path.slice(0, 2).join('/'))

const names = (a: object, b: object) => [...new Set([...Object.keys(b), ...Object.keys(a)])]

const compareLists = (before: Json[], after: Json[], path: Path): Change[] => {
  if (keyed(before) && keyed(after)) {
    const old = new Map(before.map(item => [keyOf(item)!, item]))
    const young = new Map(after.map(item => [keyOf(item)!, item]))
    const keys = [...new Set([...young.keys(), ...old.keys()])]
    return keys.flatMap(key => compare(old.get(key), young.get(key), [...path, key]))
  }
  // Without keys only what is not in the other list counts, pair by pair.
  const gone = missingFrom(before, after)
  const come = missingFrom(after, before)
  const pairs = Math.max(gone.length, come.length)
  return Array.from({ length: pairs }, (_, at) => at).flatMap(at =>
    compare(gone[at]?.item, come[at]?.item, [...path, String((come[at] ?? gone[at])!.place)]),
  )
}

const keyed = (list: Json[]) =>
  list.every(item => keyOf(item) !== undefined) && new Set(list.map(keyOf)).size === list.length

const missingFrom = (list: Json[], other: Json[]) => {
  const there = other.map(canonical)
  return list.flatMap((item, place) => {
    const found = there.indexOf(canonical(item))
    if (found >= 0) there.splice(found, 1)
    return found >= 0 ? [] : [{ item, place }]
  })
}

/** Two people wrote different things at one place. */
export interface Clash {
  path: Path
  base: Json | undefined
  mine: Json | undefined
  theirs: Json | undefined
}

/**
 * Brings two people's changes to one version together. Where only one of them changed something, that change stands.
 * @param choose which of both stands where both changed the same thing
 */
export const merge = (
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  choose: (clash: Clash) => 'mine' | 'theirs' = () => 'theirs',
  path: Path = [],
): { body: Json | undefined; clashes: Clash[] } => {
  if (same(mine, theirs) || same(base, mine)) return { body: theirs, clashes: [] }
  if (same(base, theirs)) return { body: mine, clashes: [] }
  const clashes: Clash[] = []
  const part = (name: string, b: Json | undefined, m: Json | undefined, t: Json | undefined) => {
    const merged = merge(b, m, t, choose, [...path, name])
    clashes.push(...merged.clashes)
    return merged.body
  }
  if (isObject(mine) && isObject(theirs)) {
    const old = isObject(base) ? base : {}
    const parts = names(mine, theirs).map(name => [name, part(name, old[name], mine[name], theirs[name])])
    return { body: Object.fromEntries(parts.filter(([, value]) => value !== undefined)), clashes }
  }
  if (
    Array.isArray(mine) &&
    Array.isArray(theirs) &&
    Array.isArray(base) &&
    [mine, theirs, base].every(keyed)
  ) {
    const [b, m, t] = [base, mine, theirs].map(list => new Map(list.map(item => [keyOf(item)!, item])))
    const keys = [...new Set([...t!.keys(), ...m!.keys()])]
    const items = keys.map(key => part(key, b!.get(key), m!.get(key), t!.get(key)))
    return { body: items.filter(item => item !== undefined), clashes }
  }
  const clash = { path, base, mine, theirs }
  return { body: choose(clash) === 'mine' ? mine : theirs, clashes: [clash] }
}
