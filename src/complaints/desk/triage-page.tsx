import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  DateInput,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextInput,
} from '../../ui/index.ts'
import { procedural, stages, urgencies } from '../complaint.ts'
import { countries } from '../countries.ts'
import type { Workflow } from '../workflow.ts'
import { outsideNumbers, type Triage } from './triage.ts'
import { sectors } from './triage-form.ts'

interface Props {
  id: string
  form: FormState
  formId: string
  base: Triage
  problems: Workflow['problems']
  /** The place that the code names, from the village up. */
  place: string
  /** What a search by name found. */
  found: { code: string; name: string; within: string | null }[]
  routed: { office: string; why: string }
}

/** What an officer finds out, in the clear. Two who write at once lose nothing. */
export const TriagePage = (props: Props) => {
  const { id, form, formId, base, problems, routed } = props
  const { t, locale, country } = useLanguage()
  return (
    <form method="post" action={`/aduan/${id}/triase`} class="stack loose" novalidate>
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="base" value={JSON.stringify(base)} />
      <Notice tone="info" title={t('triage.suggested', { office: routed.office })}>
        <p>{t('case.routed', { why: routed.why })}</p>
      </Notice>
      <Choices
        kind="checkbox"
        grid
        form={form}
        name="problems"
        label={t('triage.problems')}
        options={problems.map(({ id: value, label, bp2mi, banten }) => ({
          value,
          label: label[locale],
          hint: [bp2mi && `BP2MI: ${bp2mi}`, banten && `Banten: ${banten}`].filter(Boolean).join(' · '),
        }))}
      />
      <Choices
        kind="radio"
        form={form}
        name="urgency"
        label={t('triage.urgency')}
        options={urgencies.map(value => ({ value, label: t(`triage.urgency-${value}`) }))}
      />
      <div class="pair">
        <Select
          form={form}
          name="stage"
          label={t('triage.stage')}
          options={stages.map(value => ({ value, label: t(`case.stage-${value}`) }))}
        />
        <DateInput form={form} name="departsOn" label={t('triage.departs')} optional={t('report.optional')} />
        <Select
          form={form}
          name="procedural"
          label={t('triage.procedural')}
          options={procedural.map(value => ({ value, label: t(`triage.procedural-${value}`) }))}
        />
        <Select
          form={form}
          name="destination"
          label={t('triage.destination')}
          empty={t('triage.unknown')}
          options={countries.map(value => ({ value, label: country(value) }))}
        />
        <Select
          form={form}
          name="sector"
          label={t('triage.sector')}
          empty={t('triage.unknown')}
          options={sectors.map(value => ({ value, label: t(`triage.sector-${value}`) }))}
        />
      </div>
      <Origin {...props} />
      <div class="pair">
        {outsideNumbers.map(name => (
          <TextInput
            form={form}
            name={name}
            label={t(`triage.${name}`)}
            optional={t('report.optional')}
            maxlength={40}
          />
        ))}
      </div>
      <FormActions>
        <Button>{t('triage.save')}</Button>
        <a href={`/aduan/${id}`}>{t('case.back')}</a>
      </FormActions>
    </form>
  )
}

const Origin = ({ form, place, found }: Props) => {
  const { t } = useLanguage()
  return (
    <div class="stack">
      <TextInput
        form={form}
        name="originCode"
        label={t('triage.origin')}
        hint={place ? t('triage.origin-is', { place }) : t('triage.origin-hint')}
        short
      />
      <div class="row end">
        <TextInput form={form} name="search" label={t('triage.search')} />
        <button class="btn plain" name="look" value="yes">
          {t('triage.look')}
        </button>
      </div>
      {found.length > 0 && (
        <Choices
          kind="radio"
          form={form}
          name="foundCode"
          label={t('triage.found')}
          options={found.map(({ code, name, within }) => ({
            value: code,
            label: name,
            hint: `${within ?? ''} · ${code}`,
          }))}
        />
      )}
    </div>
  )
}
