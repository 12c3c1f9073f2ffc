import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, ErrorSummary, FormActions, type FormState, TextInput } from '../../ui/index.ts'
import { CodesFieldsets } from '../register/edit-pages.tsx'

interface Props {
  /** Where the form goes, and where one comes from. */
  action: string
  back: string
  form: FormState
  formId: string
}

/** Needs asked at the hand-over: the name is known already, and goes into the register with them. */
export const NeedsPage = ({ action, back, form, formId }: Props) => {
  const { t } = useLanguage()
  return (
    <form method="post" action={action} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <p>{t('arrivals.needs-lead')}</p>
      <CodesFieldsets form={form} />
      <TextInput
        form={form}
        name="motive"
        label={t('case.motive')}
        hint={t('arrivals.motive-hint')}
        maxlength={500}
      />
      <FormActions>
        <Button>{t('returnees.keep')}</Button>
        <a href={back}>{t('arrivals.back-to-one')}</a>
      </FormActions>
    </form>
  )
}
