import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  ErrorSummary,
  Fieldset,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { reachWays, situations } from '../report/form.ts'
import { ReceiptNumber } from '../report/receipt-number.tsx'
import { FilesField, ReachFields, RoleField, WhoWhereFields } from '../report/report-fields.tsx'
import { staffChannels } from './intake.ts'

interface Props {
  form: FormState
  formId: string
  districts: { code: string; name: string }[]
}

/** A report that somebody tells an officer: the same five questions, and how it came. */
export const IntakePage = ({ form, formId, districts }: Props) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <form
      method="post"
      action="/aduan/baru"
      enctype="multipart/form-data"
      class="stack loose"
      novalidate
      data-once
    >
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      <Fieldset legend={t('intake.how')}>
        <Select
          form={form}
          name="channel"
          label={t('intake.channel')}
          empty={t('custody.choose')}
          options={staffChannels.map(value => ({ value, label: t(`case.channel-${value}`) }))}
        />
        <RoleField form={form} label={t('intake.role')} />
      </Fieldset>
      <Fieldset legend={t('report.what')}>
        <TextArea form={form} name="story" label={t('intake.story')} hint={t('intake.story-hint')} rows={8} />
        <Select
          form={form}
          name="situation"
          label={t('report.situation')}
          value="asking"
          options={situations.map(value => ({ value, label: t(`report.situation-${value}`) }))}
        />
        <Checkbox form={form} name="danger" label={t('report.in-danger')} />
        <DateInput form={form} name="departs" label={t('report.departs')} optional={optional} />
      </Fieldset>
      <Fieldset legend={t('report.who-where')}>
        <WhoWhereFields form={form} districts={districts} />
      </Fieldset>
      <Fieldset legend={t('intake.reporter')}>
        <TextInput form={form} name="reporter" label={t('intake.reporter-name')} optional={optional} />
        <Select
          form={form}
          name="reach"
          label={t('report.reach-how')}
          value="none"
          options={reachWays.map(value => ({ value, label: t(`report.reach-${value}`) }))}
        />
        <ReachFields form={form} />
        <FilesField form={form} />
      </Fieldset>
      <FormActions>
        <Button>{t('intake.take')}</Button>
        <a href="/aduan">{t('inbox.back')}</a>
      </FormActions>
    </form>
  )
}

/** The number of a report that an officer took, once: for the person who told it. */
export const HandOutPage = ({ receipt, id }: { receipt: string; id: string }) => {
  const { t } = useLanguage()
  return (
    <section class="panel stack">
      <p>{t('intake.hand-out')}</p>
      <ReceiptNumber receipt={receipt} />
      <p>{t('intake.must-change')}</p>
      <p class="small quiet">{t('receipt.shown-once')}</p>
      <div class="actions">
        <ButtonLink href={`/aduan/${id}`}>{t('intake.to-case')}</ButtonLink>
      </div>
    </section>
  )
}
