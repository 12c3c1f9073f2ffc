import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  TextArea,
} from '../../ui/index.ts'
import type { Workflow } from '../workflow.ts'

interface CloseProps {
  id: string
  form: FormState
  formId: string
  open: Workflow['grounds']
  later: Workflow['grounds']
}

/** Closing: how it ended or why it stops, and what the reporter reads about it. */
export const ClosePage = ({ id, form, formId, open, later }: CloseProps) => {
  const { t, locale, shortDay, list } = useLanguage()
  const option = ({ id: value, label, source, toReporter }: Workflow['grounds'][number]) => ({
    value,
    label: label[locale],
    hint: `${toReporter[locale]} (${source.title}, ${shortDay(source.readOn)}${source.verified ? '' : `; ${t('clock.unverified')}`})`,
  })
  return (
    <form method="post" action={`/aduan/${id}/tutup`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      <Choices
        kind="radio"
        form={form}
        name="ground"
        label={t('close.ground')}
        hint={t('close.ground-hint')}
        options={[...open.filter(({ outcome }) => outcome), ...open.filter(({ outcome }) => !outcome)].map(
          option,
        )}
      />
      {later.length > 0 && (
        <p class="small quiet">
          {t('close.later')} {list(later.map(({ label }) => label[locale]))}
        </p>
      )}
      <TextArea
        form={form}
        name="toReporter"
        label={t('close.to-reporter')}
        hint={t('close.to-reporter-hint')}
        optional={t('close.otherwise-standard')}
        rows={5}
      />
      <FormActions>
        <Button>{t('close.do')}</Button>
        <a href={`/aduan/${id}`}>{t('case.back')}</a>
      </FormActions>
    </form>
  )
}

interface JudgeProps {
  id: string
  form: FormState
  formId: string
  /** The text that closed it, and what the reporter objects. */
  closing: string | undefined
  objection: string | undefined
  ground: string
  contested: boolean
}

/** A closure looked at again, by somebody who did not close it. */
export const JudgePage = ({ id, form, formId, closing, objection, ground, contested }: JudgeProps) => {
  const { t } = useLanguage()
  return (
    <form method="post" action={`/aduan/${id}/putusan`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      <section class="panel stack">
        <h2>{t('judge.closed-on', { ground })}</h2>
        {closing && <p class="pre">{closing}</p>}
        {objection && (
          <>
            <h2>{t('judge.objection')}</h2>
            <p class="pre" dir="auto">
              {objection}
            </p>
          </>
        )}
      </section>
      <Choices
        kind="radio"
        form={form}
        name="verdict"
        label={t('judge.verdict')}
        options={[
          { value: 'reopen', label: t('judge.reopen'), hint: t('judge.reopen-hint') },
          ...(contested ? [{ value: 'uphold', label: t('judge.uphold'), hint: t('judge.uphold-hint') }] : []),
        ]}
      />
      <TextArea form={form} name="toReporter" label={t('judge.to-reporter')} rows={4} />
      <TextArea
        form={form}
        name="reason"
        label={t('judge.reason')}
        optional={t('report.optional')}
        rows={3}
      />
      <FormActions>
        <Button>{t('judge.do')}</Button>
        <a href={`/aduan/${id}`}>{t('case.back')}</a>
      </FormActions>
    </form>
  )
}
