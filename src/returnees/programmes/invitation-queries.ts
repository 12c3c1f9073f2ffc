import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Reasons } from './match.ts'
import type { InvitationState } from './programme.ts'

export interface NewInvitation {
  id: string
  programmeId: number
  returneeId: string
  officeId: number
  reasons: Reasons
  at: Date
}

/** @returns false when this person was invited already */
export const insertInvitation = async (tx: Tx, row: NewInvitation): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme_invitations')
    .values({
      id: row.id,
      programme_id: row.programmeId,
      returnee_id: row.returneeId,
      office_id: row.officeId,
      reasons: JSON.stringify(row.reasons),
      invited_at: row.at,
      changed_at: row.at,
    })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const shown = (tx: Tx) =>
  tx
    .selectFrom('programme_invitations as i')
    .innerJoin('returnees as r', 'r.id', 'i.returnee_id')
    .leftJoin('regions as d', join => join.on(sql<boolean>`d.code = left(r.origin_code, 5)`))
    .leftJoin('programme_certificates as c', 'c.invitation_id', 'i.id')
    .select(['i.id', 'i.programme_id as programmeId', 'i.returnee_id as returneeId', 'i.state'])
    .select(['r.number', 'r.registered_at as registeredAt', 'd.name as district', 'c.serial', 'c.year'])
    .select(sql<Partial<Reasons>>`i.reasons`.as('reasons'))
    .$narrowType<{ state: InvitationState }>()

/** The people of the asking office. */
export const invitationsOf = (tx: Tx, programmeId: number) =>
  shown(tx).where('i.programme_id', '=', programmeId).orderBy('r.number').execute()

export const invitationById = (tx: Tx, id: string) => shown(tx).where('i.id', '=', id).executeTakeFirst()
export type Invitation = NonNullable<Awaited<ReturnType<typeof invitationById>>>

/** What the bearer of a number is invited to, as long as it can be answered. */
export const ownInvitations = (tx: Tx, returneeId: string, today: string) =>
  tx
    .selectFrom('programme_invitations as i')
    .innerJoin('returnee_programmes as p', 'p.id', 'i.programme_id')
    .select(['i.id', 'i.state', 'p.title', 'p.starts_on as startsOn', 'p.ends_on as endsOn'])
    .where('i.returnee_id', '=', returneeId)
    .where('i.state', 'in', ['invited', 'accepted', 'declined'])
    .where('p.state', '=', 'open')
    .where('p.starts_on', '>', today)
    .orderBy('p.starts_on')
    .$narrowType<{ state: InvitationState }>()
    .execute()
export type OwnInvitation = Awaited<ReturnType<typeof ownInvitations>>[number]

/** @returns whether it still stood as the mover saw it. Throws enough_places (0017) when no place is left. */
export const settleInvitation = async (
  tx: Tx,
  id: string,
  from: InvitationState,
  to: InvitationState,
  at: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('programme_invitations')
    .set({ state: to, changed_at: at })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const insertInvitationEvent = (
  tx: Tx,
  event: { invitationId: string; staffId: string | null; from: string | null; to: string; at: Date },
) =>
  tx
    .insertInto('invitation_events')
    .values({
      invitation_id: event.invitationId,
      staff_id: event.staffId,
      from_state: event.from,
      to_state: event.to,
      at: event.at,
    })
    .execute()

export const insertCertificate = (
  tx: Tx,
  row: { invitationId: string; officeId: number; year: number; serial: number; staffId: string },
) =>
  tx
    .insertInto('programme_certificates')
    .values({
      invitation_id: row.invitationId,
      office_id: row.officeId,
      year: row.year,
      serial: row.serial,
      made_by: row.staffId,
    })
    .execute()
