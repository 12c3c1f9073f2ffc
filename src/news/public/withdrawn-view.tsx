import { useLanguage } from '../../platform/i18n/language.tsx'
import { Notice } from '../../ui/index.ts'
import type { WithdrawnNotice } from '../public-queries.ts'
import { WayBack } from './article-view.tsx'

/** What stands at the address of a withdrawn article: that it is gone, since when, and why. */
export const WithdrawnView = ({ office, at, why }: WithdrawnNotice) => {
  const { t, longMoment } = useLanguage()
  return (
    <>
      <h1>{t('news.withdrawn')}</h1>
      <Notice tone="warn" title={t('news.withdrawn-by', { office, at: longMoment(at) })}>
        <p class="pre" lang="id">
          {why}
        </p>
      </Notice>
      <WayBack />
    </>
  )
}
