import { type Language, useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState, Matrix, type MatrixCell, Notice, Pagination, Table } from '../../ui/index.ts'
import { languageName } from '../materials/language.ts'
import type { Silence, SilentDistrict, Way } from './silence.ts'

interface Props {
  silence: Silence
  month: string
  previous: string
  /** Nothing where the next month has not begun. */
  next: string | undefined
  asOf: string
}

/** What was silent and where it weighs most, in a sentence. */
export const silenceSentence = (language: Language, { silence, month }: Pick<Props, 'silence' | 'month'>) => {
  const { t } = language
  const { silent, all, districts } = silence
  const [first] = districts
  const name = language.month(month)
  if (silent === 0) return t('silence.nothing-silent', { month: name })
  if (silent === all) return t('silence.all-silent', { month: name, all, first: first!.name })
  return t('silence.said', {
    month: name,
    silent,
    all,
    first: first!.name,
    gaps: first!.silent.length,
    ways: first!.counts.length,
  })
}

/** Districts by language and channel: who heard nothing in a month, the gravest first. */
export const SilencePage = ({ silence, month, previous, next, asOf }: Props) => {
  const language = useLanguage()
  const { t, list } = language
  const at = (one: string) => ({ href: `/kampanye/senyap?bulan=${one}`, label: language.month(one) })
  const turn = (
    <Pagination
      label={t('silence.months')}
      text={language.month(month)}
      previous={at(previous)}
      next={next ? at(next) : undefined}
    />
  )
  if (silence.all === 0)
    return (
      <>
        <EmptyState title={t('silence.no-data')} text={t('silence.no-data-text')} />
        {turn}
      </>
    )
  return (
    <>
      <p class="lead">{silenceSentence(language, { silence, month })}</p>
      {turn}
      <p class="small quiet num">
        {silence.factors.length > 0
          ? t('silence.weighed', {
              factors: list(silence.factors.map(factor => t(`silence.factor-${factor}`))),
            })
          : t('silence.unweighed')}{' '}
        {t('silence.languages', { languages: list(languagesOf(silence, language)) })}{' '}
        {t('silence.as-of', { moment: asOf })}
      </p>
      <SilenceMatrix silence={silence} />
      <WeightTable silence={silence} />
      <Notice tone="info">{t('silence.what-is')}</Notice>
    </>
  )
}

const languagesOf = ({ ways }: Silence, { t }: Language) =>
  [...new Set(ways.map(way => way.language))].map(code => languageName(code, t))

const SilenceMatrix = ({ silence: { ways, districts } }: Pick<Props, 'silence'>) => {
  const { t, number } = useLanguage()
  const cell = (count: number): MatrixCell =>
    count > 0
      ? { tone: 'good', sign: '✓', word: t('silence.heard', { count }) }
      : { tone: 'danger', sign: '✕', word: t('silence.silent') }
  return (
    <Matrix
      caption={t('silence.matrix')}
      corner={t('silence.district')}
      groups={[...Map.groupBy(ways, ({ language }) => language)].map(([code, own]) => ({
        title: languageName(code, t),
        columns: own.map(({ channel }: Way) => t(`channel.${channel}`)),
      }))}
      figureTitle={t('silence.weight')}
      noteTitle={t('silence.gaps')}
      rows={districts.map(({ name, counts, weight, silent }) => ({
        name,
        cells: counts.map(cell),
        figure: percent(number, weight),
        note: t('silence.gap-count', { count: silent.length, all: counts.length }),
      }))}
    />
  )
}

const WeightTable = ({ silence: { districts } }: Pick<Props, 'silence'>) => {
  const { t, number } = useLanguage()
  const known = (figure: number | null) => (figure === null ? t('silence.unknown') : number(figure))
  const title = t('silence.why')
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Table
        caption={title}
        rows={districts}
        columns={[
          { title: t('silence.district'), cell: ({ name }: SilentDistrict) => name },
          { title: t('silence.weight'), figure: true, cell: ({ weight }) => percent(number, weight) },
          { title: t('silence.column-people'), figure: true, cell: ({ people }) => known(people) },
          { title: t('silence.column-reports'), figure: true, cell: ({ reports }) => number(reports) },
          {
            title: t('silence.column-departures'),
            figure: true,
            cell: ({ departures }) => known(departures),
          },
          {
            title: t('silence.gaps'),
            figure: true,
            cell: ({ silent, counts }) => `${silent.length}/${counts.length}`,
          },
        ]}
      />
    </section>
  )
}

const percent = (number: (figure: number) => string, share: number) =>
  `${number(Math.round(share * 1000) / 10)} %`
