import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, ErrorSummary, FormActions, type FormState, Notice, Panel, TextArea } from '../../ui/index.ts'
import type { Consent } from './consent.ts'
import { ConsentEntry } from './consent-entry-view.tsx'

interface WithdrawProps {
  consent: Consent
  today: Temporal.PlainDate
  /** Versions that rest on it, and publications to be taken down. */
  reach: { versions: number; publications: number; offices: number }
  form: FormState
}

/** Taking a consent back cannot be undone: what will happen is said before, with its figures. */
export const WithdrawPage = ({ consent, today, reach, form }: WithdrawProps) => {
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <Panel>
        <ConsentEntry consent={consent} today={today} mayKeep={false} />
      </Panel>
      <Notice tone="warn" title={t('consent.withdraw-means')}>
        <ul class="points">
          <li>{t('consent.withdraw-versions', { count: reach.versions })}</li>
          <li>
            {t('consent.withdraw-offices', { offices: reach.offices, publications: reach.publications })}
          </li>
          <li>{t('consent.withdraw-final')}</li>
        </ul>
      </Notice>
      <form method="post" action={`/izin/${consent.id}/cabut`} class="stack loose" novalidate data-once>
        <TextArea
          form={form}
          name="reason"
          label={t('consent.withdraw-reason')}
          hint={t('consent.withdraw-reason-hint')}
          rows={3}
        />
        <FormActions>
          <Button kind="danger">{t('consent.withdraw-do')}</Button>
          <a href={`/materi/${consent.materialId}/izin`}>{t('consent.keep-it')}</a>
        </FormActions>
      </form>
    </>
  )
}
