import { fields, type Values } from './form.ts'

/** Two who began from the same activity: what both may keep, and where one of them has to choose. */
export interface Clash {
  fields: (typeof fields)[number][]
  now: Values
  /** All that the second wrote, with what a colleague changed where the second left it as it was. */
  merged: Values
}

/** Lays what somebody wrote over what stands now. @param base what they saw when beginning to write */
export const layOver = (base: Values, now: Values, next: Values): Clash => ({
  fields: fields.filter(
    field => !same(now, base, field) && !same(next, base, field) && !same(next, now, field),
  ),
  now,
  merged: Object.fromEntries(
    fields.map(field => [field, same(next, base, field) ? now[field] : next[field]]),
  ) as Values,
})

const same = (a: Values, b: Values, field: keyof Values) => String(a[field]) === String(b[field])

/** What the second of two chose, field by field. */
export const chosen = (body: Record<string, unknown>, mine: Values, theirs: Values): Values =>
  Object.fromEntries(
    fields.map(field => [field, body[`choose-${field}`] === 'theirs' ? theirs[field] : mine[field]]),
  ) as Values
