import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { AgreementVersion, Party, Signature } from './agreement.ts'

export const insertAgreement = async (
  tx: Tx,
  row: {
    officeId: number
    madeBy: string
    meetingId: number | null
    blockId: number | null
    sample: boolean
  },
  parties: number[],
): Promise<number> => {
  const { id } = await tx
    .insertInto('agreements')
    .values({
      office_id: row.officeId,
      made_by: row.madeBy,
      meeting_id: row.meetingId,
      block_id: row.blockId,
      sample: row.sample,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('agreement_parties')
    .values(parties.map(officeId => ({ agreement_id: id, office_id: officeId })))
    .execute()
  return id
}

/** Signing and changing the text happen one after the other. */
export const lockAgreement = (tx: Tx, id: number) =>
  sql`select pg_advisory_xact_lock(hashtextextended('sinergi.agreement', ${id}))`.execute(tx)

export const insertAgreementVersion = (
  tx: Tx,
  version: {
    agreementId: number
    number: number
    title: string
    body: string
    canonical: string
    hash: string
    writtenBy: string
    officeId: number
    at: Date
  },
) =>
  tx
    .insertInto('agreement_versions')
    .values({
      agreement_id: version.agreementId,
      number: version.number,
      title: version.title,
      body: version.body,
      canonical: version.canonical,
      hash: version.hash,
      written_by: version.writtenBy,
      office_id: version.officeId,
      written_at: version.at,
    })
    .execute()

/** @returns false when this office had signed that version already */
export const insertSignature = async (
  tx: Tx,
  signature: Signature & { agreementId: number; number: number; staffId: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreement_signatures')
    .values({
      agreement_id: signature.agreementId,
      number: signature.number,
      office_id: signature.officeId,
      office_name: signature.office,
      staff_id: signature.staffId,
      name: signature.name,
      position: signature.position,
      signed_at: signature.signedAt,
      hash: signature.hash,
    })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const agreementById = (tx: Tx, id: number) =>
  tx
    .selectFrom('agreements')
    .leftJoin('meetings', 'meetings.id', 'agreements.meeting_id')
    .select(['agreements.id', 'agreements.office_id as officeId', 'agreements.sample'])
    .select(['meetings.id as meetingId', 'meetings.title as meeting', 'meetings.starts_at as metAt'])
    .where('agreements.id', '=', id)
    .executeTakeFirst()

export const partiesOf = async (
  tx: Tx,
  ids: number[],
): Promise<(Party & { agreementId: number; short: string })[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('agreement_parties')
        .innerJoin('offices', 'offices.id', 'agreement_parties.office_id')
        .select([
          'agreement_id as agreementId',
          'office_id as officeId',
          'offices.name',
          'offices.short_name as short',
        ])
        .where('agreement_id', 'in', ids)
        .orderBy('office_id')
        .execute()

/** The versions that the asker may see, newest first, each with its signatures. */
export const versionsOf = async (tx: Tx, ids: number[]): Promise<AgreementVersion[]> => {
  if (ids.length === 0) return []
  const parties = await partiesOf(tx, ids)
  const signatures = await signaturesOf(tx, ids)
  const rows = await tx
    .selectFrom('agreement_versions')
    .select(['agreement_id as agreementId', 'number', 'title', 'body', 'canonical', 'hash'])
    .select(['written_at as writtenAt', sql<string>`coalesce(name_of_staff(written_by), '')`.as('writer')])
    .where('agreement_id', 'in', ids)
    .orderBy('agreement_id', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(row => ({
    ...row,
    parties: parties.filter(({ agreementId }) => agreementId === row.agreementId),
    signatures: signatures.filter(
      ({ agreementId, number }) => agreementId === row.agreementId && number === row.number,
    ),
  }))
}

export const agreementIds = async (tx: Tx, meetingId?: number): Promise<number[]> =>
  (
    await tx
      .selectFrom('agreements')
      .select('id')
      .$if(meetingId !== undefined, query => query.where('meeting_id', '=', meetingId!))
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
  ).map(({ id }) => id)

const signaturesOf = (tx: Tx, ids: number[]) =>
  tx
    .selectFrom('agreement_signatures')
    .select(['agreement_id as agreementId', 'number', 'office_id as officeId', 'office_name as office'])
    .select(['name', 'position', 'signed_at as signedAt', 'hash'])
    .where('agreement_id', 'in', ids)
    .orderBy('signed_at')
    .execute()
