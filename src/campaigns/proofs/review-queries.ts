import type { Tx } from '../../platform/database/database.ts'

/** The number of the last thing that happened to a duty: what a reviewer saw is decided, and nothing newer. */
export const lastEventOf = async (tx: Tx, dutyId: number): Promise<number | undefined> =>
  (
    await tx
      .selectFrom('duty_events')
      .select(eb => eb.fn.max('id').as('id'))
      .where('duty_id', '=', dutyId)
      .executeTakeFirst()
  )?.id ?? undefined

/** The newest proof of each duty, with the duty's last event. */
export const newestProofs = async (tx: Tx, dutyIds: number[]) => {
  if (dutyIds.length === 0) return []
  return tx
    .selectFrom('duty_events')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('proofs')
          .select(['id', 'url', 'given_at as givenAt', 'taken_at as takenAt'])
          .whereRef('proofs.duty_id', '=', 'duty_events.duty_id')
          .orderBy('id', 'desc')
          .limit(1)
          .as('proof'),
      join => join.onTrue(),
    )
    .distinctOn('duty_events.duty_id')
    .select(['duty_events.duty_id as dutyId', 'duty_events.id as lastEvent'])
    .select(['proof.id as proofId', 'proof.url', 'proof.givenAt', 'proof.takenAt'])
    .where('duty_events.duty_id', 'in', dutyIds)
    .orderBy('duty_events.duty_id')
    .orderBy('duty_events.id', 'desc')
    .execute()
}

/** What became of duties: the last move of each, by whom as far as the asker may know, and of which office. */
export const lastMoves = async (tx: Tx, dutyIds: number[]) => {
  if (dutyIds.length === 0) return []
  return tx
    .selectFrom('duty_events')
    .innerJoin('duties', 'duties.id', 'duty_events.duty_id')
    .innerJoin('offices', 'offices.id', 'duties.office_id')
    .innerJoin('material_versions', 'material_versions.id', 'duties.version_id')
    .innerJoin('offices as mover', 'mover.id', 'duty_events.office_id')
    .leftJoin('staff', 'staff.id', 'duty_events.staff_id')
    .distinctOn('duty_events.duty_id')
    .select(['duty_events.duty_id as dutyId', 'move', 'at', 'staff.name', 'mover.short_name as moverOffice'])
    .select(['offices.short_name as office', 'headline as material', 'duties.channel'])
    .where('duty_events.duty_id', 'in', dutyIds)
    .orderBy('duty_events.duty_id')
    .orderBy('duty_events.id', 'desc')
    .execute()
}
