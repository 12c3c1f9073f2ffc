import { gathers } from '../programme/activity.ts'
import type { Finding, Ground, Planned } from './finding.ts'
import { lastDay, printOf, samePlace, startDay } from './likeness.ts'

/** All that is wrong with a programme: two offices at one place, one person twice, a holiday, a district left out. */
export const synchronise = (activities: readonly Planned[], ground: Ground): Finding[] => {
  const coming = activities
    .filter(({ state, endsAt }) => (state === 'planned' || state === 'under-way') && endsAt > ground.now)
    .sort((a, b) => a.startsAt - b.startsAt || a.id - b.id)
  return [...overlaps(coming), ...people(coming), ...holidays(coming, ground), ...gaps(activities, ground)]
}

/** Offices that share nobody, for the same people, at the same place, on the same day. */
const overlaps = (coming: Planned[]): Finding[] => {
  const found: Finding[] = []
  const groups = Map.groupBy(coming, one => `${one.placeCode.slice(0, 8)} ${one.audience}`)
  for (const group of groups.values())
    sweep(group, startDay, lastDay, (a, b) => {
      if (!samePlace(a.placeCode, b.placeCode) || a.owners.some(id => b.owners.includes(id))) return
      found.push({ kind: 'overlap', ...pair('overlap', a, b) })
    })
  return found
}

/** One person in two rooms at the same moment. */
const people = (coming: Planned[]): Finding[] => {
  const found: Finding[] = []
  const byPerson = new Map<string, { name: string; own: Planned[] }>()
  for (const activity of coming.filter(({ kind }) => gathers(kind)))
    for (const { id, name } of activity.people) {
      const known = byPerson.get(id)
      if (known) known.own.push(activity)
      else byPerson.set(id, { name, own: [activity] })
    }
  for (const [id, { name, own }] of byPerson)
    sweep(
      own,
      ({ startsAt }) => startsAt,
      ({ endsAt }) => endsAt - 1,
      (a, b) => {
        found.push({ kind: 'person', ...pair(`person:${id}`, a, b), person: name })
      },
    )
  return found
}

/** People are asked to come on a day on which they stay at home. */
const holidays = (coming: Planned[], ground: Ground): Finding[] => {
  const names = new Map(ground.holidays.map(({ day, name }) => [day, name]))
  return coming
    .filter(({ kind }) => gathers(kind))
    .flatMap(activity =>
      [...new Set([startDay(activity), lastDay(activity)])]
        .filter(day => names.has(day))
        .map(day => ({
          kind: 'holiday' as const,
          key: `holiday:${activity.id}:${day}`,
          print: printOf([activity]),
          activities: [activity.id] as [number],
          day,
          holiday: names.get(day)!,
        })),
    )
}

/** Reports come from there or the risk is over the mean, and nothing for the people there is planned or was held this quarter. */
const gaps = (activities: readonly Planned[], { reports, risk, quarter }: Ground): Finding[] => {
  const served = new Set(
    activities
      .filter(one => one.kind !== 'meeting' && one.state !== 'called-off' && one.state !== 'postponed')
      .filter(({ startsAt, endsAt }) => startsAt < quarter.to && endsAt > quarter.from)
      .map(({ placeCode }) => placeCode.slice(0, 5)),
  )
  const riskOf = (district: string) => risk?.get(district) ?? 0
  const reportsOf = (district: string) => reports.get(district) ?? 0
  return [...new Set([...reports.keys(), ...(risk?.keys() ?? [])])]
    .filter(district => (reportsOf(district) > 0 || riskOf(district) > 1) && !served.has(district))
    .sort((a, b) => riskOf(b) - riskOf(a) || reportsOf(b) - reportsOf(a) || a.localeCompare(b))
    .map(district => ({
      kind: 'gap',
      key: `gap:${district}:${quarter.name}`,
      print: String(reportsOf(district)),
      activities: [],
      district,
      reports: reportsOf(district),
      ...(risk?.has(district) && { risk: riskOf(district) }),
    }))
}

/** Tells every two that overlap, of a list in the order of its starts. */
const sweep = <T extends string | number>(
  list: Planned[],
  from: (one: Planned) => T,
  to: (one: Planned) => T,
  meet: (a: Planned, b: Planned) => void,
) => {
  const sorted = list.map(one => ({ one, from: from(one), to: to(one) }))
  sorted.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.one.id - b.one.id))
  let open: typeof sorted = []
  for (const next of sorted) {
    open = open.filter(({ to }) => to >= next.from)
    for (const { one } of open) meet(one, next.one)
    open.push(next)
  }
}

const pair = (name: string, a: Planned, b: Planned) => {
  const both = a.id < b.id ? ([a, b] as const) : ([b, a] as const)
  const ids: [number, number] = [both[0].id, both[1].id]
  return { key: `${name}:${ids.join(':')}`, print: printOf(both), activities: ids }
}
