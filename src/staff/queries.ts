import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { Actor } from './actor.ts'
import type { Role } from './permissions.ts'

/** The member of staff behind a signed-in account, with the office; nobody when deactivated. */
export const actorOf = async (tx: Tx, staffId: string): Promise<Actor | undefined> => {
  const row = await tx
    .selectFrom('staff')
    .innerJoin('offices', 'offices.id', 'staff.office_id')
    .select([
      'staff.name',
      'staff.email',
      'staff.roles',
      'staff.sample',
      'offices.id',
      'offices.kind',
      'offices.short_name',
      'offices.time_zone',
    ])
    .select('offices.name as office_name')
    .where('staff.id', '=', staffId)
    .where('staff.active', '=', true)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, name, email } = row
  const office = {
    id,
    kind: row.kind as Actor['office']['kind'],
    name: row.office_name,
    shortName: row.short_name,
    timeZone: row.time_zone,
  }
  return { staffId, officeId: id, name, email, roles: row.roles as Role[], sample: row.sample, office }
}

export const colleagues = (tx: Tx) =>
  tx
    .selectFrom('staff')
    .innerJoin('offices', 'offices.id', 'staff.office_id')
    .select([
      'staff.id',
      'staff.name',
      'staff.email',
      'staff.roles',
      'staff.active',
      'offices.short_name as office',
    ])
    .orderBy('offices.id')
    .orderBy('staff.name')
    .execute()

export const openInvitations = (tx: Tx) =>
  tx
    .selectFrom('invitations')
    .innerJoin('offices', 'offices.id', 'invitations.office_id')
    .select([
      'invitations.id',
      'invitations.name',
      'invitations.email',
      'invitations.roles',
      'invitations.expires_at',
      'offices.short_name as office',
    ])
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('invited_at', 'desc')
    .execute()

export const invitationBy = (tx: Tx, tokenHash: Buffer) =>
  tx
    .selectFrom('invitations')
    .innerJoin('offices', 'offices.id', 'invitations.office_id')
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.name',
      'invitations.roles',
      'invitations.office_id',
      'offices.name as office',
    ])
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()

export const emailTaken = async (tx: Tx, email: string) =>
  (await tx.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst()) !== undefined

export const insertInvitation = (
  tx: Tx,
  row: {
    office_id: number
    email: string
    name: string
    roles: string[]
    token_hash: Buffer
    invited_by: string
    expires_at: Date
  },
) => tx.insertInto('invitations').values(row).execute()

export const markAccepted = (tx: Tx, id: string) =>
  tx
    .updateTable('invitations')
    .set({ accepted_at: sql`now()` })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()

/** Puts an account on the staff of an office. */
export const enrol = (
  tx: Tx,
  person: { id: string; officeId: number; name: string; email: string; roles: Role[]; sample?: boolean },
) =>
  tx
    .insertInto('staff')
    .values({
      id: person.id,
      office_id: person.officeId,
      name: person.name,
      email: person.email,
      roles: person.roles,
      sample: person.sample ?? false,
    })
    .execute()

export const setActive = (tx: Tx, id: string, active: boolean) =>
  tx.updateTable('staff').set({ active }).where('id', '=', id).executeTakeFirst()

export const auditTrail = (tx: Tx, before: number | undefined, limit: number) =>
  tx
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.staff_id')
    .leftJoin('offices', 'offices.id', 'audit.chain')
    .select([
      'audit.id',
      'audit.at',
      'audit.verb',
      'audit.subject',
      'staff.name',
      'offices.short_name as office',
    ])
    .$if(before !== undefined, query => query.where('audit.id', '<', before!))
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()

/** Where the same form was sent before and where it led; nothing when it is new. */
export const formReceipt = (tx: Tx, formId: string) =>
  tx.selectFrom('form_receipts').select('location').where('form_id', '=', formId).executeTakeFirst()

/** Makes a second sending of the same form wait until the first has ended. */
export const lockForm = (tx: Tx, formId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${formId}, 0))`.execute(tx)

export const insertFormReceipt = (tx: Tx, formId: string, staffId: string, location: string) =>
  tx.insertInto('form_receipts').values({ form_id: formId, staff_id: staffId, location }).execute()

export const overseenOffices = async (tx: Tx): Promise<number[]> =>
  (await sql<{ id: number }>`select overseen_offices() as id`.execute(tx)).rows.map(({ id }) => id)

export const colleague = (tx: Tx, staffId: string) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name', 'email'])
    .where('id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst()

export const insertRestoration = (
  tx: Tx,
  row: { staff_id: string; token_hash: Buffer; asked_by: string; expires_at: Date },
) => tx.insertInto('restorations').values(row).execute()

export const restorationBy = (tx: Tx, tokenHash: Buffer) =>
  tx
    .selectFrom('restorations')
    .innerJoin('staff', 'staff.id', 'restorations.staff_id')
    .select(['restorations.id', 'staff_id', 'staff.office_id', 'staff.name', 'staff.email'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('staff.active', '=', true)
    .executeTakeFirst()

/** The link has done its work, and so have all others to the same person. @returns false when it was used meanwhile */
export const markRestored = async (
  tx: Tx,
  { id, staff_id }: { id: string; staff_id: string },
): Promise<boolean> => {
  const used = await tx
    .updateTable('restorations')
    .set({ used_at: sql`now()` })
    .where('staff_id', '=', staff_id)
    .where('used_at', 'is', null)
    .returning('id')
    .execute()
  return used.some(row => row.id === id)
}
