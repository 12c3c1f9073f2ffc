import { sql } from 'kysely'
import type { ServedHouse } from '../test/served-house.ts'

/** Cases over two years and thirteen districts, with their states; eight events a case, so that 100,000 cases bring near a million rows. */
export const grow = async ({ house }: ServedHouse, from: number, to: number) => {
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
