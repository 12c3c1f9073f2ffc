import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Reason } from './matchers.ts'

export const verdicts = ['duplicate', 'not-duplicate'] as const
export type Verdict = (typeof verdicts)[number]

/** Another case that may be the same matter: its number, who holds it and why. Of a case one may not see nothing more. */
export interface Resembling {
  other: string
  number: number
  year: number
  ownerOfficeId: number
  owner: string
  visible: boolean
  mergedInto: string | null
  score: number
  reasons: Reason[]
  verdict: Verdict | null
  decidedAt: Date | null
  decidedOffice: string | null
}

export const resembling = async (tx: Tx, id: string): Promise<Resembling[]> => {
  const { rows } = await sql<Resembling>`
    select other, number, year, owner_office_id as "ownerOfficeId", owner, visible, merged_into as "mergedInto", score, reasons, verdict,
      decided_at as "decidedAt", decided_office as "decidedOffice" from duplicates_of(${id})`.execute(tx)
  return rows
}

export interface SameRecruiter {
  other: string
  number: number
  year: number
  owner: string
  visible: boolean
}

export const sameRecruiter = async (tx: Tx, id: string): Promise<SameRecruiter[]> => {
  const { rows } =
    await sql<SameRecruiter>`select other, number, year, owner, visible from same_recruiter(${id})`.execute(
      tx,
    )
  return rows
}

/** @returns false when somebody has judged this pair meanwhile, otherwise than the judge saw it */
export const keepVerdict = async (
  tx: Tx,
  pair: { one: string; other: string; verdict: Verdict; was: Verdict | null },
  who: { staffId: string; officeId: number },
) => {
  const { numAffectedRows } = await sql`
    insert into duplicate_verdicts as v (complaint_a, complaint_b, verdict, decided_by, office_id)
    values (least(${pair.one}::uuid, ${pair.other}::uuid), greatest(${pair.one}::uuid, ${pair.other}::uuid), ${pair.verdict},
      ${who.staffId}, ${who.officeId})
    on conflict (complaint_a, complaint_b) do update
      set verdict = excluded.verdict, decided_by = excluded.decided_by, office_id = excluded.office_id, decided_at = now()
      where v.verdict = ${pair.was}`.execute(tx)
  return numAffectedRows === 1n
}

export const insertShareRequest = async (
  tx: Tx,
  { complaintId, forComplaintId }: { complaintId: string; forComplaintId: string },
  who: { staffId: string; officeId: number },
) =>
  (
    await tx
      .insertInto('share_requests')
      .values({
        complaint_id: complaintId,
        for_complaint_id: forComplaintId,
        from_office_id: who.officeId,
        made_by: who.staffId,
      })
      .onConflict(oc => oc.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

export interface ShareRequest {
  id: string
  complaintId: string
  fromOfficeId: number
  office: string
  number: number
  year: number
}

/** Requests that wait for an answer of the office that holds a case; of one case, or of all. */
export const shareRequestsTo = async (
  tx: Tx,
  officeId: number,
  complaintId?: string,
): Promise<ShareRequest[]> => {
  const { rows } = await sql<ShareRequest>`
    select r.id, r.complaint_id as "complaintId", r.from_office_id as "fromOfficeId", a.office, a.number, a.year
    from share_requests r join complaints c on c.id = r.complaint_id cross join lateral asked_for(r.id) a
    where r.state = 'open' and c.owner_office_id = ${officeId}
      and (${complaintId ?? null}::uuid is null or r.complaint_id = ${complaintId ?? null}::uuid)
    order by r.made_at`.execute(tx)
  return rows
}

/** What this office asked for on behalf of one of its cases, by the other case. */
export const ownShareRequests = async (tx: Tx, forComplaintId: string) =>
  tx
    .selectFrom('share_requests')
    .select(['complaint_id as other', 'state', 'made_at as madeAt'])
    .where('for_complaint_id', '=', forComplaintId)
    .orderBy('made_at')
    .execute()

/** @returns false when it is answered already, or not this office's to answer */
export const answerShareRequest = async (
  tx: Tx,
  id: string,
  state: 'shared' | 'declined',
  staffId: string,
) => {
  const { numUpdatedRows } = await tx
    .updateTable('share_requests')
    .set({ state, answered_by: staffId, answered_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Cases that were merged into this one, as far as this office sees them. */
export const mergedInto = (tx: Tx, id: string) =>
  tx
    .selectFrom('complaints')
    .select(['id', 'number', 'received_at as receivedAt'])
    .where('merged_into', '=', id)
    .where('state', '=', 'merged')
    .orderBy('number')
    .execute()

export interface SurvivingStatus {
  state: string
  owner: string
  ground: string | null
  since: Date
}

/** Where the case stands that goes on in place of a merged report, to the bearer of its receipt. */
export const survivingStatus = async (tx: Tx): Promise<SurvivingStatus | undefined> =>
  (await sql<SurvivingStatus>`select state, owner, ground, since from surviving_status()`.execute(tx)).rows[0]

export const tellSurviving = (tx: Tx) => sql`select tell_surviving()`.execute(tx)

/** Whether the house has compared this case since it last changed. */
export const isCompared = async (tx: Tx, id: string) =>
  (await sql<{ done: boolean }>`select was_compared(${id}) as done`.execute(tx)).rows[0]?.done === true

/** Two who decide about one pair, or merge it, from whichever side: the second waits for the first. */
export const lockPair = (tx: Tx, one: string, other: string) =>
  sql`select pg_advisory_xact_lock(hashtext('pair'), hashtext(${[one, other].toSorted().join()}))`.execute(tx)
