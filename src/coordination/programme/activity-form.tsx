import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  DateInput,
  ErrorSummary,
  Fieldset,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextInput,
} from '../../ui/index.ts'
import { audiences, kinds, timeZones } from './activity.ts'
import type { Values } from './form.ts'
import { zoneWord } from './words.ts'

export interface FormProps {
  /** Where it is sent, and where one goes without it. */
  action: string
  back: string
  form: FormState
  formId: string
  /** What the writer saw when beginning; nothing for a new activity. */
  base: Values | undefined
  place: string
  found: { code: string; name: string; within: string | null }[]
  offices: { id: number; name: string }[]
  colleagues: { id: string; name: string; office: string }[]
}

/** An activity to be written: what, where, for whom, when, by whom. */
export const ActivityForm = (props: FormProps) => {
  const { action, back, form, formId, base, offices, colleagues } = props
  const { t } = useLanguage()
  return (
    <form method="post" action={action} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      {base && <input type="hidden" name="base" value={JSON.stringify(base)} />}
      <Fieldset legend={t('activity.what')}>
        <Select
          form={form}
          name="kind"
          label={t('activity.kind')}
          empty={t('activity.choose')}
          options={kinds.map(kind => ({ value: kind, label: t(`activity.kind-${kind}`) }))}
        />
        <TextInput form={form} name="title" label={t('activity.title')} maxlength={120} />
        <Select
          form={form}
          name="audience"
          label={t('activity.audience')}
          empty={t('activity.choose')}
          options={audiences.map(one => ({ value: one, label: t(`activity.audience-${one}`) }))}
        />
      </Fieldset>
      <Fieldset legend={t('activity.where')}>
        <Place {...props} />
        <TextInput
          form={form}
          name="venue"
          label={t('activity.venue')}
          hint={t('activity.venue-hint')}
          optional={t('activity.optional')}
          maxlength={200}
        />
      </Fieldset>
      <When form={form} />
      <Fieldset legend={t('activity.who')}>
        <Choices
          kind="checkbox"
          grid
          form={form}
          name="owners"
          label={t('activity.owners')}
          hint={t('activity.owners-hint')}
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Choices
          kind="checkbox"
          grid
          form={form}
          name="people"
          label={t('activity.people')}
          optional={t('activity.optional')}
          options={colleagues.map(({ id, name, office }) => ({ value: id, label: name, hint: office }))}
        />
        <div class="pair">
          <TextInput
            form={form}
            name="expected"
            label={t('activity.expected')}
            optional={t('activity.optional')}
            inputmode="numeric"
            short
          />
          {base && (
            <TextInput
              form={form}
              name="reached"
              label={t('activity.reached')}
              hint={t('activity.reached-hint')}
              optional={t('activity.optional')}
              inputmode="numeric"
              short
            />
          )}
        </div>
      </Fieldset>
      <FormActions>
        <Button>{t(base ? 'activity.save' : 'activity.plan')}</Button>
        <a href={back}>{t('activity.back')}</a>
      </FormActions>
    </form>
  )
}

const When = ({ form }: Pick<FormProps, 'form'>) => {
  const { t } = useLanguage()
  return (
    <Fieldset legend={t('activity.when')}>
      <div class="pair">
        <DateInput form={form} name="startsOn" label={t('activity.starts-on')} />
        <TextInput form={form} name="startTime" type="time" label={t('activity.start-time')} short />
        <DateInput
          form={form}
          name="endsOn"
          label={t('activity.ends-on')}
          optional={t('activity.if-another-day')}
        />
        <TextInput form={form} name="endTime" type="time" label={t('activity.end-time')} short />
      </div>
      <Select
        form={form}
        name="timeZone"
        label={t('activity.time-zone')}
        options={timeZones.map(zone => ({ value: zone, label: `${zoneWord(zone)} (${zone})` }))}
      />
    </Fieldset>
  )
}

const Place = ({ form, place, found }: FormProps) => {
  const { t } = useLanguage()
  return (
    <>
      <div class="row end">
        <TextInput form={form} name="search" label={t('activity.search-place')} />
        <button class="btn plain" name="look" value="yes">
          {t('activity.look')}
        </button>
      </div>
      {found.length > 0 && (
        <Choices
          kind="radio"
          form={form}
          name="foundCode"
          label={t('activity.found')}
          options={found.map(({ code, name, within }) => ({
            value: code,
            label: name,
            hint: [within, code].filter(Boolean).join(' · '),
          }))}
        />
      )}
      <TextInput
        form={form}
        name="placeCode"
        label={t('activity.place-code')}
        hint={place ? t('activity.place-is', { place }) : t('activity.place-hint')}
        short
      />
    </>
  )
}
