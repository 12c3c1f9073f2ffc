import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dutyStates, standingOf } from '../../src/campaigns/duties/duty.ts'
import { type IndicatorId, indicatorIds, indicatorsFor } from '../../src/insight/figures/indicators.ts'
import { readFigures } from '../../src/insight/figures/read-figures.ts'
import { readStandings } from '../../src/insight/risk/read-standings.ts'
import { addCounts } from '../../src/links/index.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
  await generateYear()
})
afterAll(() => house?.end())

const leader = () => house.as('pimpinan@bp3mi.example')
const sigi = () => house.as('pimpinan.sigi@kabupaten.example')

/** A year of a province on top of the sample: 600 reports, checks and clicks, spread by chance over districts and days. */
const generateYear = () =>
  house.db.asJob(async tx => {
    await sql`
      insert into complaints (id, owner_office_id, channel, reporter_role, stage, urgency, origin_code, routed_by, workflow_version, received_at)
      select gen_random_uuid(), (select id from offices where kind = 'bp3mi' limit 1), 'web', 'family', 'abroad',
        (array['danger', 'ordinary', 'ordinary'])[1 + n % 3],
        (array['72.10', '72.02', '72.71.01', '72.08', '72.11', null, '73.71'])[1 + (n * n + n / 7) % 7], 'test', 1,
        now() - n * interval '15 hours'
      from generate_series(1, 600) as n`.execute(tx)
    await sql`
      insert into offer_signals (day, office_id, level, rule_ids, count)
      select current_date - n, (select id from offices where kind = 'district' order by id limit 1 offset n % 13),
        (array['danger', 'warnings', 'nothing-found'])[1 + n % 3], '{}', 1 + n % 4 from generate_series(1, 330) as n`.execute(
      tx,
    )
    const links = await tx.selectFrom('links').select('code').execute()
    const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000
    await addCounts(
      tx,
      links.flatMap(({ code }) =>
        Array.from({ length: 40 }, (_, d) => ({
          code,
          hour: new Date(hour - (d + 1) * 3 * 86_400_000),
          clicks: 1 + (d % 5),
          scans: d % 2,
          previews: 0,
        })),
      ),
    )
  })

const place = (column: string, scope: string | undefined) =>
  scope ? sql`left(${sql.ref(column)}, 5) = ${scope}` : sql`true`
const ofOffice = (column: string, scope: string | undefined) =>
  scope
    ? sql`${sql.ref(column)} in (select office_id from office_regions where region_code = ${scope})`
    : sql`true`
