import type { Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Checkbox,
  Choices,
  DateInput,
  ErrorSummary,
  Fieldset,
  type FormState,
  KeepDraft,
  type KeepDraftProps,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { reachWays, situations } from './form.ts'
import { FilesField, ReachFields, RoleField, WhoWhereFields } from './report-fields.tsx'

export interface ReportPageProps {
  form: FormState
  formId: string
  districts: { code: string; name: string }[]
  /** Verified contacts, shown first to whoever is in danger. */
  urgent: { office: Pick<Office, 'name'>; kind: string; value: string; verifiedOn: string }[]
  /** Why it did not arrive; what was typed is all there. */
  failed?: string | undefined
  /** How it waits on the device while there is no line. */
  keep: Omit<KeepDraftProps, 'children'>
}

/** Five questions on one page; everything but the story may be left out. */
export const ReportPage = (props: ReportPageProps) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('report.title')}</h1>
      <p>{t('report.lead')}</p>
      <KeepDraft {...props.keep}>
        <Danger {...props} />
        <ul class="points">
          <li>{t('report.promise-anonymous')}</li>
          <li>{t('report.promise-sealed')}</li>
          <li>{t('report.promise-no-fault')}</li>
        </ul>
        {props.failed && (
          <p class="summary" role="alert">
            {props.failed}
          </p>
        )}
        <ReportForm {...props} />
      </KeepDraft>
    </>
  )
}

const Danger = ({ urgent }: ReportPageProps) => {
  const { t, shortDay } = useLanguage()
  return (
    <details class="panel">
      <summary>
        <b>{t('report.danger-now')}</b>
      </summary>
      <div class="stack tight">
        <p>{t('report.danger-first')}</p>
        {urgent.length === 0 && <p>{t('report.danger-none')}</p>}
        {urgent.map(({ office, kind, value, verifiedOn }) => (
          <p>
            <a
              href={
                kind === 'whatsapp'
                  ? `https://wa.me/${value.replace(/\D/g, '')}`
                  : `tel:${value.replace(/[^\d+]/g, '')}`
              }
            >
              {office.name}: {value}
            </a>
            <br />
            <span class="small quiet">{t('public.verified', { day: shortDay(verifiedOn) })}</span>
          </p>
        ))}
      </div>
    </details>
  )
}

const ReportForm = ({ form, formId, districts }: ReportPageProps) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <form method="post" action="/lapor" enctype="multipart/form-data" class="stack loose" novalidate>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <Fieldset legend={t('report.what')}>
        <TextArea form={form} name="story" label={t('report.story')} hint={t('report.story-hint')} rows={7} />
      </Fieldset>
      <Fieldset legend={t('report.who-where')}>
        <WhoWhereFields form={form} districts={districts} />
      </Fieldset>
      <Fieldset legend={t('report.how-urgent')}>
        <Checkbox form={form} name="danger" label={t('report.in-danger')} />
        <Choices
          form={form}
          name="situation"
          label={t('report.situation')}
          kind="radio"
          options={situations.map(value => ({ value, label: t(`report.situation-${value}`) }))}
        />
        <DateInput form={form} name="departs" label={t('report.departs')} optional={optional} />
      </Fieldset>
      <Fieldset legend={t('report.reach')}>
        <Choices
          form={form}
          name="reach"
          label={t('report.reach-how')}
          hint={t('report.reach-hint')}
          kind="radio"
          value="none"
          options={reachWays.map(value => ({ value, label: t(`report.reach-${value}`) }))}
        />
        <ReachFields form={form} />
        <RoleField form={form} label={t('report.role')} />
        <TextInput
          form={form}
          name="reporter"
          label={t('report.reporter')}
          optional={optional}
          maxlength={120}
        />
      </Fieldset>
      <Fieldset legend={t('report.files')}>
        <FilesField form={form} />
      </Fieldset>
      <div class="actions form-end">
        <button class="btn wide">{t('report.send')}</button>
      </div>
      <p class="small quiet">{t('report.what-then')}</p>
    </form>
  )
}
