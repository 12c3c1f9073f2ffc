import { useLanguage } from '../../platform/i18n/language.tsx'
import { Table } from '../../ui/index.ts'
import type { IndicatorSet, Who } from './indicators.ts'
import type { Weighed } from './weigh.ts'

/** How the weight came about, dimension by dimension. */
export const WeightTable = ({ set, who, weighed }: { set: IndicatorSet; who: Who; weighed: Weighed }) => {
  const { t, locale, number } = useLanguage()
  const rows = weighed.dimensions.map(dimension => ({
    ...dimension,
    label: set.dimensions.find(({ id }) => id === dimension.id)!.label[locale],
  }))
  return (
    <>
      <Table
        caption={t('screening.weights')}
        rows={rows}
        columns={[
          { title: t('screening.dimension'), cell: row => row.label },
          { title: t('screening.strong'), figure: true, cell: row => number(row.strong) },
          { title: t('screening.medium'), figure: true, cell: row => number(row.medium) },
          { title: t('screening.weak'), figure: true, cell: row => number(row.weak) },
          {
            title: t('screening.positive'),
            cell: row => t(row.positive ? 'screening.is-positive' : 'screening.is-not'),
          },
        ]}
      />
      {who === 'child' && <p class="small quiet">{t('screening.child-means')}</p>}
    </>
  )
}
