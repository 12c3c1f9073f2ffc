import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Select } from '../../ui/index.ts'
import type { CaseProps } from '../desk/case-page.tsx'
import { consents, offerReasons } from './offer.ts'

/** Asks the office that holds the case to give it. */
export const AskForm = ({ complaint, form, offers, actor }: CaseProps) => {
  const { t } = useLanguage()
  const asked = offers.some(
    ({ kind, state, fromId }) => kind === 'request' && state === 'open' && fromId === actor.officeId,
  )
  if (asked) return null
  return (
    <details open={Boolean(form.errors.reason || form.errors.consent)}>
      <summary>{t('custody.ask')}</summary>
      <form method="post" action={`/aduan/${complaint.id}/minta`} class="stack" novalidate data-once>
        <ReasonAndConsent form={form} />
        <div class="actions">
          <Button kind="quiet">{t('custody.ask-do')}</Button>
        </div>
      </form>
    </details>
  )
}

/** Why it goes on, and whether the reporter agreed that another office reads it. */
export const ReasonAndConsent = ({ form }: Pick<CaseProps, 'form'>) => {
  const { t } = useLanguage()
  return (
    <>
      <Select
        form={form}
        name="reason"
        label={t('custody.reason')}
        empty={t('custody.choose')}
        options={offerReasons.map(value => ({ value, label: t(`custody.reason-${value}`) }))}
      />
      <Select
        form={form}
        name="consent"
        label={t('custody.consent')}
        hint={t('custody.consent-hint')}
        empty={t('custody.choose')}
        options={consents.map(value => ({ value, label: t(`custody.consent-${value}`) }))}
      />
    </>
  )
}
