import { sql } from 'kysely'
import { type ServedHouse, serveSampleHouse } from '../test/served-house.ts'
import { signedIn, type Visitor } from '../test/visitor.ts'

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

/** Cases over two years and thirteen districts, with their states; eight events a case, so that 100,000 cases bring near a million rows. */
const grow = async ({ house }: ServedHouse, from: number, to: number) => {
  await house.db.asJob(async tx => {
    await sql`
      insert into complaints (id, owner_office_id, channel, reporter_role, stage, urgency, origin_code, routed_by, workflow_version,
        received_at, state, ground, closed_at)
      select gen_random_uuid(), (select id from offices where kind = 'bp3mi' limit 1), 'web', 'family',
        (array['recruitment', 'abroad', 'returning'])[1 + n % 3], (array['danger', 'ordinary', 'ordinary', 'leaving-soon'])[1 + n % 4],
        (array(select code from populations order by code))[1 + (n * 7 + n / 13) % 13], ${`bench-${to}`}, 1,
        now() - (n % 730) * interval '1 day', case when n % 3 = 0 then 'closed' else 'accepted' end,
        case when n % 3 = 0 then 'solved' end, case when n % 3 = 0 then now() end
      from generate_series(${from + 1}::int, ${to}::int) as n`.execute(tx)
    await sql`
      insert into complaint_events (complaint_id, by, deed, at)
      select c.id, 'house', 'noted', c.received_at from complaints c cross join generate_series(1, 8)
      where c.routed_by = ${`bench-${to}`}`.execute(tx)
    await sql`
      insert into returnees (id, owner_office_id, channel, origin_code, registered_at)
      select gen_random_uuid(), (select id from offices where kind = 'bp3mi' limit 1), 'staff',
        (array(select code from populations order by code))[1 + n % 13], now() - (n % 730) * interval '1 day'
      from generate_series(${from / 10 + 1}::int, ${to / 10}::int) as n`.execute(tx)
    await sql`
      insert into offer_signals (day, office_id, level, rule_ids, country, count)
      select current_date - (n % 700), (select id from offices where kind = 'district' order by id limit 1 offset n % 13),
        (array['danger', 'warnings', 'nothing-found'])[1 + n % 3], '{}', 'n' || n / 700, 1
      from generate_series(${from / 10 + 1}::int, ${to / 10}::int) as n on conflict do nothing`.execute(tx)
    await sql`
      insert into link_hours (code, hour, clicks, scans)
      select l.code, date_trunc('hour', now()) - n * interval '1 hour', 1 + n % 5, n % 2
      from links l cross join generate_series(${from / 100 + 1}::int, ${to / 100}::int) as n on conflict do nothing`.execute(
      tx,
    )
  })
  await house.db.ownerPool.query('analyze')
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
