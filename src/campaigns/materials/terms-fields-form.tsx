import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, DateInput, Fieldset, type FormState, TextInput } from '../../ui/index.ts'
import { languageName, needsSpeaker } from './language.ts'
import type { Version } from './material.ts'
import type { Seen } from './write-material.ts'

interface Props {
  form: FormState
  version: Version | undefined
}

/** What the writer had before them: whoever wrote meanwhile is not written over. */
export const SeenFields = ({ form, seen }: { form: FormState; seen: Seen }) => (
  <>
    <input type="hidden" name="seen" value={String(form.values.seen ?? seen.number)} />
    <input type="hidden" name="edition" value={String(form.values.edition ?? seen.edition)} />
  </>
)

/** The language of a version, settled once it is written; a regional one names its speaker. */
export const LanguageFields = ({ form, version, languages }: Props & { languages: readonly string[] }) => {
  const { t } = useLanguage()
  const settled = languages.length === 1
  const asksSpeaker = languages.some(needsSpeaker)
  return (
    <>
      {settled ? (
        <input type="hidden" name="language" value={languages[0]} />
      ) : (
        <Choices
          form={form}
          name="language"
          label={t('material.language')}
          kind="radio"
          grid
          value={version?.language ?? 'id'}
          options={languages.map(code => ({ value: code, label: languageName(code, t) }))}
        />
      )}
      {asksSpeaker && (
        <TextInput
          form={form}
          name="speaker"
          label={t('material.speaker')}
          hint={t('material.speaker-hint')}
          value={version?.speaker}
          maxlength={120}
        />
      )}
    </>
  )
}

/** From when and until when, and the words it is found by. */
export const TermsFields = ({ form, version, tags }: Props & { tags: string[] }) => {
  const { t } = useLanguage()
  return (
    <Fieldset legend={t('material.terms')}>
      <div class="trio">
        <DateInput
          form={form}
          name="validFrom"
          label={t('material.valid-from')}
          optional={t('consent.optional')}
          value={version?.validFrom ?? undefined}
        />
        <DateInput
          form={form}
          name="validUntil"
          label={t('material.valid-until')}
          optional={t('consent.optional')}
          value={version?.validUntil ?? undefined}
        />
      </div>
      <p class="hint">{t('material.valid-hint')}</p>
      <TextInput
        form={form}
        name="tags"
        label={t('material.tags')}
        hint={t('material.tags-hint')}
        optional={t('consent.optional')}
        value={tags.join(', ')}
        maxlength={500}
      />
    </Fieldset>
  )
}
