import type { Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, DateInput, EmptyState, ErrorSummary, type FormState, Notice } from '../../ui/index.ts'

interface Props {
  campaignId: number
  offices: Office[]
  form: FormState
  formId: string
}

/** Offices that join a campaign that runs already. */
export const JoinPage = ({ campaignId, offices, form, formId }: Props) => {
  const { t } = useLanguage()
  if (offices.length === 0)
    return <EmptyState title={t('schedule.all-there')} text={t('schedule.all-there-text')} />
  return (
    <form method="post" action={`/kampanye/${campaignId}/kantor`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <Choices
        form={form}
        name="offices"
        label={t('schedule.join-which')}
        kind="checkbox"
        grid
        options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <DateInput
        form={form}
        name="dueOn"
        label={t('schedule.join-from')}
        hint={t('schedule.join-from-hint')}
      />
      <Notice tone="info">{t('schedule.join-gets')}</Notice>
      <div class="actions">
        <button class="btn">{t('schedule.join')}</button>
      </div>
    </form>
  )
}
