import { type Language, useLanguage } from '../../platform/i18n/language.tsx'
import { type Column, DayBars, Panel, Table } from '../../ui/index.ts'
import { type Declared, declaredKinds, type Figures, roundedOut } from './reach.ts'
import type { Span } from './spans.ts'

type Visited = Pick<Figures, 'devices' | 'clicks' | 'scans'>

/** 320–380: never one number, for it is an estimate; never more than there were visits. */
export const rangeText = ({ number }: Language, { devices, clicks, scans }: Visited): string => {
  const { low, high } = roundedOut(devices, clicks + scans)
  return high === 0 ? '–' : `${number(low)}–${number(high)}`
}

/** 500 lembar, 3.000 pendengar. */
export const declaredText = ({ t, list }: Language, declared: Declared): string => {
  const told = declaredKinds.filter(kind => declared[kind])
  return told.length === 0
    ? '–'
    : list(told.map(kind => t(`reach.told-${kind}`, { people: declared[kind]! })))
}

/** The figures of a row, each in its own column and none added to another. */
export const figureColumns = <T extends Figures>(language: Language): Column<T>[] => {
  const { t, number } = language
  return [
    { title: t('reach.clicks'), figure: true, cell: row => number(row.clicks) },
    { title: t('reach.scans'), figure: true, cell: row => number(row.scans) },
    { title: t('reach.devices'), figure: true, cell: row => rangeText(language, row) },
    { title: t('reach.previews'), figure: true, cell: row => number(row.previews) },
    { title: t('reach.declared'), cell: row => declaredText(language, row.declared) },
  ]
}

/** What each figure counts, and what it does not. */
export const Meanings = () => {
  const { t } = useLanguage()
  return (
    <details>
      <summary>{t('reach.meaning')}</summary>
      <ul class="points small">
        <li>{t('reach.meaning-visits')}</li>
        <li>{t('reach.meaning-devices')}</li>
        <li>{t('reach.meaning-previews')}</li>
        <li>{t('reach.meaning-declared')}</li>
      </ul>
    </details>
  )
}

/** Visits day by day: a sentence, bars, and the same in a table. */
export const DaysPanel = ({ spans }: { spans: Span[] }) => {
  const { t, number, shortDay } = useLanguage()
  const visits = ({ clicks, scans }: Span) => clicks + scans
  const nameOf = ({ first, last }: Span) =>
    first === last ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`
  const top = spans.reduce((best, span) => (visits(span) > visits(best) ? span : best))
  const daily = spans.every(({ first, last }) => first === last)
  const said =
    visits(top) === 0
      ? t('reach.no-days')
      : t(daily ? 'reach.days-said' : 'reach.spans-said', {
          days: spans.filter(span => visits(span) > 0).length,
          all: spans.length,
          top: nameOf(top),
          visits: visits(top),
          scans: top.scans,
        })
  const title = t(daily ? 'reach.by-day' : 'reach.by-span')
  return (
    <Panel title={title}>
      <p>{said}</p>
      <DayBars
        label={`${title}. ${said}`}
        bars={spans.map(span => ({
          name: shortDay(span.first),
          value: visits(span),
          part: span.scans,
          text: number(visits(span)),
        }))}
      />
      <p class="small quiet">{t('reach.bars')}</p>
      <details>
        <summary>{t('reach.as-table')}</summary>
        <Table
          caption={title}
          rows={spans}
          columns={[
            { title: t('reach.when'), cell: nameOf },
            { title: t('reach.clicks'), figure: true, cell: ({ clicks }) => number(clicks) },
            { title: t('reach.scans'), figure: true, cell: ({ scans }) => number(scans) },
          ]}
        />
      </details>
    </Panel>
  )
}
