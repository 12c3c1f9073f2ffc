import { z } from 'zod'
import { drawable } from '../../platform/documents/drawable.ts'
import { typeset } from '../../platform/documents/typeset.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'

export const relations = ['husband', 'wife', 'father', 'mother', 'guardian'] as const

const line = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .max(max, 'form.too-long')
    .regex(drawable, 'route.letter-letters')
    .default('')

/** Everything may be left empty: a line to write on stands there instead. */
export const LetterForm = z.object({
  giver: line(120),
  relation: z.enum(['', ...relations], 'form.choose').default(''),
  giverAddress: line(200),
  worker: line(120),
  born: line(120),
  workerAddress: line(200),
  country: line(80),
  job: line(120),
  channel: line(120),
  village: line(120),
})
export type Letter = z.output<typeof LetterForm>

export const letterFields = [
  'giver',
  'giverAddress',
  'worker',
  'born',
  'workerAddress',
  'country',
  'job',
  'channel',
  'village',
] as const

const wordKeys = {
  heading: 'route.letter-heading',
  undersigned: 'route.letter-undersigned',
  name: 'route.letter-name',
  nik: 'route.letter-nik',
  relation: 'route.letter-relation',
  address: 'route.letter-address',
  phone: 'route.letter-phone',
  permits: 'route.letter-permits',
  born: 'route.letter-born',
  toWork: 'route.letter-to-work',
  country: 'route.letter-country',
  job: 'route.letter-job',
  channel: 'route.letter-channel',
  statement: 'route.letter-statement',
  closing: 'route.letter-closing',
  giver: 'route.letter-giver',
  worker: 'route.letter-worker',
  place: 'route.letter-place',
  known: 'route.letter-known',
  head: 'route.letter-head',
  village: 'route.letter-village',
  seal: 'route.letter-seal',
  stamp: 'route.letter-stamp',
  careful: 'route.letter-careful',
} as const satisfies Record<string, MessageKey>

/** The letter is for an Indonesian village office, whatever language its writer reads. */
export const permissionLetter = (letter: Letter): Uint8Array => {
  const { t } = languages.id
  const words = Object.fromEntries(Object.entries(wordKeys).map(([name, key]) => [name, t(key)]))
  const relation = letter.relation ? t(`route.relation.${letter.relation}`) : ''
  return typeset({
    template: 'src/offers/procedural-route/permission-letter.typ',
    data: { ...letter, relation, words },
  }).pdf({ standard: 'ua-1' })
}
