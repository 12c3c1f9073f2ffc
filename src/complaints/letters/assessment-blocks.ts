import { languages } from '../../platform/i18n/language.tsx'
import type { Screening } from '../screening/read-screening.ts'
import { tickedOf } from '../screening/sheet.ts'
import { weigh } from '../screening/weigh.ts'
import type { Block, Row } from './paper.ts'

const { t, number, longMoment, list } = languages.id
const elements = ['process', 'means', 'purpose'] as const

/** The assessment by process, means and purpose: each indicator with who said it, when, on what evidence, and what else it may be. */
export const assessmentBlocks = (screening: Screening | undefined): Block[] => {
  if (!screening) return []
  const { set, sheet, row } = screening
  const weighed = weigh(set, sheet.who, tickedOf(sheet))
  const level = set.levels.find(({ id }) => id === weighed.level)
  const signs = set.signs.filter(({ id }) => weighed.signs.includes(id)).map(({ label }) => label.id)
  const facts: Row[] = [
    [t('letters.paper.for'), whoOf(screening)],
    [t('screening.guidance-used'), t('screening.guidance', { version: row.guidance })],
  ]
  const result: Row[] = [
    [t('screening.computed'), level?.label.id ?? t('screening.no-level')],
    [
      t('screening.own-certainty'),
      sheet.certainty ? t(`screening.certainty-${sheet.certainty}`) : t('screening.not-said'),
    ],
    [t('screening.signs'), signs.length > 0 ? list(signs) : t('screening.no-signs')],
  ]
  return [
    { kind: 'note', text: t('screening.no-verdict') },
    { kind: 'facts', rows: facts },
    ...elements.flatMap(element => elementBlocks(screening, element)),
    { kind: 'heading', text: t('screening.result') },
    { kind: 'facts', rows: result },
    ...(sheet.note ? [{ kind: 'text', text: sheet.note } as const] : []),
    weightsOf(screening, weighed),
    ...(set.rule.source.verified
      ? []
      : [
          {
            kind: 'note',
            text: `${t('screening.rule-unverified')} ${set.rule.source.title}.`,
          } as const,
        ]),
  ]
}

/** What the signature in the program says of itself. */
export const sealOf = ({ sheet: { signature } }: Screening): string =>
  signature
    ? t('letters.paper.seal', {
        name: signature.name,
        office: signature.office,
        moment: longMoment(new Date(signature.at)),
        version: signature.guidance,
        hash: signature.hash,
      })
    : t('screening.unsigned')

const whoOf = ({ sheet }: Screening) =>
  sheet.unsure
    ? `${t(`screening.who-${sheet.who}`)}, ${t('screening.who-unsure')}`
    : t(`screening.who-${sheet.who}`)

const elementBlocks = ({ set, sheet }: Screening, element: (typeof elements)[number]): Block[] => {
  const dimensions = set.dimensions.filter(dimension => dimension.element === element)
  const items = dimensions.flatMap(({ id, label }) =>
    set.indicators
      .filter(indicator => indicator.dimension === id && sheet.items[indicator.id]?.ticked)
      .map(({ id: indicator, text }): Block => {
        const { said, when, evidence, otherwise } = sheet.items[indicator]!
        return {
          kind: 'item',
          title: element === 'means' ? `${label.id}: ${text.id}` : text.id,
          rows: [
            [t('screening.item-said'), said],
            [t('screening.item-when'), when],
            [t('screening.item-evidence'), evidence],
            ...(otherwise ? [[t('screening.item-otherwise'), otherwise] as Row] : []),
          ],
        }
      }),
  )
  return [
    { kind: 'heading', text: t(`screening.element-${element}`) },
    ...(items.length > 0 ? items : [{ kind: 'text', text: t('letters.paper.nothing-noted') } as const]),
  ]
}

const weightsOf = ({ set }: Screening, weighed: ReturnType<typeof weigh>): Block => ({
  kind: 'table',
  columns: [
    { title: t('screening.dimension'), wide: true },
    ...(['strong', 'medium', 'weak', 'positive'] as const).map(name => ({
      title: t(`screening.${name}`),
      wide: false,
    })),
  ],
  rows: weighed.dimensions.map(({ id, strong, medium, weak, positive }) => [
    set.dimensions.find(dimension => dimension.id === id)!.label.id,
    number(strong),
    number(medium),
    number(weak),
    t(positive ? 'screening.is-positive' : 'screening.is-not'),
  ]),
})
