import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, TextInput } from '../../ui/index.ts'

interface Props {
  form: FormState
  /** Where the form goes. */
  action: string
  title?: string
  lead?: string
}

/** The door: a number, nothing else, in a form and never in an address. Its own words tell nobody what the number is for. */
export const NumberPage = ({ form, action, title, lead }: Props) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{title ?? t('number.title')}</h1>
      {lead && <p>{lead}</p>}
      <form method="post" action={action} class="stack" novalidate autocomplete="off">
        <ErrorSummary form={form} title={t('form.summary')} />
        <NumberField form={form} />
        <div class="actions">
          <button class="btn">{t('number.open')}</button>
        </div>
      </form>
    </>
  )
}

export const NumberField = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <TextInput
      form={form}
      name="number"
      label={t('number.label')}
      hint={t('number.hint')}
      inputmode="numeric"
      autocomplete="off"
      maxlength={60}
    />
  )
}
