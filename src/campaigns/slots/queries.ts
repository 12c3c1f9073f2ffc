import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { SlotValue, SlotValues } from '../designs/slot.ts'

/** What an office filled in, of these slots. */
export const slotsOf = async (tx: Tx, officeId: number, names: string[]): Promise<SlotValues> =>
  (await slotsOfOffices(tx, [officeId], names)).get(officeId) ?? {}

export const slotsOfOffices = async (tx: Tx, officeIds: number[], names: string[]) => {
  const filled = new Map<number, SlotValues>()
  if (officeIds.length === 0 || names.length === 0) return filled
  const rows = await tx
    .selectFrom('office_slots')
    .select(['office_id as officeId', 'name', 'value', 'source', 'as_of as asOf'])
    .where('office_id', 'in', officeIds)
    .where('name', 'in', names)
    .orderBy('name')
    .execute()
  for (const { officeId, name, value, source, asOf } of rows)
    filled.set(officeId, {
      ...filled.get(officeId),
      [name]: { value, ...(source && asOf && { source, asOf }) },
    })
  return filled
}

export const writeSlot = (tx: Tx, officeId: number, staffId: string, name: string, slot: SlotValue) => {
  const written = {
    value: slot.value,
    source: slot.source ?? null,
    as_of: slot.asOf ?? null,
    written_by: staffId,
    written_at: sql<string>`now()`,
  }
  return tx
    .insertInto('office_slots')
    .values({ office_id: officeId, name, ...written })
    .onConflict(oc => oc.columns(['office_id', 'name']).doUpdateSet(written))
    .execute()
}

export const emptySlot = (tx: Tx, officeId: number, name: string) =>
  tx.deleteFrom('office_slots').where('office_id', '=', officeId).where('name', '=', name).execute()
