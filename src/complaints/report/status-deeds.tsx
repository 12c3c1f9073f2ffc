import { useLanguage } from '../../platform/i18n/language.tsx'
import { TextArea } from '../../ui/index.ts'
import { FilesField } from './report-fields.tsx'
import type { StatusProps } from './status-page.tsx'

/** Sent twice it is said once. */
const FormId = ({ form }: Pick<StatusProps, 'form'>) => (
  <input
    type="hidden"
    name="form"
    value={typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()}
  />
)

const OwnNumber = ({ digits }: Pick<StatusProps, 'digits'>) => (
  <input type="hidden" name="number" value={digits} />
)

export const Reply = ({ digits, form }: StatusProps) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/nomor/balas" enctype="multipart/form-data" class="stack" novalidate>
      <OwnNumber digits={digits} />
      <FormId form={form} />
      <TextArea form={form} name="message" label={t('status.reply')} hint={t('status.reply-hint')} />
      <FilesField form={form} />
      <div class="actions">
        <button class="btn">{t('status.send')}</button>
      </div>
    </form>
  )
}

export const Contest = ({ digits, form }: StatusProps) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/nomor/keberatan" class="panel stack" novalidate>
      <h2>{t('status.not-satisfied')}</h2>
      <OwnNumber digits={digits} />
      <FormId form={form} />
      <TextArea
        form={form}
        name="objection"
        label={t('status.objection')}
        hint={t('status.objection-hint')}
      />
      <div class="actions">
        <button class="btn plain">{t('status.contest')}</button>
      </div>
    </form>
  )
}

export const Withdraw = ({ digits }: StatusProps) => {
  const { t } = useLanguage()
  return (
    <details>
      <summary>{t('status.withdraw')}</summary>
      <form method="post" action="/nomor/cabut" class="stack tight">
        <p>{t('status.withdraw-text')}</p>
        <OwnNumber digits={digits} />
        <div class="actions">
          <button class="btn plain danger">{t('status.withdraw-do')}</button>
        </div>
      </form>
    </details>
  )
}

export const ChangeNumber = ({ digits }: StatusProps) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/nomor/ganti" class="panel stack">
      <h2>{t('status.change')}</h2>
      <p>{t('status.change-text')}</p>
      <OwnNumber digits={digits} />
      <div class="actions">
        <button class="btn">{t('status.change-do')}</button>
      </div>
    </form>
  )
}
