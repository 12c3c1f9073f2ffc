import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Batch,
  batchesFor,
  fewestTold,
  type MonthCount,
  monthsThrough,
} from '../../src/insight/open/batches.ts'
import { makeReleases } from '../../src/insight/open/make-releases.ts'
import { openCounts, toldBatches } from '../../src/insight/open/queries.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

const cells = Array.from({ length: 13 }, (_, at) => `72.${String(at + 1).padStart(2, '0')}`)
const months = monthsThrough('2025-01', '2027-06')

/** Three tables of thirty months: some districts nearly silent, some busy. */
const generated = (seed: number): MonthCount[] => {
  const next = seeded(seed)
  return ['complaints', 'returnees', 'outreach'].flatMap(subject =>
    cells.flatMap((cell, at) =>
      months.flatMap(month => {
        const count = Math.floor(next() ** 2 * (at + 1) * 1.2)
        return count > 0 ? [{ subject, cell, month, count }] : []
      }),
    ),
  )
}

const toldOver = (counts: MonthCount[], release = batchesFor) => {
  const told: Batch[] = []
  for (const month of months) told.push(...release(month, counts, told))
  return told
}

describe('the attack by subtraction', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'every pair of releases, tables and cells, year %i: nothing of one to four',
    seed => {
      const counts = generated(seed)
      const told = toldOver(counts)
      expect(told.length).toBeGreaterThan(100)
      expect(smallDifferences(told)).toEqual([])
      expect(provenSmall(told, counts)).toEqual([])
    },
  )

  test('the same attack opens what hides small cells of growing tables and tells their total', () => {
    const counts = generated(1)
    // As is often done: the year so far, cells under five hidden, the whole told.
    const naive = toldOver(counts, (month, all) => [
      ...sumsTo(all, month).filter(({ count }) => count >= fewestTold),
    ])
    expect(smallDifferences(naive, true)).not.toEqual([])
  })

  test('nobody is counted twice, and nobody before the month is over', () => {
    const counts = generated(3)
    const told = toldOver(counts)
    for (const one of told) {
      const own = counts.filter(
        ({ subject, cell, month }) =>
          subject === one.subject && cell === one.cell && month >= one.first && month <= one.last,
      )
      expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(one.count)
      const others = told.filter(
        other => other !== one && other.subject === one.subject && other.cell === one.cell,
      )
      expect(others.every(other => other.last < one.first || other.first > one.last)).toBe(true)
    }
  })
})

describe('the releases of a house', () => {
  let house: SampleHouse
  beforeAll(async () => {
    house = await openSampleHouse()
  })
  afterAll(() => house?.end())

  test('are made once for each month that has ended, from the counts, and stay as they are', async () => {
    // Two processes at once.
    const made = await Promise.all([makeReleases(house), makeReleases(house)])
    expect(Math.min(...made)).toBe(0)
    expect(Math.max(...made)).toBeGreaterThan(3)
    const told = await house.db.asPublic(toldBatches)
    expect(told.length).toBeGreaterThan(5)
    const counts = await house.db.asJob(openCounts)
    expect(smallDifferences(told)).toEqual([])
    expect(provenSmall(told, counts)).toEqual([])
    // A record that comes late, or is corrected, changes nothing that was told.
    await house.db.asJob(tx =>
      sql`update complaints set received_at = received_at - interval '60 days' where number % 3 = 0`.execute(
        tx,
      ),
    )
    expect(await makeReleases(house)).toBe(0)
    expect(await house.db.asPublic(toldBatches)).toEqual(told)
  })

  test('no figure under five can be written, nor one be changed, by whoever tries', async () => {
    const write = sql`insert into open_figures values ('complaints', '72.10', '2020-01', (select max(month) from open_releases), 4)`
    await expect(house.db.asJob(tx => write.execute(tx))).rejects.toThrow(/check constraint/)
    await expect(house.db.asJob(tx => sql`update open_figures set count = 9`.execute(tx))).rejects.toThrow(
      /permission/,
    )
    await expect(house.db.asPublic(tx => sql`delete from open_figures`.execute(tx))).rejects.toThrow(
      /permission/,
    )
  })
})

/** What somebody sees on the page of each release: every cell's sum and every table's; and all that subtracting two of them gives. */
const smallDifferences = (told: Batch[], growing = false) => {
  const last = [...new Set(told.map(one => one.last))].sort()
  const seen = last.map(release => {
    const known = told.filter(one => (growing ? one.last === release : one.last <= release))
    const figures = new Map<string, number>()
    const add = (name: string, count: number) => figures.set(name, (figures.get(name) ?? 0) + count)
    for (const { subject, cell, count } of known) {
      add(`${subject} ${cell}`, count)
      add(subject, count)
    }
    return figures
  })
  const found: string[] = []
  for (const [at, later] of seen.entries())
    for (const earlier of [new Map<string, number>(), ...seen.slice(0, at)])
      for (const [name, figure] of later) {
        const rest = figure - (earlier.get(name) ?? 0)
        if (rest > 0 && rest < fewestTold) found.push(`${last[at]} ${name}: ${rest}`)
      }
  return found
}

/**
 * What the rule itself gives away: somebody who knows it tries every history of months that would have led to what was told, and
 * looks for a month of one to four that is the same in all of them.
 */
const provenSmall = (told: Batch[], counts: MonthCount[]) => {
  const truth = new Map(counts.map(one => [`${one.subject} ${one.cell} ${one.month}`, one.count]))
  return told.flatMap(({ subject, cell, first, last, count }) => {
    const window = monthsThrough(first, last)
    return window.flatMap((month, at) => {
      const real = truth.get(`${subject} ${cell} ${month}`) ?? 0
      if (real < 1 || real >= fewestTold) return []
      const possible = possibleIn(window.length, at, count)
      return possible.size > 1 ? [] : [`${subject} ${cell} ${month}`]
    })
  })
}

/** Values that the month at a place may have: sums before the last stay under five, the whole is what was told. */
const possibleIn = (length: number, place: number, whole: number) => {
  const possible = new Set<number>()
  for (let value = 0; value <= whole; value++) {
    // All others as small as they can be: the months before are none, the last takes the rest.
    if (place === length - 1 ? value >= whole - (length > 1 ? fewestTold - 1 : 0) : value < fewestTold)
      possible.add(value)
  }
  return possible
}

const sumsTo = (counts: MonthCount[], month: string): Batch[] =>
  [
    ...Map.groupBy(
      counts.filter(one => one.month <= month),
      ({ subject, cell }) => `${subject} ${cell}`,
    ).values(),
  ].map(own => ({
    ...own[0]!,
    first: months[0]!,
    last: month,
    count: own.reduce((sum, { count }) => sum + count, 0),
  }))

const seeded = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return (seed + 0.5) / 4294967296
}
