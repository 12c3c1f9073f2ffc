import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Choices, FormActions, type FormState, Notice } from '../../ui/index.ts'
import type { Workflow } from '../workflow.ts'
import { type Clash, type Triage, triageFields } from './triage.ts'

interface Props {
  id: string
  clash: Clash
  problems: Workflow['problems']
}

/** Two wrote the same at once: both stand here, side by side, and the second chooses. Nothing of either is lost. */
export const ClashPage = ({ id, clash: { fields, now, merged }, problems }: Props) => {
  const { t, locale, shortDay, country, list } = useLanguage()
  const shown = (field: keyof Triage, value: Triage[keyof Triage]): string => {
    if (value === '' || value.length === 0) return t('clash.empty')
    if (Array.isArray(value))
      return list(value.map(code => problems.find(({ id: own }) => own === code)?.label[locale] ?? code))
    if (field === 'departsOn') return shortDay(value)
    if (field === 'destination') return country(value)
    if (field === 'stage') return t(`case.stage-${value as 'abroad'}`)
    if (field === 'urgency') return t(`triage.urgency-${value as 'danger'}`)
    if (field === 'procedural') return t(`triage.procedural-${value as 'yes'}`)
    return value
  }
  return (
    <form method="post" action={`/aduan/${id}/triase`} class="stack loose" novalidate>
      <Notice tone="warn" title={t('clash.title')}>
        <p>{t('clash.text')}</p>
      </Notice>
      <input type="hidden" name="base" value={JSON.stringify(now)} />
      <input type="hidden" name="mine" value={JSON.stringify(merged)} />
      {triageFields
        .filter(field => fields.includes(field))
        .map(field => (
          <Choices
            kind="radio"
            form={untouched}
            name={`choose-${field}`}
            label={t(`clash.field-${field}`)}
            value="mine"
            options={[
              { value: 'mine', label: shown(field, merged[field]), hint: t('clash.mine') },
              { value: 'theirs', label: shown(field, now[field]), hint: t('clash.theirs') },
            ]}
          />
        ))}
      <FormActions>
        <Button>{t('clash.save')}</Button>
        <a href={`/aduan/${id}`}>{t('case.back')}</a>
      </FormActions>
    </form>
  )
}

const untouched: FormState = { values: {}, errors: {} }
