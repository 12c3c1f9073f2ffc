import { sql } from 'kysely'
import { readReach } from '../src/campaigns/index.ts'
import { insertLinks, newCode } from '../src/links/index.ts'
import type { Tx } from '../src/platform/database/database.ts'
import { openSampleHouse, type SampleHouse } from '../test/house.ts'

const clicks = 50_000_000
const offices = 514
const days = 365
const rounds = 15

/**
 * The page of a campaign's reach at the size of the country: 514 offices, 365 days and 3 channels with 50 million clicks,
 * beside the same with a tenth of the clicks (promise S5). The rows are written directly; that they are what clicks make of
 * them is for the tests of links.
 */
export const dashboard = async () => {
  const house = await openSampleHouse()
  try {
    const actor = house.as('humas@bp3mi.example')
    const [large, small] = [await fill(house, 'besar', clicks), await fill(house, 'kecil', clicks / 10)]
    await house.db.ownerPool.query('analyze')
    const of = (id: number) => () => house.db.asActor(actor, tx => readReach(tx, actor, id, house.clock()))
    const [first, tenth] = await inTurns(of(large), of(small))
    const shown = await of(large)()
    const { whole, offices: rows } = shown!.reach
    return {
      millionClicks: (whole.clicks + whole.scans) / 1_000_000,
      pageMs: round(first),
      pageMsWithATenth: round(tenth),
      ratioToATenth: round(first / tenth),
      countsMatch: whole.clicks + whole.scans === clicks && rows.length === offices,
    }
  } finally {
    await house.end()
  }
}

/** @returns the campaign with this many clicks */
const fill = (house: SampleHouse, name: string, sum: number): Promise<number> =>
  house.db.asJob(async tx => {
    await sql`
      insert into offices (kind, name, short_name, sample)
      select 'district', 'Dinas contoh ' || n, 'Contoh ' || n, true
      from generate_series(1, ${offices}::int) n where not exists (select from offices where name = 'Dinas contoh ' || n)`.execute(
      tx,
    )
    const { rows } = await sql<{ id: number }>`
      insert into campaigns (slug, title, purpose, starts_on, ends_on, made_by, sample)
      select ${name}, 'Kampanye ' || ${name}, 'Ukuran seluruh negeri', current_date - ${days - 1}::int, current_date, made_by, true
      from campaigns limit 1 returning id`.execute(tx)
    const id = rows[0]!.id
    await run(
      tx,
      sql`insert into campaign_owners select ${id}, office_id from campaign_owners where campaign_id = 1`,
    )
    await run(
      tx,
      sql`insert into duties (campaign_id, version_id, office_id, channel, due_at)
        select ${id}, (select min(version_id) from campaign_materials), o.id, channel, now()
        from offices o, unnest(array['whatsapp', 'facebook', 'print']) channel where o.name like 'Dinas contoh %'`,
    )
    const duties = await tx.selectFrom('duties').select('id').where('campaign_id', '=', id).execute()
    await insertLinks(
      tx,
      duties.map(duty => ({ code: newCode(), dutyId: duty.id, target: `/k/${name}` })),
    )
    // The rest goes to the first ones, so that the sum is exact.
    const links = offices * 3
    await run(
      tx,
      sql`insert into link_totals (code, clicks, scans, previews)
        select l.code, ${sum}::bigint / ${links} + (row_number() over () <= ${sum}::bigint % ${links})::int, 0, 7
        from links l join duties d on d.id = l.duty_id where d.campaign_id = ${id}`,
    )
    await run(
      tx,
      sql`insert into reach_days (campaign_id, office_id, day, clicks)
        select ${id}, o.id, current_date - n, ${sum}::bigint / ${offices * days}
        from offices o, generate_series(0, ${days - 1}::int) n where o.name like 'Dinas contoh %'
        union all select ${id}, null, current_date - n, ${sum}::bigint / ${days} from generate_series(0, ${days - 1}::int) n`,
    )
    await run(
      tx,
      sql`insert into reach_devices (campaign_id, office_id, channel, low, high)
        select ${id}, office_id, channel, 100, 9000 from duties where campaign_id = ${id}
        union all select ${id}, office_id, null, 200, 20000 from duties where campaign_id = ${id} group by office_id
        union all select ${id}, null, null, 100000, 9000000`,
    )
    return id
  })

const run = (tx: Tx, query: ReturnType<typeof sql>) => query.execute(tx)

/** One and the other again and again, so that whatever else the machine does hits both. @returns the middle of each, in ms */
const inTurns = async (...works: (() => Promise<unknown>)[]) => {
  const times = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [place, work] of works.entries()) {
      const began = performance.now()
      await work()
      times[place]!.push(performance.now() - began)
    }
  return times.map(all => all.sort((a, b) => a - b)[rounds >> 1]!) as [number, number]
}

const round = (figure: number) => Number(figure.toFixed(2))
