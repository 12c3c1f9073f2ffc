import { useLanguage } from '../../platform/i18n/language.tsx'
import { type FormState, TextInput } from '../../ui/index.ts'

interface Props {
  /** What came after /t/, as it was typed. */
  typed: string
}

/** A code that leads nowhere: what may be wrong with it, a place to type it again, and ways on. It never leads elsewhere. */
export const LostLinkPage = ({ typed }: Props) => {
  const { t } = useLanguage()
  const form: FormState = { values: {}, errors: {} }
  return (
    <>
      <h1>{t('link.unknown')}</h1>
      <p>{t('link.unknown-text')}</p>
      {hintFor(typed) && <p>{t(hintFor(typed)!)}</p>}
      <form class="panel stack" action="/t">
        <TextInput
          form={form}
          name="kode"
          label={t('link.again')}
          hint={t('link.again-hint')}
          value={typed.slice(0, 20)}
          autocomplete="off"
          maxlength={20}
          short
        />
        <button class="btn">{t('link.go')}</button>
      </form>
      <ul class="points">
        <li>
          <a href="/k">{t('link.to-gallery')}</a>
        </li>
        <li>
          <a href="/cek">{t('link.to-check')}</a>
        </li>
        <li>
          <a href="/">{t('failure.home')}</a>
        </li>
      </ul>
    </>
  )
}

/** The letters that a code never has are the likeliest to be mistaken for others. */
const hintFor = (typed: string) => {
  if (/[ilo01]/i.test(typed)) return 'link.hint-letters'
  if (typed.length !== 7) return 'link.hint-length'
  return undefined
}
