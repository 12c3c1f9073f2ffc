import { useLanguage } from '../../platform/i18n/language.tsx'
import { MonthBars, Panel, Table } from '../../ui/index.ts'
import type { Series } from './read-figures.ts'

interface Props {
  series: Series[]
  districts: { code: string; name: string }[]
  chosen: string | undefined
  asOf: string
}

/** Every figure of the catalogue over twelve months, each with what it counts, its source, and as of when. */
export const FiguresPage = ({ series, districts, chosen, asOf }: Props) => {
  const { t } = useLanguage()
  return (
    <>
      <nav class="row" aria-label={t('figures.scope')}>
        {[{ code: undefined, name: t('figures.province') }, ...districts].map(({ code, name }) => (
          <a
            class={code === chosen ? 'btn' : 'btn plain'}
            href={code ? `/wawasan/angka?wilayah=${code}` : '/wawasan/angka'}
            aria-current={code === chosen ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      {series.map(one => (
        <SeriesPanel series={one} asOf={asOf} />
      ))}
    </>
  )
}

const SeriesPanel = ({ series, asOf }: { series: Series; asOf: string }) => {
  const { t, number } = useLanguage()
  const { indicator, months, sum } = series
  const name = t(`figures.${indicator.id}`)
  const unit = t(`figures.unit-${indicator.unit}`)
  const known = months.filter(({ value }) => value !== null)
  const said =
    known.length === 0
      ? t('figures.no-data')
      : t('figures.said', { sum, unit, months: known.length, latest: known.at(-1)?.value ?? 0 })
  const text = (value: number | null) => (value === null ? '–' : number(value))
  return (
    <Panel title={name}>
      <p>{said}</p>
      {known.length > 0 && (
        <MonthBars
          label={`${name}: ${said}`}
          bars={months.map(({ month, value }) => ({ name: month.slice(5), value, text: text(value) }))}
        />
      )}
      <p class="small quiet">
        {t(`figures.defined-${indicator.id}`)}{' '}
        {t('figures.source', { source: t(`figures.from-${indicator.source}`), asOf })}
      </p>
      <details>
        <summary>{t('figures.table')}</summary>
        <Table
          caption={name}
          rows={months}
          columns={[
            { title: t('figures.month'), cell: ({ month }) => month },
            {
              title: unit,
              figure: true,
              cell: ({ value }) => (value === null ? t('figures.no-month') : number(value)),
            },
          ]}
        />
      </details>
    </Panel>
  )
}
