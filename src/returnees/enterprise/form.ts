import { z } from 'zod'
import { day, formId, optionalText, text } from '../../platform/http/fields.ts'
import { boxes, enterpriseMoveNames, lines, mostRupiah, planFields, rupiahIn } from './enterprise.ts'

const box = optionalText(1000)
export const canvasForm = z.object({
  line: z.enum(lines, 'form.choose'),
  ...(Object.fromEntries(boxes.map(name => [name, box])) as Record<(typeof boxes)[number], typeof box>),
})

const sum = z
  .string()
  .default('')
  .transform(rupiahIn)
  .refine(value => Number.isSafeInteger(value) && value <= mostRupiah, 'enterprise.bad-sum')
export const planForm = z.object({
  ...(Object.fromEntries(planFields.map(name => [name, sum])) as Record<
    (typeof planFields)[number],
    typeof sum
  >),
  growth: z.coerce
    .number('enterprise.bad-growth')
    .int('enterprise.bad-growth')
    .min(-50, 'enterprise.bad-growth')
    .max(100, 'enterprise.bad-growth')
    .default(0),
})

export const moveForm = z.object({ move: z.enum(enterpriseMoveNames, 'form.choose'), day })
export const visitForm = z.object({ form: formId, visitDay: day, note: text(3, 2000) })
