import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import type { AgreementVersion } from './agreement.ts'

interface Props {
  form: FormState
  formId: string
  action: string
  /** Offices that may be a party, the own one left out; nothing when the parties stand. */
  offices?: { id: number; name: string }[]
  version?: AgreementVersion
  /** What somebody else saved meanwhile: it stands beside what was typed. */
  theirs?: AgreementVersion | undefined
}

export const AgreementForm = ({ form, formId, action, offices, version, theirs }: Props) => {
  const { t } = useLanguage()
  return (
    <form method="post" action={action} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="seen" value={String(form.values.seen ?? version?.number ?? '')} />
      {['meeting', 'block'].map(name => (
        <input type="hidden" name={name} value={String(form.values[name] ?? '')} />
      ))}
      {theirs && (
        <Notice tone="warn" title={t('agreement.changed-meanwhile')}>
          <p class="pre">{theirs.body}</p>
        </Notice>
      )}
      {version && (
        <Notice tone="info">
          <p>{t('agreement.amend-text')}</p>
        </Notice>
      )}
      <TextInput
        form={form}
        name="title"
        label={t('agreement.title-field')}
        value={version?.title}
        maxlength={160}
      />
      <TextArea
        form={form}
        name="body"
        label={t('agreement.body')}
        hint={t('agreement.body-hint')}
        value={version?.body ?? ''}
        rows={12}
      />
      {offices && (
        <Choices
          form={form}
          name="parties"
          label={t('agreement.parties')}
          hint={t('agreement.parties-hint')}
          kind="checkbox"
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <FormActions>
        <Button>{t('agreement.draft-send')}</Button>
      </FormActions>
    </form>
  )
}
