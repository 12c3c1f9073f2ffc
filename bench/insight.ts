import { sql } from 'kysely'
import { type ServedHouse, serveSampleHouse } from '../test/served-house.ts'
import { signedIn, type Visitor } from '../test/visitor.ts'
import { grow } from './grown-house.ts'

const sizes = [1_000, 10_000, 100_000]
const pages = {
  dashboard: '/wawasan',
  district: '/wawasan/wilayah/72.10',
  figures: '/wawasan/angka',
} as const
const looks = 7

/**
 * What the dashboard costs with 1,000, 10,000 and 100,000 cases in the real tables, as the leader of the province sees it over HTTP.
 * Cases and what comes with them grow together: returnees a tenth, checks and clicks by hour and office up to ten events a case.
 * Promise S7: at 100,000 cases and a million events at most 500 ms.
 */
export const insight = async () => {
  const served = await serveSampleHouse()
  try {
    const leader = await signedIn(
      { url: served.url, password: served.house.password },
      'pimpinan@bp3mi.example',
    )
    const figures: Record<string, number | boolean> = {}
    const taken: Record<string, number>[] = []
    let before = 0
    for (const size of sizes) {
      await grow(served, before, size)
      before = size
      const row: Record<string, number> = {}
      for (const [name, path] of Object.entries(pages)) row[name] = await middleOf(leader, path)
      taken.push(row)
      for (const [name, ms] of Object.entries(row)) figures[`${name}Ms@${size}`] = Math.round(ms)
    }
    for (const name of Object.keys(pages))
      figures[`${name}Ratio100to1`] = Number((taken.at(-1)![name]! / taken[0]![name]!).toFixed(1))
    figures['promisedMs@100000'] = 500
    figures.everyCaseCounted = await allCounted(served)
    return figures
  } finally {
    await served.end()
  }
}

/** The middle of some looks at a page, in milliseconds; the first is not counted. */
const middleOf = async (visitor: Visitor, path: string) => {
  const times: number[] = []
  for (let look = 0; look <= looks; look++) {
    const began = performance.now()
    const response = await visitor.get(path)
    await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    if (look > 0) times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(looks / 2)]!
}

/** Cases counted by the view against the rows: a dashboard that is fast and wrong is of no use. */
const allCounted = async ({ house }: ServedHouse) => {
  const { rows } = await house.db.asJob(tx =>
    sql<{ equal: boolean }>`
      select (select sum(complaints) from published_complaints) = (select count(*) from complaints where state <> 'merged') as equal`.execute(
      tx,
    ),
  )
  return rows[0]!.equal
}
