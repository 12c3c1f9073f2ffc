import type { Tx } from '../../platform/database/database.ts'
import type { GuidanceKind } from './guidance.ts'

/** The version that speaks to the public now. */
export const currentGuidance = (tx: Tx, kind: GuidanceKind) =>
  tx
    .selectFrom('guidance')
    .select(['id', 'kind', 'number', 'body', 'written_at', 'decided_at'])
    .where('kind', '=', kind)
    .where('state', '=', 'released')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Puts the version that came with the program in place where there is none of its kind yet. */
export const insertShipped = (tx: Tx, kind: GuidanceKind, body: unknown, changeNote: string) =>
  tx
    .insertInto('guidance')
    .values({
      kind,
      number: 1,
      state: 'released',
      body: JSON.stringify(body),
      change_note: changeNote,

      decided_at: new Date(),
    })
    .onConflict(oc => oc.columns(['kind', 'number']).doNothing())
    .execute()
