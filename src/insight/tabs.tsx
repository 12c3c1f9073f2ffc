import { useLanguage } from '../platform/i18n/language.tsx'
import { Tabs } from '../ui/index.ts'

/** The ways to look at the figures of the house. */
export const InsightTabs = ({ current }: { current: 'risk' | 'figures' | 'population' }) => {
  const { t } = useLanguage()
  return (
    <Tabs
      label={t('insight.title')}
      tabs={[
        { href: '/wawasan', label: t('insight.tab-risk'), current: current === 'risk' },
        { href: '/wawasan/angka', label: t('insight.tab-figures'), current: current === 'figures' },
        {
          href: '/wawasan/penduduk',
          label: t('population.tab'),
          current: current === 'population',
        },
        { href: '/data', label: t('insight.tab-open') },
      ]}
    />
  )
}
