import { useLanguage } from '../../platform/i18n/language.tsx'
import { FormActions, type FormState, Notice } from '../../ui/index.ts'
import type { LetterKind } from './letter.ts'
import { Carried } from './letter-page.tsx'

interface PreviewProps {
  complaintId: string
  kind: LetterKind
  form: FormState
  /** The pages as one drawing; nothing when they are too many to show here. */
  picture: string | undefined
  full: boolean
}

/** The letter as it will be, before it has a number. */
export const PreviewPage = ({ complaintId, kind, form, picture, full }: PreviewProps) => {
  const { t } = useLanguage()
  const base = `/aduan/${complaintId}/surat/${kind}`
  return (
    <form method="post" action={base} class="stack loose" data-once>
      {full && <Notice tone="warn">{t('letters.full')}</Notice>}
      <p>{t('letters.number-later')}</p>
      <Carried form={form} names={Object.keys(form.values)} />
      <FormActions>
        <button class="btn">{t('letters.give-number')}</button>
        <button class="btn plain" formaction={`${base}/lihat`} formtarget="_blank">
          {t('letters.open-preview')}
        </button>
        <button class="btn plain" formaction={`${base}/ubah`}>
          {t('letters.change')}
        </button>
      </FormActions>
      {picture && (
        <img
          class="paper"
          src={`data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`}
          alt={t('letters.picture')}
        />
      )}
    </form>
  )
}
