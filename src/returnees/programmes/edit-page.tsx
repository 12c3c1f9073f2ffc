import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  DateInput,
  ErrorSummary,
  FormActions,
  type FormState,
  Panel,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { ageBands } from '../returnee.ts'
import { type ConditionField, valuesOf } from './condition.ts'
import { tickedFields } from './form.ts'
import { programmeKinds, programmeStates } from './programme.ts'
import { codeSaid } from './words.ts'

interface Props {
  id?: number
  form: FormState
  formId: string
  districts: { code: string; name: string }[]
}

/** A programme with its places and, ticked, who may join. */
export const EditProgrammePage = (props: Props) => {
  const { t } = useLanguage()
  const { id, form, formId, districts } = props
  const back = id ? `/program-purna/${id}` : '/program-purna'
  const version = String(form.values.version ?? '0')
  return (
    <form method="post" action={id ? `${back}/ubah` : back} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="version" value={version} />
      <TextInput form={form} name="title" label={t('programmes.title-of')} maxlength={160} />
      <Select
        form={form}
        name="kind"
        label={t('programmes.kind')}
        empty={t('form.pick')}
        options={programmeKinds.map(value => ({ value, label: t(`programmes.kind-${value}`) }))}
      />
      <TextArea form={form} name="detail" label={t('programmes.detail')} optional={t('report.optional')} />
      <Select
        form={form}
        name="district"
        label={t('programmes.where')}
        empty={t('programmes.whole-province')}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DateInput form={form} name="startsOn" label={t('programmes.starts')} />
      <DateInput form={form} name="endsOn" label={t('programmes.ends')} />
      <TextInput form={form} name="places" label={t('programmes.places')} inputmode="numeric" short />
      {id !== undefined && (
        <Select
          form={form}
          name="state"
          label={t('programmes.state')}
          options={programmeStates.map(value => ({ value, label: t(`programmes.state-${value}`) }))}
        />
      )}
      <Conditions {...props} />
      <FormActions>
        <Button>{t('programmes.keep')}</Button>
        <a href={back}>{t('programmes.back')}</a>
      </FormActions>
    </form>
  )
}

const Conditions = ({ form, districts }: Props) => {
  const language = useLanguage()
  const { t } = language
  const places = new Map(districts.map(({ code, name }) => [code, name]))
  const ticks = (name: string, field: ConditionField, label: string) => (
    <Choices
      form={form}
      name={name}
      kind="checkbox"
      label={label}
      options={(valuesOf(field) ?? [...places.keys()]).map(value => ({
        value,
        label: codeSaid(field, value, language, places),
      }))}
    />
  )
  const sets = (prefix: 'in' | 'not') =>
    tickedFields.map(field => {
      const chosen = [form.values[`${prefix}-${field}`] ?? []].flat().length > 0
      const what = t(`programmes.field-${field}`)
      return (
        <details open={chosen}>
          <summary>{what}</summary>
          {ticks(`${prefix}-${field}`, field, what)}
        </details>
      )
    })
  return (
    <Panel title={t('programmes.conditions')}>
      <p class="small quiet">{t('programmes.conditions-hint')}</p>
      <h3>{t('programmes.only')}</h3>
      {sets('in')}
      <Select
        form={form}
        name="fromAge"
        label={t('programmes.from-age')}
        empty={t('programmes.any-age')}
        options={ageBands.map(value => ({ value, label: t(`returnees.age-${value}`) }))}
      />
      <TextInput
        form={form}
        name="months"
        label={t('programmes.months')}
        hint={t('programmes.months-hint')}
        optional={t('report.optional')}
        inputmode="numeric"
        short
      />
      <h3>{t('programmes.not')}</h3>
      {sets('not')}
    </Panel>
  )
}
