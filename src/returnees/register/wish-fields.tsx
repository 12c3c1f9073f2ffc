import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, type FormState, TextArea } from '../../ui/index.ts'
import { consents, needs, skills, wishes } from '../returnee.ts'

interface FieldsProps {
  form: FormState
}

/** What the person needs, can do and would like; and what it agrees to. */
export const WishFields = ({ form }: FieldsProps) => {
  const { t } = useLanguage()
  return (
    <>
      <Choices
        form={form}
        name="needs"
        label={t('returnees.needs')}
        hint={t('returnees.several')}
        kind="checkbox"
        options={needs.map(value => ({ value, label: t(`returnees.need-${value}`) }))}
      />
      <Choices
        form={form}
        name="skills"
        label={t('returnees.skills')}
        hint={t('returnees.several')}
        kind="checkbox"
        options={skills.map(value => ({ value, label: t(`returnees.skill-${value}`) }))}
      />
      <Choices
        form={form}
        name="wishes"
        label={t('returnees.wishes')}
        hint={t('returnees.several')}
        kind="checkbox"
        options={wishes.map(value => ({ value, label: t(`returnees.wish-${value}`) }))}
      />
      <WordsField form={form} />
    </>
  )
}

const WordsField = ({ form }: FieldsProps) => {
  const { t } = useLanguage()
  return (
    <TextArea
      form={form}
      name="words"
      label={t('returnees.words')}
      hint={t('returnees.words-hint')}
      optional={t('report.optional')}
    />
  )
}

export const ConsentField = ({ form }: FieldsProps) => {
  const { t } = useLanguage()
  return (
    <Choices
      form={form}
      name="consents"
      label={t('returnees.consents')}
      hint={t('returnees.consents-hint')}
      kind="checkbox"
      options={consents.map(value => ({ value, label: t(`returnees.consent-${value}`) }))}
    />
  )
}
