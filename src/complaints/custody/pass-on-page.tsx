import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { ReasonAndConsent } from './ask-form.tsx'

interface Props {
  id: string
  form: FormState
  formId: string
  offices: { id: number; name: string; hasKey: boolean }[]
  /** The office that the rules would choose. */
  suggested: number | undefined
  why: string
}

/** To hand a case over, or to have another office read along. */
export const PassOnPage = ({ id, form, formId, offices, suggested, why }: Props) => {
  const { t } = useLanguage()
  const first = offices.find(office => office.id === suggested)
  return (
    <form method="post" action={`/aduan/${id}/serahkan`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      <Choices
        kind="radio"
        form={form}
        name="kind"
        label={t('custody.how')}
        value="hand-over"
        options={[
          { value: 'hand-over', label: t('custody.hand-over'), hint: t('custody.hand-over-hint') },
          { value: 'referral', label: t('custody.referral'), hint: t('custody.referral-hint') },
        ]}
      />
      <Select
        form={form}
        name="office"
        label={t('custody.office')}
        hint={first && t('custody.suggested', { office: first.name, why })}
        empty={t('custody.choose')}
        {...(first && { value: String(first.id) })}
        options={offices
          .filter(({ hasKey }) => hasKey)
          .map(office => ({ value: String(office.id), label: office.name }))}
      />
      <ReasonAndConsent form={form} />
      <TextArea
        form={form}
        name="passNote"
        label={t('custody.note')}
        hint={t('custody.note-hint')}
        optional={t('report.optional')}
        rows={3}
      />
      <p class="quiet">{t('custody.until-accepted')}</p>
      <FormActions>
        <Button>{t('custody.offer')}</Button>
        <a href={`/aduan/${id}`}>{t('case.back')}</a>
      </FormActions>
    </form>
  )
}
