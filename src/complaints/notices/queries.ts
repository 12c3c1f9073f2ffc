import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** As many as one minute may tell; the rest follows in the next. */
const batch = 300

export const allZones = (tx: Tx) => tx.selectFrom('offices').select(['id', 'time_zone as zone']).execute()

/** Clocks of cases with offices at work that have to be told of, taken so that nobody else tells of them. */
export const clocksToTell = (tx: Tx, kind: 'warned' | 'breached', now: Date, open: number[]) =>
  tx
    .selectFrom('complaint_clocks as k')
    .innerJoin('complaints as c', 'c.id', 'k.complaint_id')
    .select([
      'k.complaint_id as complaintId',
      'k.clock',
      'k.part',
      'k.due_at as dueAt',
      'k.warn_at as warnAt',
    ])
    .where('k.stopped_at', 'is', null)
    .where(kind === 'warned' ? 'k.warn_at' : 'k.due_at', '<=', now)
    .where(kind === 'warned' ? 'k.warned_at' : 'k.breached_at', 'is', null)
    .where('c.owner_office_id', 'in', open)
    .orderBy('k.complaint_id')
    .limit(batch)
    .forUpdate('k')
    .skipLocked()
    .execute()

export const markTold = (
  tx: Tx,
  { complaintId, clock, part }: { complaintId: string; clock: string; part: number },
  kind: 'warned' | 'breached',
  now: Date,
) =>
  tx
    .updateTable('complaint_clocks')
    .set(kind === 'warned' ? { warned_at: now } : { breached_at: now })
    .where('complaint_id', '=', complaintId)
    .where('clock', '=', clock)
    .where('part', '=', part)
    .execute()

/**
 * Who is told of a case: whoever has it, else the officers of the office that holds it; with leaders when it has to go higher. An
 * office where nobody is left must not keep a limit to itself: the leaders of the province and of BP3MI are told instead.
 * @param officeId another office than the holder
 * @param staffId somebody in particular, as long as active there
 */
export const recipientsOf = async (
  tx: Tx,
  complaintId: string,
  higher: boolean,
  officeId?: number,
  staffId?: string,
) => {
  const { rows } = await sql<{ staffId: string; officeId: number }>`
    with the_case as (
      select coalesce(${officeId ?? null}::int, owner_office_id) as office,
        coalesce(${staffId ?? null}::text, case when ${officeId ?? null}::int is null or ${officeId ?? null} = owner_office_id
          then assignee_id end) as person
      from complaints where id = ${complaintId}),
    people as (
      select s.id, s.office_id, s.roles, s.id = t.person as is_person
      from staff s join the_case t on s.office_id = t.office where s.active),
    told as (
      select id, office_id from people
      where is_person
        or (roles && array['case-officer'] and not exists (select from people where is_person))
        or (${higher} and roles && array['leader']))
    select id as "staffId", office_id as "officeId" from told
    union all
    select s.id, s.office_id from staff s join offices o on o.id = s.office_id
    where not exists (select from told) and s.active and s.roles && array['leader'] and o.kind in ('province', 'bp3mi')`.execute(
    tx,
  )
  return rows
}

export const insertNotices = (
  tx: Tx,
  people: { staffId: string; officeId: number }[],
  complaintId: string,
  kind: string,
  about: string,
) =>
  people.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('notices')
        .values(
          people.map(({ staffId, officeId }) => ({
            office_id: officeId,
            staff_id: staffId,
            complaint_id: complaintId,
            kind,
            about,
          })),
        )
        .onConflict(oc => oc.doNothing())
        .execute()

/** Something to tell that no clock says. */
export interface News {
  complaintId: string
  kind: string
  about: string
  officeId?: number | undefined
  staffId?: string | undefined
}

const untold = (about: ReturnType<typeof sql>, ...kinds: string[]) =>
  sql`not exists (select from notices n where n.about = ${about} and n.kind in (${sql.join(kinds)}))`

/** Cases offered to an office, or asked of it. */
export const newsOfOffers = async (tx: Tx, open: number[]) =>
  (
    await sql<News>`select f.complaint_id as "complaintId", 'offered' as kind, f.id::text as about, f.to_office_id as "officeId"
      from custody_offers f where f.state = 'open' and f.to_office_id = any(${open}) and ${untold(sql`f.id::text`, 'offered')}
      order by f.id limit ${batch}`.execute(tx)
  ).rows

