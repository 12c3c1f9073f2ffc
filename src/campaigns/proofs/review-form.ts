import { z } from 'zod'
import { formId, optionalText } from '../../platform/http/fields.ts'
import { type Body, parseForm, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { returnReasons } from '../duties/duty.ts'
import type { Decision, Ruling } from './decide-proofs.ts'

const Sheet = z.object({ form: formId, note: optionalText(500) })
const Decided = z.enum(['accept', ...returnReasons])
const Positive = z.coerce.number().int().positive()

/** Reads the desk: a row's own decision, or the one for all that are ticked; rows with neither stay. */
export const readRulings = (body: Body, { t }: Language) => {
  const sheet = parseForm(Sheet, body, t)
  if (!sheet.ok) return sheet
  const rulings = rulingsIn(body)
  if (rulings.length === 0) return { ok: false as const, form: refuse(body, { bulk: t('review.none') }) }
  const needsNote = rulings.some(({ decision }) => decision === 'other') && sheet.data.note.length < 5
  if (needsNote) return { ok: false as const, form: refuse(body, { note: t('proof.note-needed') }) }
  return { ok: true as const, data: { ...sheet.data, rulings } }
}

const rulingsIn = (body: Body): Ruling[] => {
  const picked = [body.pick ?? []].flat()
  return Object.keys(body).flatMap(name => {
    const dutyId = Positive.safeParse(/^seen-(\d{1,9})$/.exec(name)?.[1])
    const seen = Positive.safeParse(body[name])
    if (!dutyId.success || !seen.success) return []
    const own = body[`decision-${dutyId.data}`]
    const chosen = own || (picked.includes(String(dutyId.data)) ? body.bulk : undefined)
    const decision = Decided.safeParse(chosen)
    return decision.success
      ? [{ dutyId: dutyId.data, seen: seen.data, decision: decision.data satisfies Decision }]
      : []
  })
}
