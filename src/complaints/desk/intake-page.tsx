import { useLanguage } from '../../platform/i18n/language.tsx'
import { groupReceipt } from '../../platform/vault/index.ts'
import {
  Button,
  ButtonLink,
  Checkbox,
  CopyText,
  DateInput,
  ErrorSummary,
  Field,
  Fieldset,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { reporterRoles } from '../complaint.ts'
import { countries } from '../countries.ts'
import { reachWays, situations } from '../report/form.ts'
import { filesAccepted } from '../report/report-page.tsx'
import { staffChannels } from './intake.ts'

interface Props {
  form: FormState
  formId: string
  districts: { code: string; name: string }[]
}

/** A report that somebody tells an officer: the same five questions, and how it came. */
export const IntakePage = ({ form, formId, districts }: Props) => {
  const { t, country } = useLanguage()
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
        <Select
          form={form}
          name="role"
          label={t('intake.role')}
          value="family"
          options={reporterRoles.map(value => ({ value, label: t(`report.role-${value}`) }))}
        />
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
        <TextInput
          form={form}
          name="worker"
          label={t('report.worker')}
          hint={t('report.worker-hint')}
          optional={optional}
        />
        <TextInput
          form={form}
          name="workerPhone"
          label={t('report.worker-phone')}
          type="tel"
          optional={optional}
        />
        <TextInput form={form} name="place" label={t('report.place')} optional={optional} />
        <Select
          form={form}
          name="district"
          label={t('report.district')}
          empty={t('report.unknown')}
          options={districts.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          form={form}
          name="country"
          label={t('report.country')}
          empty={t('report.unknown')}
          options={countries.map(value => ({ value, label: country(value) }))}
        />
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
        <TextInput form={form} name="reachAt" label={t('report.reach-at')} optional={optional} />
        <TextInput
          form={form}
          name="reachNote"
          label={t('report.reach-note')}
          hint={t('report.reach-note-hint')}
          optional={optional}
        />
        <Field
          form={form}
          name="files"
          label={t('report.files-label')}
          hint={t('report.files-hint')}
          optional={optional}
        >
          {attributes => <input {...attributes} type="file" multiple accept={filesAccepted} />}
        </Field>
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
  const digits = groupReceipt(receipt)
  return (
    <section class="panel stack">
      <p>{t('intake.hand-out')}</p>
      <p class="receipt num" translate={false}>
        <strong>{digits}</strong>
      </p>
      <CopyText
        id="number"
        label={t('receipt.number')}
        copy={t('receipt.copy')}
        copied={t('receipt.copied')}
        rows={1}
        text={digits}
      />
      <p>{t('intake.must-change')}</p>
      <p class="small quiet">{t('receipt.shown-once')}</p>
      <div class="actions">
        <ButtonLink href={`/aduan/${id}`}>{t('intake.to-case')}</ButtonLink>
      </div>
    </section>
  )
}
