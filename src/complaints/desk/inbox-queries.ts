import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Desk, Filter, View } from './inbox.ts'

interface Asking {
  staffId: string
  officeId: number
}

export const pageSize = 25

export type InboxRow = Awaited<ReturnType<typeof inboxPage>>[number]

/** One page of the list, one row more than it shows: whether there is a next. Nothing sealed is touched. */
export const inboxPage = (tx: Tx, asking: Asking, filter: Filter, soon: string, waitingClocks: string[]) =>
  tx
    .selectFrom('complaints as c')
    .innerJoin('offices as o', 'o.id', 'c.owner_office_id')
    .leftJoin('staff as s', 's.id', 'c.assignee_id')
    .leftJoin('regions as r', join => join.on(sql<boolean>`r.code = left(c.origin_code, 5)`))
    .select([
      'c.id',
      'c.number',
      'c.state',
      'c.stage',
      'c.urgency',
      'c.departs_on as departsOn',
      'c.destination',
    ])
    .select(['c.received_at as receivedAt', 'c.changed_at as changedAt', 'c.owner_office_id as ownerId'])
    .select([
      'c.rank',
      'c.leaves_on as leavesOn',
      'o.short_name as owner',
      's.name as assignee',
      'r.name as origin',
    ])
    .select([
      sql<string[]>`(select coalesce(array_agg(p.code order by p.code), '{}') from complaint_problems p
        where p.complaint_id = c.id)`.as('problems'),
      sql<Date | null>`(select min(k.due_at) from complaint_clocks k
        where k.complaint_id = c.id and k.stopped_at is null and k.clock <> all(${waitingClocks}))`.as(
        'dueAt',
      ),
      sql<{ kind: string; fromId: number; to: string; from: string; answerBy: string } | null>`(
        select jsonb_build_object('kind', f.kind, 'fromId', f.from_office_id, 'to', b.short_name, 'from', a.short_name,
          'answerBy', f.answer_by)
        from custody_offers f join offices a on a.id = f.from_office_id join offices b on b.id = f.to_office_id
        where f.complaint_id = c.id and f.state = 'open' order by f.made_at limit 1)`.as('offer'),
    ])
    .where(onDesk(filter.desk, asking))
    .where(inView(filter.view, soon, waitingClocks))
    .$if(filter.area !== '', query => query.where('c.origin_code', 'like', `${filter.area}%`))
    .$if(filter.after !== undefined, query => query.where(after(filter)))
    .$if(filter.view !== 'closed', query =>
      query.orderBy('c.rank').orderBy('c.leaves_on').orderBy('c.number'),
    )
    .$if(filter.view === 'closed', query => query.orderBy('c.number', 'desc'))
    .limit(pageSize + 1)
    .execute()

const onDesk = (desk: Desk, { staffId, officeId }: Asking): Expression<SqlBool> => {
  const open = (kinds: string[], side: 'to_office_id' | 'from_office_id') =>
    sql<SqlBool>`c.id in (select complaint_id from custody_offers where state = 'open' and kind in (${sql.join(kinds)})
      and ${sql.ref(side)} = ${officeId})`
  return {
    office: sql<SqlBool>`c.owner_office_id = ${officeId}`,
    mine: sql<SqlBool>`c.owner_office_id = ${officeId} and c.assignee_id = ${staffId}`,
    shared: sql<SqlBool>`c.owner_office_id <> ${officeId} and c.id in (
      select complaint_id from complaint_shares where office_id = ${officeId} and until is null)`,
    offered: open(['hand-over', 'referral'], 'to_office_id'),
    asked: open(['request'], 'to_office_id'),
  }[desk]
}

const inView = (view: View, soon: string, waitingClocks: string[]): Expression<SqlBool> =>
  ({
    open: sql<SqlBool>`c.state not in ('closed', 'merged')`,
    new: sql<SqlBool>`c.state not in ('closed', 'merged') and c.state = 'received'`,
    urgent: sql<SqlBool>`c.state not in ('closed', 'merged') and (c.urgency = 'danger' or c.departs_on <= ${soon})`,
    waiting: sql<SqlBool>`c.state not in ('closed', 'merged') and c.state = 'waiting'`,
    contested: sql<SqlBool>`c.state not in ('closed', 'merged') and c.state = 'contested'`,
    overdue: sql<SqlBool>`c.state not in ('closed', 'merged') and exists (select from complaint_clocks k
      where k.complaint_id = c.id and k.stopped_at is null and k.due_at <= now() and k.clock <> all(${waitingClocks}))`,
    closed: sql<SqlBool>`c.state in ('closed', 'merged')`,
  })[view]

const after = ({ view, after: place }: Filter): Expression<SqlBool> =>
  view === 'closed'
    ? sql<SqlBool>`c.number < ${place!.number}`
    : sql<SqlBool>`(c.rank, c.leaves_on, c.number) > (${place!.rank}, ${place!.leavesOn}::date, ${place!.number})`

export type Counts = Record<Desk, number> & Record<'new' | 'urgent' | 'waiting' | 'contested', number>

/** How many lie where. Closed ones are not counted: they only grow. */
export const inboxCounts = async (tx: Tx, asking: Asking, soon: string): Promise<Counts> => {
  const own = await tx
    .selectFrom('complaints')
    .select([
      sql<number>`count(*)`.as('office'),
      sql<number>`count(*) filter (where assignee_id = ${asking.staffId})`.as('mine'),
      sql<number>`count(*) filter (where state = 'received')`.as('new'),
      sql<number>`count(*) filter (where urgency = 'danger' or departs_on <= ${soon})`.as('urgent'),
      sql<number>`count(*) filter (where state = 'waiting')`.as('waiting'),
      sql<number>`count(*) filter (where state = 'contested')`.as('contested'),
    ])
    .where('owner_office_id', '=', asking.officeId)
    .where(sql<boolean>`state not in ('closed', 'merged')`)
    .executeTakeFirstOrThrow()
  const others = await tx
    .selectFrom('custody_offers')
    .select([
      sql<number>`count(distinct complaint_id) filter (where kind <> 'request')`.as('offered'),
      sql<number>`count(distinct complaint_id) filter (where kind = 'request')`.as('asked'),
    ])
    .where('to_office_id', '=', asking.officeId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  const { shared } = await tx
    .selectFrom('complaint_shares')
    .select(sql<number>`count(*)`.as('shared'))
    .where('office_id', '=', asking.officeId)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return { ...own, ...others, shared }
}
