import type { Tx } from '../../platform/database/database.ts'
import type { Actor } from '../../staff/index.ts'
import type { Slot, SlotValues } from '../designs/slot.ts'
import { emptySlot, slotsOf, writeSlot } from './queries.ts'

/** Keeps what an office filled in; a slot that came back empty is emptied, and an unchanged one stays untouched. */
export const fillSlots = async (tx: Tx, actor: Actor, slots: Slot[], filled: SlotValues): Promise<void> => {
  const names = slots.map(({ name }) => name)
  const before = await slotsOf(tx, actor.officeId, names)
  for (const name of names) {
    const value = filled[name]
    if (!value && before[name]) await emptySlot(tx, actor.officeId, name)
    if (value && !same(value, before[name])) await writeSlot(tx, actor.officeId, actor.staffId, name, value)
  }
}

const same = (one: SlotValues[string], other: SlotValues[string] | undefined) =>
  one.value === other?.value && one.source === other?.source && one.asOf === other?.asOf
