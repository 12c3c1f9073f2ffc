import { ways } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  DateInput,
  ErrorSummary,
  Fieldset,
  FormActions,
  type FormState,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'

interface Props {
  id: string
  form: FormState
  formId: string
  persons: { place: number; label: string }[]
}

/** A hand-over letter for those who are ticked: families may come one by one. */
export const PaperPage = ({ id, form, formId, persons }: Props) => {
  const { t } = useLanguage()
  const line = (
    name: 'from' | 'destination' | 'receiver' | 'receiverOffice' | 'place' | 'signer' | 'signerTitle',
  ) => <TextInput form={form} name={name} label={t(`letters.field.${name}`)} maxlength={200} />
  const lines = (name: 'condition' | 'goods' | 'witnesses') => (
    <TextArea
      form={form}
      name={name}
      label={t(`letters.field.${name}`)}
      optional={t('report.optional')}
      rows={3}
    />
  )
  return (
    <form method="post" action={`/kepulangan/${id}/bast`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <Choices
        form={form}
        name="persons"
        label={t('arrivals.paper-who')}
        kind="checkbox"
        options={persons.map(({ place, label }) => ({ value: String(place), label }))}
      />
      <Fieldset legend={t('arrivals.paper-how')}>
        <Select
          form={form}
          name="way"
          label={t('letters.field.way')}
          options={ways.map(value => ({ value, label: t(`letters.way.${value}`) }))}
        />
        {line('from')}
        {line('destination')}
        {lines('condition')}
        {lines('goods')}
      </Fieldset>
      <Fieldset legend={t('letters.paper.second-party')}>
        {line('receiver')}
        <TextInput
          form={form}
          name="receiverTitle"
          label={t('letters.field.receiverTitle')}
          optional={t('report.optional')}
          maxlength={120}
        />
        {line('receiverOffice')}
        {lines('witnesses')}
      </Fieldset>
      <Fieldset legend={t('letters.paper.first-party')}>
        {line('signer')}
        {line('signerTitle')}
        {line('place')}
        <DateInput form={form} name="day" label={t('letters.field.day')} />
      </Fieldset>
      <TextInput
        form={form}
        name="motive"
        label={t('case.motive')}
        hint={t('arrivals.paper-motive')}
        maxlength={500}
      />
      <FormActions>
        <Button>{t('arrivals.paper-make')}</Button>
        <a href={`/kepulangan/${id}`}>{t('arrivals.back-to-one')}</a>
      </FormActions>
    </form>
  )
}
