import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Panel } from '../../ui/index.ts'
import { Reach } from '../reach-view.tsx'
import { type Hotline, inLanguage, type Safety, shownContacts } from './safety.ts'

/** Whom to call. What to do in danger stands first, before anything else is read. */
export const HelpPage = ({ safety, reporting }: { safety: Safety; reporting: boolean }) => {
  const { t, locale } = useLanguage()
  const urgent = safety.hotlines.filter(hotline => hotline.urgent)
  return (
    <>
      <h1>{t('help.title')}</h1>
      <section class="panel stack">
        <h2>{t('help.danger')}</h2>
        <ol class="points">
          {safety.danger.map(step => (
            <li>{inLanguage(step, locale)}</li>
          ))}
        </ol>
        {urgent.map(hotline => (
          <HotlineEntry hotline={hotline} />
        ))}
      </section>
      {reporting && (
        <p>
          <a class="btn" href="/lapor">
            {t('help.report')}
          </a>
        </p>
      )}
      <Panel title={t('help.office')}>
        <p>{t('help.office-text')}</p>
        <a class="btn plain" href="/kantor-terdekat">
          {t('finder.title')}
        </a>
      </Panel>
      <Panel title={t('help.numbers')}>
        {safety.hotlines
          .filter(hotline => !hotline.urgent)
          .map(hotline => (
            <HotlineEntry hotline={hotline} />
          ))}
      </Panel>
      <p>
        <a href="/aman">{t('safe.title')}</a>
      </p>
    </>
  )
}

const HotlineEntry = ({ hotline }: { hotline: Hotline }) => {
  const { t, locale, shortDay } = useLanguage()
  const { name, purpose, source, sourceDay, verifiedOn, trust } = hotline
  const contacts = shownContacts(hotline)
  return (
    <div class="stack tight">
      <h3>{inLanguage(name, locale)}</h3>
      <p>{inLanguage(purpose, locale)}</p>
      {contacts.map(({ kind, value }) => (
        <p>
          {t(`contact.${kind}`)}:{' '}
          <b>
            <Reach kind={kind} value={value} />
          </b>
        </p>
      ))}
      {contacts.length === 0 && <p>{t('help.no-number')}</p>}
      <p class="small quiet">
        <Chip tone={verifiedOn ? 'good' : 'warn'}>
          {verifiedOn ? t('public.verified', { day: shortDay(verifiedOn) }) : t('help.unverified')}
        </Chip>{' '}
        {t(`help.trust.${trust}`)}. {t('help.source', { source: inLanguage(source, locale) })}
        {sourceDay && `, ${shortDay(sourceDay)}`}
      </p>
    </div>
  )
}
