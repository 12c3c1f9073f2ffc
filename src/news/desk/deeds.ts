import { z } from 'zod'
import { text } from '../../platform/http/fields.ts'
import { type Body, parseForm } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'

const Note = z.object({ note: text(5, 500) })
const Reason = z.object({ reason: text(5, 300) })

/** The revision that somebody had before them when they decided. */
export const seenIn = (body: Body) => z.coerce.number().int().positive().catch(0).parse(body.seen)

export const findingIn = (body: Body) => (typeof body.finding === 'string' ? body.finding : '')

// Several forms stand on one page: each field has a name of its own until it is the one that was sent.
const plain = (body: Body, name: 'note' | 'reason'): Body =>
  Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key.startsWith(`${name}.`) ? name : key, value]),
  )

export const readNote = (body: Body, { t }: Language) => parseForm(Note, plain(body, 'note'), t)

export const readReason = (body: Body, { t }: Language) => parseForm(Reason, plain(body, 'reason'), t)
