import { useLanguage } from '../../platform/i18n/language.tsx'
import { Notice, Panel } from '../../ui/index.ts'
import { inLanguage, type Safety, type Said } from './safety.ts'

/** How to look without being seen: leaving fast, no traces, a phone that others use too. */
export const SafePage = ({ safety, cleared }: { safety: Safety; cleared: boolean }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('safe.title')}</h1>
      {cleared && (
        <Notice tone="good" title={t('safe.cleared')}>
          <p>{t('safe.cleared-text')}</p>
        </Notice>
      )}
      <Panel title={t('safe.leave')}>
        <p>{t('safe.leave-text')}</p>
      </Panel>
      <Panel title={t('safe.traces')}>
        <Advice items={safety.clearTraces} />
      </Panel>
      <Panel title={t('safe.copy')}>
        <p>{t('safe.copy-text')}</p>
        <form method="post" action="/aman">
          <button class="btn">{t('safe.clear')}</button>
        </form>
      </Panel>
      <Panel title={t('safe.shared')}>
        <Advice items={safety.sharedPhone} />
      </Panel>
      <p>
        <a href="/bantuan">{t('help.title')}</a>
      </p>
    </>
  )
}

const Advice = ({ items }: { items: Said[] }) => {
  const { locale } = useLanguage()
  return (
    <ul class="points">
      {items.map(item => (
        <li>{inLanguage(item, locale)}</li>
      ))}
    </ul>
  )
}
