import { withoutGlyph } from '../../platform/documents/glyphs.ts'
import { type Body, type FormState, refuse } from '../../platform/http/forms.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import type { Design } from '../designs/design.ts'
import { sharedSlots } from '../designs/design.ts'
import type { Slot, SlotValue, SlotValues } from '../designs/slot.ts'

/** Every slot there is, each once, however many designs have it. */
export const slotsOfDesigns = (designs: Design[]): Slot[] => [
  ...new Map(
    [...sharedSlots, ...designs.flatMap(({ slots }) => slots)].map(slot => [slot.name, slot]),
  ).values(),
]

type Read = { ok: true; slots: SlotValues } | { ok: false; form: FormState; slots: SlotValues }

/** Reads what an office typed into its slots; what is empty or wrong is left out of `slots`. */
export const readSlots = (slots: Slot[], body: Body, t: Translate): Read => {
  const errors: FormState['errors'] = {}
  const filled: SlotValues = {}
  for (const slot of slots) {
    const typed = {
      value: said(body[slot.name]),
      source: said(body[`${slot.name}-source`]),
      asOf: said(body[`${slot.name}-date`]),
    }
    const wrong = typed.value === '' ? {} : amiss(slot, typed, t)
    Object.assign(errors, wrong)
    if (typed.value !== '' && Object.keys(wrong).length === 0) filled[slot.name] = asKept(slot, typed)
  }
  if (Object.keys(errors).length > 0) return { ok: false, form: refuse(body, errors), slots: filled }
  return { ok: true, slots: filled }
}

const said = (value: Body[string] | undefined) =>
  typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : ''

const asKept = (slot: Slot, { value, source, asOf }: Required<SlotValue>): SlotValue =>
  slot.kind === 'figure' ? { value, source, asOf } : { value }

const amiss = ({ name, kind, most }: Slot, { value, source, asOf }: Required<SlotValue>, t: Translate) => {
  const errors: FormState['errors'] = {}
  const strange = withoutGlyph(value + source)
  if (value.length > most) errors[name] = t('slot.too-long', { max: most })
  else if (strange.length > 0) errors[name] = t('fit.no-glyph', { signs: strange.join(' ') })
  if (kind === 'text') return errors
  if (!/^\d{1,3}(\.?\d{3})*$/.test(value)) errors[name] ??= t('slot.not-a-figure')
  if (source.length < 3 || source.length > 60) errors[`${name}-source`] = t('slot.source-needed')
  if (!isDay(asOf)) errors[`${name}-date`] = t('form.day')
  return errors
}

const isDay = (value: string) => {
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}
