import { drawableLines } from '../../platform/documents/drawable.ts'
import { type Typeset, typeset } from '../../platform/documents/typeset.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { rasterise } from '../../platform/images/raster.ts'
import type { District } from './read-district.ts'
import { stepsOf } from './standing.ts'
import { riskWords } from './words.ts'

// Papers of the offices are Indonesian, whatever their reader reads.
const language = languages.id
const { t, number, shortDay, moment } = language

/** The data sheet of a district for those who decide there: figures, modus, what to do, whom to call. It leaves the house: small figures are not said. */
export const oneSheet = (district: District, now: Temporal.Instant, sample: boolean): Uint8Array =>
  laidOut(district, now, sample).pdf({ standard: 'ua-1' })

/** The same sheet as a picture, to be sent on by phone: an A4 page at 144 dots an inch. */
export const oneSheetPicture = (
  district: District,
  now: Temporal.Instant,
  sample: boolean,
): Promise<Uint8Array> =>
  rasterise(laidOut(district, now, sample).svg(), {
    width: 1191,
    height: 1684,
    format: 'png',
    maxBytes: 400_000,
    scale: 2,
  })

const laidOut = (district: District, now: Temporal.Instant, sample: boolean): Typeset => {
  const { standing, office, placements, contacts } = district
  const { signals, reached, quadrant } = standing
  return typeset({
    template: 'src/insight/risk/one-sheet.typ',
    data: drawn({
      heading: t('insight.one-pager'),
      title: office.name,
      high: quadrant === 'high-silent' || quadrant === 'high-reached',
      situation: `${t(`insight.quadrant-${quadrant}`)} · ${t('insight.risk')}: ${riskWords(standing.risk, language)}`,
      figures: [
        [few(signals.reports), t('insight.sheet-reports')],
        [few(signals.returnees), t('insight.sheet-returnees')],
        [t('insight.of', { done: reached.told, all: reached.due }), t('insight.sheet-publications')],
        [number(reached.held), t('insight.sheet-outreach')],
      ],
      blocks: [
        placements.length > 0
          ? {
              kind: 'table',
              heading: t('insight.placements'),
              titles: [t('insight.what'), t('insight.period'), t('insight.count'), t('insight.source')],
              rows: placements.map(row => [
                t(row.code.length > 2 ? 'insight.placed-here' : 'insight.placed-province', {
                  what: t(`insight.placed-${row.kind}`),
                }),
                row.period,
                number(row.people),
                `${row.source} (${shortDay(row.asOf)})`,
              ]),
            }
          : { kind: 'text', heading: t('insight.placements'), text: t('insight.no-placements') },
        points(
          t('insight.modus'),
          (['visit-visa', 'relative', 'pay', 'transit'] as const).map(one => t(`insight.modus-${one}`)),
        ),
        points(t('insight.next'), [
          ...stepsOf([standing], 3).map(({ part }) =>
            t(`insight.step-${part}`, { district: standing.name, missing: reached.due - reached.told }),
          ),
          t('insight.do-check'),
          t('insight.do-village'),
          t('insight.do-report'),
        ]),
        contacts.length > 0
          ? points(
              t('insight.contacts'),
              contacts.map(({ value, verifiedOn }) =>
                t('insight.contact', { value, day: shortDay(verifiedOn!) }),
              ),
            )
          : { kind: 'text', heading: t('insight.contacts'), text: t('insight.no-contacts') },
      ],
      foot: [t('insight.sheet-foot', { asOf: moment(now) }), sample && t('sample.banner')]
        .filter(Boolean)
        .join(' '),
    }),
  })
}

const points = (heading: string, said: string[]) => ({ kind: 'points', heading, points: said })

const few = (count: number) => (count > 0 && count < 5 ? t('insight.few') : number(count))

/** What the typeface cannot draw would be an empty box on an official paper. */
const drawn = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string'
      ? [...item.replaceAll('\u00a0', ' ')].filter(letter => drawableLines.test(letter)).join('')
      : item,
  )
