import { z } from 'zod'
import { optionalText, text } from '../../platform/http/fields.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import { materialLanguages } from '../materials/language.ts'
import { posterLimits } from '../variant.ts'
import { type Design, designsOf } from './design.ts'
import { beyondLimits } from './within-limits.ts'

const points = optionalText(posterLimits.points * (posterLimits.point + 2))
  .transform(value =>
    value
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  )
  .refine(lines => lines.length <= posterLimits.points, 'material.too-many-points')
  .refine(lines => lines.every(line => line.length <= posterLimits.point), 'material.point-too-long')

/** The fields of a material that a design, a language and the radio have their say in. */
export const wordsFields = (dataDir: string) => ({
  design: z.enum(designsOf(dataDir).map(({ key }) => key)),
  language: z.enum(materialLanguages),
  headline: text(3, posterLimits.headline),
  points,
  callToAction: optionalText(posterLimits.callToAction),
  radio30: optionalText(700),
  radio60: optionalText(1400),
})

interface Words {
  headline: string
  points: string[]
  callToAction: string
}

/** What only the whole form can tell, by field: more than the design holds, . */
export const wordsAmiss = (design: Design, words: Words, t: Translate): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(beyondLimits(design, words)).map(([field, [key, values]]) => [field, t(key, values)]),
  ),
})
