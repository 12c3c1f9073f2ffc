import { useLanguage } from '../../platform/i18n/language.tsx'
import { Notice } from '../../ui/index.ts'

/** What is to be taken down comes before what is to be published. */
export const RemovalNotice = ({ count }: { count: number }) => {
  const { t } = useLanguage()
  if (count === 0) return null
  return (
    <Notice tone="danger" title={t('removal.today', { count })}>
      <a href="/penurunan">{t('removal.today-link')}</a>
    </Notice>
  )
}
