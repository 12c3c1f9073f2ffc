import { z } from 'zod'
import { optionalText } from '../../platform/http/fields.ts'
import { certainties, type Item, type Step } from './sheet.ts'

/** The texts under an indicator, each with the letter that begins its field's name. */
export const itemTexts = { said: 's', when: 'w', evidence: 'e', otherwise: 'o' } as const
export type ItemText = keyof typeof itemTexts

export const tickName = (id: string) => `t-${id}`
export const textName = (text: ItemText, id: string) => `${itemTexts[text]}-${id}`

const longestText = 300

export const beginForm = z.object({
  age: z.enum(['adult', 'child', 'unsure'], 'form.choose'),
  form: z.uuid(),
})

const version = z.coerce.number('form.invalid').int().min(1).max(100_000)

export const certaintyForm = z.object({
  certainty: z.enum(certainties, 'form.choose'),
  note: optionalText(2000),
  version,
})
export const signForm = z.object({ sure: z.literal('yes', 'screening.sure-needed'), version })

/** The form of one page of questions. */
export const stepForm = ({ indicators }: Step) =>
  z.object({
    version,
    skip: z.string().optional(),
    ...Object.fromEntries(
      indicators.flatMap(({ id }) => [
        [tickName(id), z.literal('yes').optional()],
        ...(Object.keys(itemTexts) as ItemText[]).map(text => [
          textName(text, id),
          optionalText(longestText),
        ]),
      ]),
    ),
  })

/** What was written on a page of questions, whether ticked or not: nothing typed is thrown away. */
export const answersOf = ({ indicators }: Step, data: Record<string, unknown>): Record<string, Item> =>
  Object.fromEntries(
    indicators.map(({ id }) => {
      const text = (name: ItemText) => String(data[textName(name, id)] ?? '')
      return [
        id,
        {
          ticked: data[tickName(id)] === 'yes',
          said: text('said'),
          when: text('when'),
          evidence: text('evidence'),
          otherwise: text('otherwise'),
        },
      ]
    }),
  )

/** What the form of a page of questions gives: the version, whether it is skipped, and texts by their names. */
export interface StepInput {
  [name: string]: unknown
  version: number
  skip?: string | undefined
}
