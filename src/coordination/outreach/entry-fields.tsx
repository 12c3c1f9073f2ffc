import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, type FormState, Select, TextInput } from '../../ui/index.ts'
import { type Audience, audiences } from '../programme/activity.ts'

export const sexes = ['f', 'm', 'unsaid'] as const

/** What is asked of one who comes: nothing by which somebody could be reached. */
export const EntryFields = ({ form, audience }: { form: FormState; audience: Audience }) => {
  const { t } = useLanguage()
  return (
    <>
      <TextInput
        form={form}
        name="name"
        label={t('session.name')}
        hint={t('session.name-hint')}
        maxlength={80}
        autocomplete="off"
      />
      <TextInput
        form={form}
        name="origin"
        label={t('session.origin')}
        optional={t('activity.optional')}
        maxlength={120}
        autocomplete="off"
      />
      <Choices
        kind="radio"
        form={form}
        name="sex"
        label={t('session.sex')}
        value="unsaid"
        options={sexes.map(sex => ({ value: sex, label: t(`session.sex-${sex}`) }))}
      />
      <Select
        form={form}
        name="audience"
        label={t('session.is')}
        value={audience}
        options={audiences.map(one => ({ value: one, label: t(`activity.audience-${one}`) }))}
      />
    </>
  )
}