const local = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'Asia/Makassar', 'YYYY-MM')`

/** Each figure once more, from the rows themselves and by another way than the program's. */
const raw: Record<IndicatorId, (month: string, scope?: string) => ReturnType<typeof sql<{ n: number }>>> = {
  reports: (month, scope) =>
    sql`select count(*)::int as n from complaints where state <> 'merged' and ${local('received_at')} = ${month} and ${place('origin_code', scope)}`,
  'urgent-reports': (month, scope) =>
    sql`select count(*)::int as n from complaints where state <> 'merged' and urgency in ('danger', 'leaving-soon')
      and ${local('received_at')} = ${month} and ${place('origin_code', scope)}`,
  'closed-reports': (month, scope) =>
    sql`select count(*)::int as n from complaints where state = 'closed' and ${local('received_at')} = ${month} and ${place('origin_code', scope)}`,
  checks: (month, scope) =>
    sql`select coalesce(sum(count), 0)::int as n from offer_signals where to_char(day, 'YYYY-MM') = ${month} and ${ofOffice('office_id', scope)}`,
  'danger-checks': (month, scope) =>
    sql`select coalesce(sum(count), 0)::int as n from offer_signals where level not in ('incomplete', 'nothing-found')
      and to_char(day, 'YYYY-MM') = ${month} and ${ofOffice('office_id', scope)}`,
  returnees: (month, scope) =>
    sql`select count(*)::int as n from returnees where state = 'active' and ${local('registered_at')} = ${month} and ${place('origin_code', scope)}`,
  'duties-due': (month, scope) =>
    sql`select count(*)::int as n from duties where (state = 'accepted' or state <> 'excused' and stopped_why is null)
      and ${local('due_at')} = ${month} and ${ofOffice('office_id', scope)}`,
  'duties-told': (month, scope) =>
    sql`select count(*)::int as n from duties where state not in ('assigned', 'opened', 'shared', 'returned', 'excused')
      and (state = 'accepted' or stopped_why is null) and ${local('due_at')} = ${month} and ${ofOffice('office_id', scope)}`,
  'duties-proven': (month, scope) =>
    sql`select count(*)::int as n from duties where state = 'accepted' and ${local('due_at')} = ${month} and ${ofOffice('office_id', scope)}`,
  visits: (month, scope) =>
    sql`select coalesce(sum(clicks + scans), 0)::int as n from link_hours where ${local('hour')} = ${month}
      and code in (select l.code from links l join duties d on d.id = l.duty_id where ${ofOffice('d.office_id', scope)})`,
  'outreach-held': (month, scope) =>
    sql`select count(*)::int as n from activities where state = 'held' and kind = 'outreach' and ${local('starts_at')} = ${month}
      and ${place('place_code', scope)}`,
  'outreach-reached': (month, scope) =>
    sql`select coalesce(sum(reached), 0)::int as n from activities where state = 'held' and kind = 'outreach'
      and ${local('starts_at')} = ${month} and ${place('place_code', scope)}`,
  'follow-ups-overdue': month =>
    sql`select count(*)::int as n from follow_ups where state = 'open' and due_on < (now() at time zone 'Asia/Makassar')::date
      and to_char(due_on, 'YYYY-MM') = ${month}`,
}

const recount = async (id: IndicatorId, month: string, scope?: string) =>
  (await house.db.asJob(tx => raw[id](month, scope).execute(tx))).rows[0]!.n

describe('every figure of the dashboard, counted again from the rows', () => {
  test.each(['province', '72.10', '72.71', '72.11'])('%s, twelve months', async where => {
    const scope = where === 'province' ? undefined : where
    const series = await house.db.asActor(leader(), tx =>
      readFigures(tx, house.clock(), indicatorsFor(scope ? 'district' : 'bp3mi'), scope),
    )
    expect(series.map(({ indicator }) => indicator.id)).toEqual(
      scope ? indicatorIds.filter(id => id !== 'follow-ups-overdue') : [...indicatorIds],
    )
    let compared = 0
    for (const { indicator, months } of series)
      for (const { month, value } of months) {
        const counted = await recount(indicator.id, month, scope)
        expect([indicator.id, month, value ?? 0]).toEqual([indicator.id, month, counted])
        compared += counted
      }
    expect(compared).toBeGreaterThan(50)
  })

  test('signals and coverage of every district are the same figures', async () => {
    const { standings, window } = await house.db.asActor(leader(), tx => readStandings(tx, house.clock()))
    expect(standings).toHaveLength(13)
    const span = (id: IndicatorId, first: string, code: string) =>
      house.db.asActor(leader(), async tx => {
        const [series] = (await readFigures(tx, house.clock(), indicatorsFor('bp3mi'), code)).filter(
          one => one.indicator.id === id,
        )
        return series!.months.reduce((sum, { month, value }) => sum + (month >= first ? (value ?? 0) : 0), 0)
      })
    for (const { code, signals, reached } of standings) {
      expect(signals.reports).toBe(await span('reports', window.since, code))
      expect(signals.checks).toBe(await span('danger-checks', window.since, code))
      expect(signals.returnees).toBe(await span('returnees', window.since, code))
      expect(reached.visits).toBe(await span('visits', window.recent, code))
      expect([reached.due, reached.told]).toEqual([
        await span('duties-due', window.recent, code),
        await span('duties-told', window.recent, code),
      ])
    }
  })

  test('a month before a source began is said to be without data, not none', async () => {
    const { rows } = await house.db.asJob(tx =>
      sql<{
        first: string
      }>`select to_char(min(due_at) at time zone 'Asia/Makassar', 'YYYY-MM') as first from duties`.execute(
        tx,
      ),
    )
    const series = await house.db.asActor(leader(), tx =>
      readFigures(tx, house.clock(), indicatorsFor('bp3mi'), undefined),
    )
    const due = series.find(({ indicator }) => indicator.id === 'duties-due')!
    expect(
      due.months.filter(({ month }) => month < rows[0]!.first).every(({ value }) => value === null),
    ).toBe(true)
    expect(due.months.some(({ value }) => value === null)).toBe(true)
  })
})

test('duties that were stopped or excused are due to nobody, whatever state they had reached', async () => {
  // Of Sigi's duties there is one in each state, going on, stopped with its material and recalled.
  const duties = dutyStates.flatMap(state =>
    ([null, 'ended', 'recalled'] as const).map(stoppedWhy => ({ state, stoppedWhy })),
  )
  await house.db.asJob(async tx => {
    const one = await tx.selectFrom('duties').selectAll().executeTakeFirstOrThrow()
    const { id: _, ...row } = one
    for (const [at, { state, stoppedWhy }] of duties.entries())
      await tx
        .insertInto('duties')
        .values({
          ...row,
          office_id: sigi().officeId,
          round: 20 + at,
          due_at: new Date(Date.now() - 400 * 86_400_000),
          state,
          stopped_why: stoppedWhy,
          stopped_at: stoppedWhy && new Date(),
        })
        .execute()
  })
  const counted = { due: 0, told: 0, proven: 0 }
  for (const { state, stoppedWhy } of duties) {
    const standing = standingOf({ state, stoppedWhy, dueAt: new Date(0) }, house.clock())
    if (standing === 'stopped' || standing === 'excused') continue
    counted.due += 1
    if (standing === 'waiting' || standing === 'accepted') counted.told += 1
    if (standing === 'accepted') counted.proven += 1
  }
  expect(counted).toEqual({ due: 9, told: 5, proven: 3 })
  const [shown, ...others] = await house.db.asActor(sigi(), tx =>
    tx
      .selectFrom('published_duties')
      .select(['due', 'told', 'proven'])
      .where('district', '=', '72.10')
      .where('month', '<', String(Temporal.Now.plainDateISO().subtract({ months: 12 }).toPlainYearMonth()))
      .execute(),
  )
  expect([shown, ...others]).toEqual([counted])
})

describe('who sees which figures', () => {
  test('a district sees its own by name and the same sum of all, and the same risk as the province does', async () => {
    const [whole, own] = await Promise.all(
      [leader(), sigi()].map(actor => house.db.asActor(actor, tx => readStandings(tx, house.clock()))),
    )
    expect(own!.standings.map(({ code }) => code)).toEqual(['72.10'])
    expect(own!.standings[0]).toEqual(whole!.standings.find(({ code }) => code === '72.10'))
    const sums = await Promise.all(
      [leader(), sigi()].map(actor =>
        house.db.asActor(actor, tx => readFigures(tx, house.clock(), indicatorsFor('district'), undefined)),
      ),
    )
    expect(sums[0]!.map(({ sum }) => sum)).toEqual(sums[1]!.map(({ sum }) => sum))
  })

  const views = [
    'published_complaints',
    'published_offer_checks',
    'published_returnee_months',
    'published_duties',
    'published_reach',
  ] as const

  test.each(views)('%s names no other district to a district, and says nothing to nobody', async view => {
    const named = await house.db.asActor(sigi(), tx =>
      tx.selectFrom(view).select('district').distinct().execute(),
    )
    expect(named.map(({ district }) => district).filter(code => code !== null && code !== '72.10')).toEqual(
      [],
    )
    expect(await house.db.asPublic(tx => tx.selectFrom(view).selectAll().execute())).toEqual([])
  })

  test('a district without people, or one that nobody counts, has no rate and stays in the list', async () => {
    await house.db.asJob(tx => sql`update populations set people = 0 where code = '72.11'`.execute(tx))
    await house.db.asJob(tx => sql`delete from populations where code = '72.07'`.execute(tx))
    const { standings } = await house.db.asActor(leader(), tx => readStandings(tx, house.clock()))
    expect(standings).toHaveLength(13)
    for (const code of ['72.11', '72.07'])
      expect(standings.find(one => one.code === code)).toMatchObject({ risk: undefined, quadrant: 'unknown' })
    for (const { risk } of standings.filter(one => one.risk)) expect(Number.isFinite(risk!.high)).toBe(true)
  })
})
