import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, Notice, TextInput } from '../../ui/index.ts'

interface UnlockProps {
  form: FormState
  action: string
  field: string
  /** What was typed on the form that met the locked vault; sent along again. */
  values?: FormState['values']
  lostFiles?: boolean
}

/** The vault closed itself; the password opens it again. */
export const UnlockPage = ({ form, action, field, values = {}, lostFiles = false }: UnlockProps) => {
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p>{t('keys.locked-why')}</p>
      {Object.keys(values).length > 0 && <Notice tone="info">{t('keys.typed-kept')}</Notice>}
      {lostFiles && <Notice tone="warn">{t('keys.files-again')}</Notice>}
      <form method="post" action={action} class="stack" novalidate>
        {Object.entries(values).map(([name, value]) =>
          [value].flat().map(one => <input type="hidden" name={name} value={one} />),
        )}
        <TextInput
          form={form}
          name={field}
          label={t('account.own-password')}
          type="password"
          autocomplete="current-password"
        />
        <button class="btn">{t('keys.unlock')}</button>
      </form>
    </>
  )
}
