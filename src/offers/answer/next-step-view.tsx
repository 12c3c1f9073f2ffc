import type { Contact, Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'

export interface Helper {
  office: Office
  /** Verified ones only. */
  contacts: Contact[]
}

/** Who to ask next, with contacts that somebody has verified, and five questions for whoever offers the work. */
export const NextStepView = ({ helpers }: { helpers: Helper[] }) => {
  const { t } = useLanguage()
  return (
    <>
      <section class="panel stack tight">
        <h2>{t('check.five')}</h2>
        <ol class="points">
          {(['1', '2', '3', '4', '5'] as const).map(number => (
            <li>{t(`check.five.${number}`)}</li>
          ))}
        </ol>
      </section>
      <section class="panel stack">
        <h2>{t('check.who')}</h2>
        <p>{t('check.who-text')}</p>
        {helpers.map(helper => (
          <HelperView {...helper} />
        ))}
      </section>
    </>
  )
}

const HelperView = ({ office, contacts }: Helper) => {
  const { t, shortDay } = useLanguage()
  return (
    <div>
      <p>
        <b>{office.name}</b>
      </p>
      {contacts.map(({ kind, value, verifiedOn }) => (
        <p>
          {t(`contact.${kind}`)}:{' '}
          {kind === 'phone' ? <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a> : value}{' '}
          <span class="small quiet">{t('check.verified', { day: shortDay(verifiedOn!) })}</span>
        </p>
      ))}
      {contacts.length === 0 && <p class="small quiet">{t('check.no-contact')}</p>}
    </div>
  )
}
