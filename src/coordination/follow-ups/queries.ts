import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { FollowUp, FollowUpState } from './follow-up.ts'

export interface NewFollowUp {
  title: string
  detail: string
  officeId: number
  personId: string | null
  meetingId: number | null
  blockId: number | null
  agreementId: number | null
  origin: string
  dueOn: string
}

export const insertFollowUp = async (
  tx: Tx,
  asker: { staffId: string; officeId: number },
  given: NewFollowUp,
  sample: boolean,
): Promise<number> => {
  const row = await tx
    .insertInto('follow_ups')
    .values({
      title: given.title,
      detail: given.detail,
      office_id: given.officeId,
      person_id: given.personId,
      asked_office_id: asker.officeId,
      asked_by: asker.staffId,
      meeting_id: given.meetingId,
      block_id: given.blockId,
      agreement_id: given.agreementId,
      origin: given.origin,
      due_on: given.dueOn,
      sample,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export const followUpById = async (tx: Tx, id: number): Promise<FollowUp | undefined> => {
  const row = await followUps(tx).where('f.id', '=', id).executeTakeFirst()
  return row && toFollowUp(row)
}

/** Takes the follow-up for oneself until the end of the transaction. */
export const lockFollowUp = async (tx: Tx, id: number) =>
  (await tx.selectFrom('follow_ups').select('state').where('id', '=', id).forUpdate().executeTakeFirst())
    ?.state as FollowUpState | undefined

export interface Wanted {
  states?: readonly FollowUpState[]
  /** Theirs to do. */
  officeIds?: number[]
  meetingId?: number
  agreementId?: number
}

/** What the asker may see, the most urgent first. */
export const followUpList = async (
  tx: Tx,
  { states, officeIds, meetingId, agreementId }: Wanted,
  limit = 300,
): Promise<FollowUp[]> => {
  const rows = await followUps(tx)
    .$if(states !== undefined, query => query.where('f.state', 'in', states!))
    .$if(officeIds !== undefined, query => query.where('f.office_id', 'in', officeIds!))
    .$if(meetingId !== undefined, query => query.where('f.meeting_id', '=', meetingId!))
    .$if(agreementId !== undefined, query => query.where('f.agreement_id', '=', agreementId!))
    .orderBy('f.due_on')
    .orderBy('f.id')
    .limit(limit)
    .execute()
  return rows.map(toFollowUp)
}

/** Which blocks of a meeting's minutes have become a follow-up or an agreement. */
export const grownFrom = async (tx: Tx, meetingId: number) => {
  const { rows } = await sql<{ blockId: number; kind: 'follow-up' | 'agreement'; id: number }>`
    select block_id as "blockId", 'follow-up' as kind, id from follow_ups where meeting_id = ${meetingId} and block_id is not null
    union all
    select block_id, 'agreement', id from agreements where meeting_id = ${meetingId} and block_id is not null`.execute(
    tx,
  )
  return rows
}

export const moveFollowUpRow = async (tx: Tx, id: number, state: FollowUpState, at: Date) => {
  await tx.updateTable('follow_ups').set({ state, changed_at: at }).where('id', '=', id).execute()
}

export const setPerson = (tx: Tx, id: number, personId: string | null) =>
  tx.updateTable('follow_ups').set({ person_id: personId }).where('id', '=', id).execute()

export const insertFollowUpEvent = (
  tx: Tx,
  event: {
    followUpId: number
    staffId: string
    officeId: number
    move: string
    from: string
    to: string
    note: string | null
    at: Date
  },
) =>
  tx
    .insertInto('follow_up_events')
    .values({
      follow_up_id: event.followUpId,
      staff_id: event.staffId,
      office_id: event.officeId,
      move: event.move,
      from_state: event.from,
      to_state: event.to,
      note: event.note,
      at: event.at,
    })
    .execute()

export const followUpEvents = (tx: Tx, id: number) =>
  tx
    .selectFrom('follow_up_events as e')
    .innerJoin('offices as o', 'o.id', 'e.office_id')
    .select(['e.move', 'e.at', 'e.note', 'e.to_state as to', 'o.short_name as office'])
    .select(sql<string | null>`name_of_staff(e.staff_id)`.as('name'))
    .where('follow_up_id', '=', id)
    .orderBy('e.id')
    .execute()

export interface Evidence {
  note: string
  url: string | null
  fileKey: string | null
  fileType: string | null
}

export const insertEvidence = (tx: Tx, followUpId: number, givenBy: string, evidence: Evidence) =>
  tx
    .insertInto('follow_up_evidence')
    .values({
      follow_up_id: followUpId,
      given_by: givenBy,
      note: evidence.note,
      url: evidence.url,
      file_key: evidence.fileKey,
      file_type: evidence.fileType,
    })
    .execute()

export const evidenceOf = (tx: Tx, followUpId: number) =>
  tx
    .selectFrom('follow_up_evidence')
    .select(['id', 'note', 'url', 'file_type as fileType', 'given_at as givenAt'])
    .where('follow_up_id', '=', followUpId)
    .orderBy('id')
    .execute()

export const evidenceById = (tx: Tx, id: number) =>
  tx
    .selectFrom('follow_up_evidence')
    .select(['file_key as fileKey', 'file_type as fileType'])
    .where('id', '=', id)
    .executeTakeFirst()

const followUps = (tx: Tx) =>
  tx
    .selectFrom('follow_ups as f')
    .innerJoin('offices as o', 'o.id', 'f.office_id')
    .innerJoin('offices as a', 'a.id', 'f.asked_office_id')
    .select(['f.id', 'f.title', 'f.detail', 'f.origin', 'f.state', 'f.sample'])
    .select(['f.office_id as officeId', 'o.short_name as office', 'f.person_id as personId'])
    .select(['f.asked_office_id as askedOfficeId', 'a.short_name as askedOffice', 'f.due_on as dueOn'])
    .select(['f.meeting_id as meetingId', 'f.agreement_id as agreementId', 'f.changed_at as changedAt'])
    .select(sql<string | null>`name_of_staff(f.person_id)`.as('person'))
    .select(eb =>
      eb
        .selectFrom('follow_up_events as e')
        .select('e.staff_id')
        .whereRef('e.follow_up_id', '=', 'f.id')
        .where('e.move', '=', 'report')
        .orderBy('e.id', 'desc')
        .limit(1)
        .as('reportedBy'),
    )

const toFollowUp = (row: Omit<FollowUp, 'state'> & { state: string }): FollowUp => ({
  ...row,
  dueOn: String(row.dueOn),
  state: row.state as FollowUpState,
})
