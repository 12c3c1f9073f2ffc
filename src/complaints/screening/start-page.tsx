import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  ButtonLink,
  Choices,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Panel,
} from '../../ui/index.ts'
import type { IndicatorSet } from './indicators.ts'

interface StartProps {
  form: FormState
  formId: string
  complaintId: string
  set: IndicatorSet
}

/** Before anything is asked: safety, consent, and the one question that changes all weights. */
export const StartPage = ({ form, formId, complaintId, set }: StartProps) => {
  const { t, locale } = useLanguage()
  const base = `/aduan/${complaintId}/asesmen`
  return (
    <>
      <DangerLink complaintId={complaintId} />
      <Panel title={t('screening.before')}>
        <ul class="dots">
          {set.before.map(({ text }) => (
            <li>{text[locale]}</li>
          ))}
        </ul>
      </Panel>
      <form method="post" action={`${base}/baru`} class="stack loose" data-once>
        <ErrorSummary form={form} title={t('form.summary')} />
        <input type="hidden" name="form" value={formId} />
        <Choices
          form={form}
          name="age"
          kind="radio"
          label={t('screening.age')}
          hint={t('screening.age-hint')}
          options={(['adult', 'child', 'unsure'] as const).map(value => ({
            value,
            label: t(`screening.age-${value}`),
          }))}
        />
        <FormActions>
          <button class="btn">{t('screening.begin')}</button>
          <a href={base}>{t('screening.to-list')}</a>
        </FormActions>
      </form>
      <Notice tone="info">{t('screening.no-verdict')}</Notice>
    </>
  )
}

/** On every page: who is in danger now needs no questions. */
export const DangerLink = ({ complaintId }: { complaintId: string }) => {
  const { t } = useLanguage()
  return (
    <p>
      <ButtonLink kind="danger" href={`/aduan/${complaintId}/asesmen/bahaya`}>
        {t('screening.danger-now')}
      </ButtonLink>
    </p>
  )
}