/** Answers to offers, for whoever made them. After some days an answer is no news. */
export const newsOfAnswers = async (tx: Tx, open: number[]) =>
  (
    await sql<News>`select f.complaint_id as "complaintId", f.id::text as about, f.from_office_id as "officeId", f.made_by as "staffId",
        case f.state when 'accepted' then 'accepted' when 'expired' then 'expired' else 'returned' end as kind
      from custody_offers f
      where f.state in ('accepted', 'rejected', 'expired') and f.answered_at > now() - interval '5 days'
        and f.from_office_id = any(${open}) and ${untold(sql`f.id::text`, 'accepted', 'expired', 'returned')}
      order by f.id limit ${batch}`.execute(tx)
  ).rows

/** Closures that a reporter objects to. */
export const newsOfObjections = async (tx: Tx, open: number[]) =>
  (
    await sql<News>`select e.complaint_id as "complaintId", 'contested' as kind, e.id::text as about
      from complaints c join lateral (
        select id, complaint_id from complaint_events where complaint_id = c.id and deed = 'contest' order by id desc limit 1) e on true
      where c.state = 'contested' and c.owner_office_id = any(${open}) and ${untold(sql`e.id::text`, 'contested')}
      order by e.id limit ${batch}`.execute(tx)
  ).rows

/** What reporters wrote. */
export const newsOfReporters = async (tx: Tx, open: number[]) =>
  (
    await sql<News>`select e.complaint_id as "complaintId", 'answered' as kind, e.id::text as about
      from complaint_events e join complaints c on c.id = e.complaint_id
      where e.by = 'reporter' and e.deed <> 'filed' and e.deed in ('answer', 'reporter-wrote', 'withdraw')
        and e.at > now() - interval '5 days' and c.owner_office_id = any(${open}) and ${untold(sql`e.id::text`, 'answered')}
      order by e.id limit ${batch}`.execute(tx)
  ).rows

/** Whoever has notices that nobody was mailed about yet; whoever has waited longest first. */
export const peopleToMail = (tx: Tx) =>
  tx
    .selectFrom('notices as n')
    .innerJoin('staff as s', 's.id', 'n.staff_id')
    .select(['n.staff_id as staffId', 's.email'])
    .where('n.mailed_at', 'is', null)
    .groupBy(['n.staff_id', 's.email'])
    .orderBy(({ fn }) => fn.min('n.id'))
    .execute()

/** Takes the notices a person was not mailed about yet, so that nobody else mails them. */
export const takeUnmailed = async (tx: Tx, staffId: string): Promise<number[]> => {
  const taken = tx
    .selectFrom('notices')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('mailed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
  return (await taken.execute()).map(({ id }) => id)
}

export const markMailed = (tx: Tx, ids: number[]) =>
  tx.updateTable('notices').set({ mailed_at: sql<Date>`now()` }).where('id', 'in', ids).execute()

/** What this person has to know and has not put away yet. */
export const openNotices = (tx: Tx, staffId: string) =>
  tx
    .selectFrom('notices as n')
    .leftJoin('complaints as c', 'c.id', 'n.complaint_id')
    .select([
      'n.id',
      'n.kind',
      'n.about',
      'n.at',
      'n.complaint_id as complaintId',
      'c.number',
      'c.received_at as receivedAt',
    ])
    .where('n.staff_id', '=', staffId)
    .where('n.seen_at', 'is', null)
    .orderBy('n.id', 'desc')
    .limit(20)
    .execute()

/** @param upTo the newest that was shown: what came since stays */
export const putAway = (tx: Tx, staffId: string, upTo: number) =>
  tx
    .updateTable('notices')
    .set({ seen_at: sql<Date>`now()` })
    .where('staff_id', '=', staffId)
    .where('id', '<=', upTo)
    .where('seen_at', 'is', null)
    .execute()

/** Opening the case is seeing what was said of it. */
export const putAwayOf = (tx: Tx, staffId: string, complaintId: string) =>
  tx
    .updateTable('notices')
    .set({ seen_at: sql<Date>`now()` })
    .where('staff_id', '=', staffId)
    .where('complaint_id', '=', complaintId)
    .where('seen_at', 'is', null)
    .execute()
