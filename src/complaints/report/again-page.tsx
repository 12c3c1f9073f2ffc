import { useLanguage } from '../../platform/i18n/language.tsx'
import { type FormState, TextArea } from '../../ui/index.ts'
import { NumberField } from './number-page.tsx'

const paths = ['/nomor/balas', '/nomor/keberatan'] as const
type Path = (typeof paths)[number]

/** Whether a form that goes there carries words that would be lost. */
export const isRetold = (path: string): path is Path => (paths as readonly string[]).includes(path)

export interface Retold {
  /** Where the form goes. */
  path: Path
  /** What was typed, the number too. */
  form: FormState
  why: string
}

/** A message that did not arrive, to be sent again: with everything in it, and its number to be corrected if that was wrong. */
export const AgainPage = ({ path, form, why }: Retold) => {
  const { t } = useLanguage()
  const reply = path === '/nomor/balas'
  return (
    <>
      <h1>{t('again.title')}</h1>
      <p class="summary" role="alert">
        {why}
      </p>
      <form method="post" action={path} class="stack" novalidate autocomplete="off">
        {typeof form.values.form === 'string' && <input type="hidden" name="form" value={form.values.form} />}
        <NumberField form={form} />
        <TextArea
          form={form}
          name={reply ? 'message' : 'objection'}
          label={t(reply ? 'status.reply' : 'status.objection')}
          hint={reply ? t('again.files') : t('status.objection-hint')}
        />
        <div class="actions">
          <button class="btn">{t('status.send')}</button>
        </div>
      </form>
    </>
  )
}
