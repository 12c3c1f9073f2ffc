import { z } from 'zod'
import { formId, text } from '../../platform/http/fields.ts'
import { ids } from '../meetings/form.ts'

const id = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).default(null)

export const AgreementForm = z.object({
  form: formId,
  title: text(3, 160),
  body: text(10, 20_000),
  parties: ids.refine(list => list.length > 0, 'agreement.one-more'),
  meeting: id,
  block: id,
})

export const ChangeForm = z.object({
  seen: z.coerce.number().int().positive(),
  title: text(3, 160),
  body: text(10, 20_000),
})

export const SignForm = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  position: text(2, 120),
  read: z.literal('yes', 'agreement.read-first'),
})
