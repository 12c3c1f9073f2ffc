import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, type FormState, Panel, TextArea } from '../../ui/index.ts'
import { setIn } from '../materials/language.ts'
import type { Version } from '../materials/material.ts'
import type { Design } from './design.ts'

interface FieldProps {
  form: FormState
  version: Version | undefined
}

/** Which design carries the words, each shown with words of its own. */
export const DesignField = ({ form, version, designs }: FieldProps & { designs: Design[] }) => {
  const { t, locale } = useLanguage()
  return (
    <Choices
      form={form}
      name="design"
      label={t('material.design')}
      kind="radio"
      grid
      value={version?.design ?? designs[0]?.key ?? ''}
      options={designs.map(({ key, name, hint, example }) => ({
        value: key,
        label: name[locale],
        hint: hint[locale],
        ...(example.headline && { picture: `/rancangan/${key}/432` }),
      }))}
    />
  )
}

/** What is said on the air; without it the poster's words are read. */
export const RadioFields = ({ form, version }: FieldProps) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('radio.title')}>
      <p class="quiet">{t('radio.explained')}</p>
      <TextArea
        form={form}
        name="radio30"
        spoken={version && setIn(version.language)}
        label={t('radio.thirty')}
        hint={t('radio.placeholders')}
        value={version?.radio.thirty ?? ''}
        rows={4}
      />
      <TextArea
        form={form}
        name="radio60"
        spoken={version && setIn(version.language)}
        label={t('radio.sixty')}
        hint={t('radio.placeholders')}
        value={version?.radio.sixty ?? ''}
        rows={7}
      />
    </Panel>
  )
}
