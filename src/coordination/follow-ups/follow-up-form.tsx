import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  DateInput,
  ErrorSummary,
  FormActions,
  type FormState,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'

interface Props {
  form: FormState
  formId: string
  offices: { id: number; name: string; shortName: string }[]
  people: { id: string; name: string; officeId: number }[]
}

export const FollowUpForm = ({ form, formId, offices, people }: Props) => {
  const { t } = useLanguage()
  const short = new Map(offices.map(({ id, shortName }) => [id, shortName]))
  return (
    <form method="post" action="/tindak-lanjut/baru" class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      {['meeting', 'block', 'agreement', 'origin'].map(name => (
        <input type="hidden" name={name} value={String(form.values[name] ?? '')} />
      ))}
      <TextInput form={form} name="title" label={t('follow-up.title-field')} maxlength={200} />
      <TextArea
        form={form}
        name="detail"
        label={t('follow-up.detail')}
        optional={t('meeting.optional')}
        rows={3}
      />
      <Select
        form={form}
        name="office"
        label={t('follow-up.office')}
        empty={t('follow-up.office-empty')}
        options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Select
        form={form}
        name="person"
        label={t('follow-up.person')}
        hint={t('follow-up.person-hint')}
        empty={t('follow-up.person-empty')}
        options={people.map(({ id, name, officeId }) => ({
          value: id,
          label: `${name} (${short.get(officeId) ?? ''})`,
        }))}
      />
      <DateInput form={form} name="dueOn" label={t('follow-up.due')} />
      <FormActions>
        <Button>{t('follow-up.save')}</Button>
      </FormActions>
    </form>
  )
}
