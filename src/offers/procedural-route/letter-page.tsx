import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, ErrorSummary, type FormState, Select, TextInput } from '../../ui/index.ts'
import { letterFields, relations } from './permission-letter.ts'

/** The family permission letter: fill in what one likes, take the paper. */
export const LetterPage = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  const [giver, ...others] = letterFields
  const field = (name: (typeof letterFields)[number]) => (
    <TextInput
      form={form}
      name={name}
      label={t(`route.field.${name}`)}
      optional={t('route.optional')}
      autocomplete="off"
    />
  )
  return (
    <>
      <h1>{t('route.letter-title')}</h1>
      <p>{t('route.letter-how')}</p>
      <p class="quiet">{t('route.letter-private')}</p>
      <ButtonLink kind="quiet" wide href="/jalur/surat-izin/kosong">
        {t('route.letter-blank')}
      </ButtonLink>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action="/jalur/surat-izin" class="stack loose" autocomplete="off">
        {field(giver)}
        <Select
          form={form}
          name="relation"
          label={t('route.field.relation')}
          optional={t('route.optional')}
          empty={t('route.by-hand')}
          options={relations.map(value => ({ value, label: t(`route.relation.${value}`) }))}
        />
        {others.map(field)}
        <button class="btn wide">{t('route.letter-make')}</button>
      </form>
      <p>
        <a href="/jalur">{t('route.back')}</a>
      </p>
    </>
  )
}
