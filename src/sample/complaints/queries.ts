import type { OfferKind } from '../../complaints/custody/offer.ts'
import type { Tx } from '../../platform/database/database.ts'

/** A custody offer of the past, with its answer; an accepted one is dated back afterwards, since only now moves a case. */
export const insertPastOffer = (
  tx: Tx,
  offer: {
    id: string
    complaintId: string
    kind: OfferKind
    from: number
    to: number
    reason: string
    consent: string
    madeBy: string
    madeAt: Date
    answerBy: Date
  },
) =>
  tx
    .insertInto('custody_offers')
    .values({
      id: offer.id,
      complaint_id: offer.complaintId,
      kind: offer.kind,
      from_office_id: offer.from,
      to_office_id: offer.to,
      reason: offer.reason,
      consent: offer.consent,
      made_by: offer.madeBy,
      made_at: offer.madeAt,
      answer_by: offer.answerBy,
    })
    .execute()

export const dateAnswer = (tx: Tx, offerId: string, at: Date) =>
  tx.updateTable('custody_offers').set({ answered_at: at }).where('id', '=', offerId).execute()

export const dateShare = (tx: Tx, offerId: string, since: Date) =>
  tx.updateTable('complaint_shares').set({ since }).where('offer_id', '=', offerId).execute()

/** The office reads what it had and nothing after this. */
export const endHoldAt = (tx: Tx, complaintId: string, officeId: number, at: Date) =>
  tx
    .updateTable('record_holders')
    .set({ ended_at: at })
    .where('record_kind', '=', 'complaint')
    .where('record_id', '=', complaintId)
    .where('office_id', '=', officeId)
    .execute()

export interface Standing {
  state: string
  assigneeId: string | null
  procedural: string
  sector: string | null
  ground: string | null
  closedAt: Date | null
  changedAt: Date
  version: number
}

/** How the case stands after all that happened. */
export const settleComplaint = (tx: Tx, id: string, standing: Standing) =>
  tx
    .updateTable('complaints')
    .set({
      state: standing.state,
      assignee_id: standing.assigneeId,
      procedural: standing.procedural,
      sector: standing.sector,
      ground: standing.ground,
      closed_at: standing.closedAt,
      changed_at: standing.changedAt,
      version: standing.version,
    })
    .where('id', '=', id)
    .execute()

export const insertPastStep = async (
  tx: Tx,
  step: {
    complaint_id: string
    step: string
    planned_on: string | null
    done_on: string | null
    made_by: string
    office_id: number
    made_at: Date
    entry_id: string | null
  },
) => (await tx.insertInto('complaint_steps').values(step).returning('id').executeTakeFirstOrThrow()).id

/** Sets all clocks of a case at once; those that ran out long ago were told of then. */
export const setClocks = (
  tx: Tx,
  complaintId: string,
  clocks: readonly {
    clock: string
    part: number
    warnAt: Date | null
    dueAt: Date | null
    stoppedAt: Date | null
  }[],
  toldUntil: Date,
) => {
  const told = (at: Date | null, stoppedAt: Date | null) =>
    at && at < toldUntil && !(stoppedAt && stoppedAt < at) ? at : null
  return tx
    .insertInto('complaint_clocks')
    .values(
      clocks.map(({ clock, part, warnAt, dueAt, stoppedAt }) => ({
        complaint_id: complaintId,
        clock,
        part,
        warn_at: warnAt,
        due_at: dueAt,
        stopped_at: stoppedAt,
        warned_at: told(warnAt, stoppedAt),
        breached_at: told(dueAt, stoppedAt),
      })),
    )
    .onConflict(oc =>
      oc.columns(['complaint_id', 'clock', 'part']).doUpdateSet(eb => ({
        warn_at: eb.ref('excluded.warn_at'),
        due_at: eb.ref('excluded.due_at'),
        stopped_at: eb.ref('excluded.stopped_at'),
        warned_at: eb.ref('excluded.warned_at'),
        breached_at: eb.ref('excluded.breached_at'),
      })),
    )
    .execute()
}

/** Who works on cases, by office. */
export const caseWorkers = (tx: Tx) =>
  tx
    .selectFrom('staff')
    .select(['id', 'office_id as officeId', 'roles'])
    .where('sample', '=', true)
    .orderBy('email')
    .execute()
