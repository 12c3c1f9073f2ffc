import { ReceiptNumber } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Fieldset,
  FormActions,
  type FormState,
  Notice,
  TextInput,
} from '../../ui/index.ts'
import { MorePersonFields, PersonFields, PlaceFields, WorkFields } from './fields.tsx'
import { ConsentField, WishFields } from './wish-fields.tsx'

interface Props {
  form: FormState
  districts: { code: string; name: string }[]
}

/** Somebody at the counter, written down by an officer. */
export const NewReturneePage = ({ form, districts, formId }: Props & { formId: string }) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/purna/baru" class="stack loose" novalidate data-once autocomplete="off">
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <input type="hidden" name="form" value={formId} />
      <Fieldset legend={t('returnees.who')}>
        <PersonFields form={form} />
        <MorePersonFields form={form} />
        <PlaceFields form={form} districts={districts} />
        <TextInput
          form={form}
          name="address"
          label={t('returnees.address')}
          optional={t('report.optional')}
          maxlength={300}
        />
      </Fieldset>
      <CodesFieldsets form={form} />
      <FormActions>
        <Button>{t('returnees.keep')}</Button>
        <a href="/purna">{t('returnees.back')}</a>
      </FormActions>
    </form>
  )
}

export const CodesFieldsets = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <>
      <Fieldset legend={t('returnees.wish-title')}>
        <WishFields form={form} />
      </Fieldset>
      <Fieldset legend={t('returnees.work')}>
        <WorkFields form={form} />
      </Fieldset>
      <ConsentField form={form} />
    </>
  )
}

/** The codes of a record, changed. Who it is stays as it was sealed. */
export const EditPage = ({ id, form, districts }: Props & { id: string }) => {
  const { t } = useLanguage()
  return (
    <form method="post" action={`/purna/${id}/ubah`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.version && <Notice tone="danger" title={form.errors.version} />}
      <input type="hidden" name="version" value={String(form.values.version ?? '')} />
      <Fieldset legend={t('returnees.who')}>
        <PlaceFields form={form} districts={districts} />
      </Fieldset>
      <CodesFieldsets form={form} />
      <FormActions>
        <Button>{t('form.save')}</Button>
        <a href={`/purna/${id}`}>{t('returnees.back-to-record')}</a>
      </FormActions>
    </form>
  )
}

/** The number for the person, once: who wrote it down has seen it, so it is changed at the first use. */
export const HandOutPage = ({ receipt, id }: { receipt: string; id: string }) => {
  const { t } = useLanguage()
  return (
    <section class="panel stack">
      <p>{t('intake.hand-out')}</p>
      <ReceiptNumber receipt={receipt} />
      <p>{t('returnees.must-change')}</p>
      <p class="small quiet">{t('receipt.shown-once')}</p>
      <div class="actions">
        <ButtonLink href={`/purna/${id}`}>{t('returnees.to-record')}</ButtonLink>
      </div>
    </section>
  )
}
