import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface AgendaRow {
  id: number
  title: string
  note: string
  source: 'own' | 'follow-up' | 'finding'
  followUpId: number | null
}

/** Two who change the order at once do it one after the other. */
export const lockAgenda = (tx: Tx, meetingId: number) =>
  sql`select pg_advisory_xact_lock(hashtextextended('sinergi.agenda', ${meetingId}))`.execute(tx)

export const agendaOf = async (tx: Tx, meetingId: number): Promise<AgendaRow[]> => {
  const rows = await tx
    .selectFrom('agenda_items')
    .select(['id', 'title', 'note', 'source', 'follow_up_id as followUpId'])
    .where('meeting_id', '=', meetingId)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, source: row.source as AgendaRow['source'] }))
}

/** Puts points at the end; one that stands there already, as the same follow-up or finding, stays where it is. */
export const addToAgenda = async (
  tx: Tx,
  meetingId: number,
  staffId: string,
  points: { title: string; note: string; followUpId?: number; finding?: string }[],
) => {
  if (points.length === 0) return
  const last = sql<number>`(select coalesce(max(place), 0) from agenda_items where meeting_id = ${meetingId})`
  await tx
    .insertInto('agenda_items')
    .values(
      points.map(({ title, note, followUpId, finding }, index) => ({
        meeting_id: meetingId,
        place: sql<number>`${last} + ${index + 1}`,
        title,
        note,
        source: followUpId ? 'follow-up' : finding ? 'finding' : 'own',
        follow_up_id: followUpId ?? null,
        finding: finding ?? null,
        added_by: staffId,
      })),
    )
    .onConflict(oc => oc.doNothing())
    .execute()
}

/** Gives the points the order of this list. */
export const orderAgenda = (tx: Tx, meetingId: number, ids: number[]) =>
  sql`update agenda_items set place = given.place
      from unnest(${ids}::int[]) with ordinality as given(id, place)
      where agenda_items.id = given.id and meeting_id = ${meetingId}`.execute(tx)

export const deleteFromAgenda = (tx: Tx, meetingId: number, id: number) =>
  tx.deleteFrom('agenda_items').where('id', '=', id).where('meeting_id', '=', meetingId).execute()
