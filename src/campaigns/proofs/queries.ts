import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../channel.ts'
import type { Format } from '../format.ts'
import { nearTwin, type Sighting, type Verdict } from './sighting.ts'

export interface UncheckedProof {
  id: number
  dutyId: number
  channel: Channel
  url: string | null
  fileKey: string | null
}

/** Proofs that no machine has looked at, and those that wait for a decision and were looked at by an older check. */
export const uncheckedProofs = async (tx: Tx, version: number, limit: number): Promise<UncheckedProof[]> => {
  const rows = await tx
    .selectFrom('proofs')
    .innerJoin('duties', 'duties.id', 'proofs.duty_id')
    .select([
      'proofs.id',
      'proofs.duty_id as dutyId',
      'duties.channel',
      'proofs.url',
      'proofs.file_key as fileKey',
    ])
    .where(({ not, or, exists, selectFrom, and, eb }) => {
      const checks = selectFrom('proof_checks').select('version').whereRef('proof_id', '=', 'proofs.id')
      const isOld = and([
        eb('duties.state', '=', 'attached'),
        not(exists(checks.where('version', '>=', version))),
      ])
      return or([not(exists(checks)), isOld])
    })
    .orderBy('proofs.id')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel }))
}

/** Whose the codes are, of those that exist. */
export const dutiesOfCodes = async (tx: Tx, codes: string[]) =>
  codes.length === 0
    ? []
    : tx.selectFrom('links').select(['code', 'duty_id as dutyId']).where('code', 'in', codes).execute()

/** Writes down what was seen, once for each version of the check. @returns false when another process was first */
export const insertCheck = async (
  tx: Tx,
  check: { proofId: number; version: number; mark: string | undefined; address: string | undefined },
  sightings: Sighting[],
): Promise<boolean> => {
  const { proofId: proof_id, version, mark = null, address = null } = check
  const written = await tx
    .insertInto('proof_checks')
    .values({ proof_id, version, mark, address })
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return false
  const rows = sightings.map(seen => ({
    proof_id,
    version,
    kind: seen.kind,
    verdict: seen.verdict,
    ...columnsOf(seen),
  }))
  if (rows.length > 0) await tx.insertInto('proof_sightings').values(rows).execute()
  return true
}

const columnsOf = (seen: Sighting) => ({
  code: seen.kind === 'code' ? seen.code : null,
  duty_id: seen.kind === 'code' ? seen.dutyId : null,
  format: seen.kind === 'likeness' ? seen.format : null,
  distance: seen.kind === 'likeness' ? seen.distance : null,
  channel: seen.kind === 'address' ? (seen.channel ?? null) : null,
})

/**
 * Finds other duties' proofs with this one's file, address or nearly its picture, and writes each pair both ways. Two pictures in
 * which different codes were read are two pictures, however alike: one poster hangs in many offices.
 */
export const pairTwins = (tx: Tx, proofId: number) =>
  sql`
    with seen as (
      select p.id, p.duty_id, p.file_key, c.mark, c.address,
        (select array_agg(s.code order by s.code) from proof_sightings s
          where s.proof_id = p.id and s.version = c.version and s.code is not null) as codes
      from proofs p join lateral (select * from proof_checks where proof_id = p.id order by version desc limit 1) c on true),
    pairs as (
      select a.id as one, b.id as other,
        case when a.file_key = b.file_key or a.address = b.address then 'same' else 'near' end as kind
      from seen a join seen b on b.duty_id <> a.duty_id
      where a.id = ${proofId} and (
        a.file_key = b.file_key or a.address = b.address
        or (bit_count(('x' || a.mark)::bit(256) # ('x' || b.mark)::bit(256)) <= ${nearTwin}
          and (a.codes is null or b.codes is null or a.codes && b.codes))))
    insert into proof_twins (proof_id, twin_id, kind)
    select one, other, kind from pairs union all select other, one, kind from pairs
    on conflict do nothing`.execute(tx)

export interface ShownSighting {
  kind: Sighting['kind']
  verdict: Verdict
  format: Format | null
  distance: number | null
  channel: Channel | null
  /** Where a code belongs to another duty: which, as far as the asker may know. */
  owner: { dutyId: number; office: string; material: string; channel: Channel } | undefined
}

export interface ShownTwin {
  dutyId: number
  kind: 'same' | 'near'
  office: string
  material: string
  channel: Channel
}

export interface Seen {
  proofId: number
  checkedAt: Date
  version: number
  sightings: ShownSighting[]
  twins: ShownTwin[]
}

/** What the newest check saw in each proof, and the proofs of other duties that are the same, as far as the asker may see them. */
export const seenIn = async (tx: Tx, proofIds: number[]): Promise<Seen[]> => {
  if (proofIds.length === 0) return []
  const checks = await tx
    .selectFrom('proof_checks')
    .distinctOn('proof_id')
    .select(['proof_id as proofId', 'version', 'checked_at as checkedAt'])
    .where('proof_id', 'in', proofIds)
    .orderBy('proof_id')
    .orderBy('version', 'desc')
    .execute()
  const sightings = await sightingsIn(tx, proofIds)
  const twins = await twinsOf(tx, proofIds)
  return checks.map(check => ({
    ...check,
    sightings: sightings.filter(
      ({ proofId, version }) => proofId === check.proofId && version === check.version,
    ),
    twins: twins.filter(({ proofId }) => proofId === check.proofId),
  }))
}

const sightingsIn = async (tx: Tx, proofIds: number[]) => {
  const rows = await tx
    .selectFrom('proof_sightings')
    .leftJoin('duties', 'duties.id', 'proof_sightings.duty_id')
    .leftJoin('offices', 'offices.id', 'duties.office_id')
    .leftJoin('material_versions', 'material_versions.id', 'duties.version_id')
    .select([
      'proof_sightings.proof_id as proofId',
      'proof_sightings.version',
      'proof_sightings.kind',
      'verdict',
      'format',
      'distance',
    ])
    .select(['proof_sightings.channel', 'duties.id as dutyId', 'offices.short_name as office'])
    .select(['duties.channel as dutyChannel', 'headline as material'])
    .where('proof_sightings.proof_id', 'in', proofIds)
    .orderBy('proof_sightings.id')
    .execute()
  return rows.map(({ dutyId, office, material, dutyChannel, ...row }) => ({
    proofId: row.proofId,
    version: row.version,
    kind: row.kind as Sighting['kind'],
    verdict: row.verdict as Verdict,
    format: row.format as Format | null,
    distance: row.distance,
    channel: row.channel as Channel | null,
    owner:
      dutyId && office
        ? { dutyId, office, material: material ?? '', channel: dutyChannel as Channel }
        : undefined,
  }))
}

const twinsOf = async (tx: Tx, proofIds: number[]) => {
  const rows = await tx
    .selectFrom('proof_twins')
    .innerJoin('proofs', 'proofs.id', 'proof_twins.twin_id')
    .innerJoin('duties', 'duties.id', 'proofs.duty_id')
    .innerJoin('offices', 'offices.id', 'duties.office_id')
    .innerJoin('material_versions', 'material_versions.id', 'duties.version_id')
    .select(['proof_twins.proof_id as proofId', 'duties.id as dutyId', 'proof_twins.kind'])
    .select(['offices.short_name as office', 'headline as material', 'duties.channel'])
    .where('proof_twins.proof_id', 'in', proofIds)
    .orderBy('proof_twins.twin_id')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as ShownTwin['kind'], channel: row.channel as Channel }))
}
