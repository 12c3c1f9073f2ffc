import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, DateInput, Panel, Select, Steps, TextArea } from '../../ui/index.ts'
import type { CaseProps } from './case-page.tsx'

/** Clarifications, mediation, sanction: planned or done, each with a note for the offices. */
export const StepsPanel = (props: CaseProps) => {
  const { steps, rules, complaint, form, mayWork } = props
  const { t, locale, shortDay } = useLanguage()
  const label = (step: string) => rules.steps.find(({ id }) => id === step)?.label[locale] ?? step
  const isOpen = ['received', 'accepted', 'waiting'].includes(complaint.state)
  return (
    <Panel title={t('step.title')}>
      {steps.length === 0 && <p class="quiet">{t('step.none')}</p>}
      <Steps
        items={steps.map(({ step, plannedOn, doneOn }) => ({
          title: label(step),
          detail: doneOn
            ? t('step.done-on', { day: shortDay(doneOn) })
            : plannedOn
              ? t('step.planned-on', { day: shortDay(plannedOn) })
              : '',
          state: doneOn ? ('done' as const) : ('now' as const),
        }))}
      />
      {mayWork &&
        isOpen &&
        steps
          .filter(({ doneOn }) => !doneOn)
          .map(({ id, step }) => (
            <form method="post" action={`/aduan/${complaint.id}/langkah/${id}`} data-once>
              <Button kind="quiet">{t('step.finish', { step: label(step) })}</Button>
            </form>
          ))}
      {mayWork && isOpen && (
        <details open={Boolean(form.errors.step || form.errors.plannedOn || form.errors.doneOn)}>
          <summary>{t('step.record')}</summary>
          <StepForm {...props} />
        </details>
      )}
    </Panel>
  )
}

const StepForm = ({ rules, complaint, form, formId }: CaseProps) => {
  const { t, locale } = useLanguage()
  return (
    <form method="post" action={`/aduan/${complaint.id}/langkah`} class="stack" novalidate data-once>
      <input type="hidden" name="form" value={formId} />
      <Select
        form={form}
        name="step"
        label={t('step.which')}
        empty={t('step.choose')}
        options={rules.steps.map(({ id, label }) => ({ value: id, label: label[locale] }))}
      />
      <DateInput form={form} name="plannedOn" label={t('step.planned')} optional={t('report.optional')} />
      <DateInput form={form} name="doneOn" label={t('step.done')} optional={t('report.optional')} />
      <TextArea form={form} name="stepNote" label={t('step.note')} rows={3} optional={t('report.optional')} />
      <div class="actions">
        <Button kind="quiet">{t('step.save')}</Button>
      </div>
    </form>
  )
}
