import { type Contact, type Office, posterContact } from '../../offices/index.ts'
import type { SlotValues } from '../designs/slot.ts'

export interface Asked {
  office: Office
  contacts: Contact[]
  slots: SlotValues
}

/** Above this many offices only the hardest are laid out: a country of 514 would take minutes. */
export const mostOffices = 40
const ofEach = 12

/** All offices, or in a large network those with the longest texts of every kind, with a logo and without: where they fit, the others do. */
export const hardest = (all: Asked[]): Asked[] => {
  if (all.length <= mostOffices) return all
  const slotNames = [...new Set(all.flatMap(({ slots }) => Object.keys(slots)))]
  const lengths: ((one: Asked) => number)[] = [
    ({ office }) => office.name.length,
    // A logo leaves less room beside it.
    ({ office }) => (office.logoKey ? 1000 : 0) + office.name.length,
    ({ office }) => Math.max(...office.name.split(' ').map(word => word.length)),
    ({ contacts }) => posterContact(contacts)?.value.length ?? 0,
    ...slotNames.map(
      name =>
        ({ slots }: Asked) =>
          slots[name]?.value.length ?? 0,
    ),
  ]
  return [
    ...new Set(lengths.flatMap(length => all.toSorted((a, b) => length(b) - length(a)).slice(0, ofEach))),
  ]
}
