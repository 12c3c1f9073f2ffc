import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, DateInput, FileInput, type FormState, TextArea, TextInput } from '../../ui/index.ts'
import { channels } from '../channel.ts'
import { consentKinds } from './consent.ts'

/** The questions of one entry: who, of what kind, for what, until when, and what proves it. */
export const ConsentFields = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <>
      <Choices
        form={form}
        name="kind"
        label={t('consent.kind')}
        kind="radio"
        options={consentKinds.map(value => ({
          value,
          label: t(`consent.kind.${value}`),
          hint: t(`consent.kind.${value}-hint`),
        }))}
      />
      <TextInput
        form={form}
        name="who"
        label={t('consent.who')}
        hint={t('consent.who-hint')}
        maxlength={160}
      />
      <TextInput
        form={form}
        name="guardian"
        label={t('consent.guardian')}
        hint={t('consent.guardian-hint')}
        optional={t('consent.optional')}
        maxlength={160}
      />
      <Choices
        form={form}
        name="channels"
        label={t('consent.scope')}
        hint={t('consent.scope-hint')}
        optional={t('consent.optional')}
        kind="checkbox"
        grid
        options={channels.map(value => ({ value, label: t(`channel.${value}`) }))}
      />
      <DateInput
        form={form}
        name="validUntil"
        label={t('consent.valid-until')}
        hint={t('consent.valid-until-hint')}
        optional={t('consent.optional')}
      />
      <FileInput
        form={form}
        name="proof"
        label={t('consent.proof')}
        hint={t('consent.proof-hint')}
        optional={t('consent.optional')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
      />
      <TextArea form={form} name="note" label={t('consent.note')} optional={t('consent.optional')} rows={2} />
    </>
  )
}
