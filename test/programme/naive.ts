import type { Ground, Planned } from '../../src/coordination/synchronise/finding.ts'

/** Every activity against every other, with the calendar of Temporal: slow, and written without a look at the fast one. */
export const naiveFindings = (activities: Planned[], ground: Ground): string[] => {
  const found: string[] = []
  const open = activities.filter(
    one => (one.state === 'planned' || one.state === 'under-way') && one.endsAt > ground.now,
  )
  const days = new Map(
    open.map(one => [one, [dayAt(one.startsAt, one), dayAt(one.endsAt - 1, one)] as const]),
  )
  const inRoom = (one: Planned) => one.kind !== 'broadcast' && one.kind !== 'campaign'
  for (let i = 0; i < open.length; i++) {
    for (let j = i + 1; j < open.length; j++) {
      const a = open[i]!
      const b = open[j]!
      if (a.audience === b.audience && near(a.placeCode, b.placeCode)) {
        const [from, to] = days.get(a)!
        const [start, end] = days.get(b)!
        if (from <= end && start <= to && !a.owners.some(id => b.owners.includes(id)))
          found.push(`overlap:${both(a, b)}`)
      }
      if (a.startsAt < b.endsAt && b.startsAt < a.endsAt)
        if (inRoom(a) && inRoom(b))
          for (const { id } of a.people)
            if (b.people.some(other => other.id === id)) found.push(`person:${id}:${both(a, b)}`)
    }
  }
  for (const one of open.filter(inRoom))
    for (const { day } of ground.holidays)
      if (days.get(one)!.includes(day)) found.push(`holiday:${one.id}:${day}`)
  const worrying = new Set(ground.reports.keys())
  for (const [district, times] of ground.risk ?? []) if (times > 1) worrying.add(district)
  for (const district of worrying) {
    const served = activities.some(
      one =>
        one.placeCode.startsWith(district) &&
        one.kind !== 'meeting' &&
        one.state !== 'called-off' &&
        one.state !== 'postponed' &&
        one.startsAt < ground.quarter.to &&
        one.endsAt > ground.quarter.from,
    )
    if (!served) found.push(`gap:${district}:${ground.quarter.name}`)
  }
  return found.sort()
}

const dayAt = (moment: number, { timeZone }: Planned) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString()

const both = (a: Planned, b: Planned) => (a.id < b.id ? `${a.id}:${b.id}` : `${b.id}:${a.id}`)

/** One place, or a village and its kecamatan. */
const near = (a: string, b: string) =>
  a === b ||
  (a.length === kecamatan && b.length > kecamatan && b.startsWith(a)) ||
  (b.length === kecamatan && a.length > kecamatan && a.startsWith(b))

const kecamatan = 'pp.rr.dd'.length
