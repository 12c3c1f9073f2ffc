import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, TextInput } from '../../ui/index.ts'

/** The door: a number, nothing else. Its words tell nobody what the number is for. */
export const NumberPage = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('number.title')}</h1>
      <form method="post" action="/nomor" class="stack" novalidate autocomplete="off">
        <ErrorSummary form={form} title={t('form.summary')} />
        <TextInput
          form={form}
          name="number"
          label={t('number.label')}
          hint={t('number.hint')}
          inputmode="numeric"
          autocomplete="off"
          maxlength={60}
        />
        <div class="actions">
          <button class="btn">{t('number.open')}</button>
        </div>
      </form>
    </>
  )
}
