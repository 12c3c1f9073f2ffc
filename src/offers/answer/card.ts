import { typeset } from '../../platform/documents/typeset.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { rasterise } from '../../platform/images/raster.ts'
import type { Answer } from './answer.ts'

const side = 1080
const largestCard = 200_000
const mostSigns = 4

/** A result as a square picture to pass on: the level, the titles of the gravest signs, and where to read all of it. */
export const drawCard = (answer: Answer, address: string, { t, locale }: Language): Promise<Buffer> => {
  const signs = answer.findings.filter(({ tone }) => tone === 'danger' || tone === 'warning')
  const data = {
    language: locale,
    level: answer.level,
    title: t(`check.level.${answer.level}`),
    text: t('check.card-text'),
    signs: signs.slice(0, mostSigns).map(({ title }) => title[locale]),
    more: signs.length > mostSigns ? t('check.card-more', { count: signs.length - mostSigns }) : '',
    address: address.replace(/^https?:\/\//, ''),
    read: t('check.card-read'),
  }
  return rasterise(typeset({ template: 'src/offers/answer/card.typ', data }).svg(), {
    width: side,
    height: side,
    format: 'png',
    maxBytes: largestCard,
  })
}
