import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Choices,
  ErrorSummary,
  FileInput,
  type FormState,
  Panel,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { CaptionFields } from '../captions/captions-form.tsx'
import type { Design } from '../designs/design.ts'
import { DesignField, RadioFields } from '../designs/design-fields.tsx'
import { setIn } from './language.ts'
import { edges, fits, type Version } from './material.ts'
import { LanguageFields, SeenFields, TermsFields } from './terms-fields-form.tsx'
import type { Seen } from './write-material.ts'

interface FormProps {
  form: FormState
  action: string
  formId: string
  title?: string
  tags?: string[]
  version?: Version
  /** What is written over; nothing while it is new. */
  seen?: Seen | undefined
  /** The languages to choose from; one alone is settled. */
  languages: readonly string[]
  designs: Design[]
}

export const MaterialForm = (props: FormProps) => {
  const { form, action, formId, title, tags = [], version, seen, languages, designs } = props
  const { t } = useLanguage()
  // While it is new, its language is chosen further down.
  const spoken = version && setIn(version.language)
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      class="stack loose any-script"
      novalidate
      data-once
    >
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      {seen && <SeenFields form={form} seen={seen} />}
      <TextInput
        form={form}
        name="title"
        label={t('material.title-field')}
        hint={t('material.title-hint')}
        value={title}
        maxlength={120}
      />
      <DesignField form={form} version={version} designs={designs} />
      <TextInput
        form={form}
        name="headline"
        spoken={spoken}
        label={t('material.headline')}
        hint={t('material.headline-hint')}
        value={version?.headline}
        maxlength={90}
      />
      <TextArea
        form={form}
        name="points"
        spoken={spoken}
        label={t('material.points')}
        hint={t('material.points-hint')}
        value={version?.points.join('\n') ?? ''}
        rows={5}
      />
      <TextInput
        form={form}
        name="callToAction"
        spoken={spoken}
        label={t('material.call')}
        hint={t('material.call-hint')}
        value={version?.callToAction}
        maxlength={80}
      />
      <Panel title={t('material.artwork')}>
        <FileInput
          form={form}
          name="artwork"
          label={t('material.artwork-file')}
          hint={t(version?.artwork ? 'material.artwork-kept' : 'material.artwork-hint')}
          accept="image/png,image/jpeg,image/webp"
        />
        <Choices
          form={form}
          name="edge"
          label={t('material.edge')}
          kind="radio"
          grid
          value={version?.artwork?.edge ?? 'bottom'}
          options={edges.map(edge => ({ value: edge, label: t(`material.edge.${edge}`) }))}
        />
        <Choices
          form={form}
          name="fit"
          label={t('material.fit')}
          kind="radio"
          grid
          value={version?.artwork?.fit ?? 'cover'}
          options={fits.map(fit => ({ value: fit, label: t(`material.fit.${fit}`) }))}
        />
      </Panel>
      <CaptionFields
        form={form}
        spoken={spoken}
        caption={version?.caption ?? ''}
        captions={version?.captions ?? {}}
      />
      <TextArea
        form={form}
        name="altText"
        spoken={spoken}
        label={t('material.alt')}
        hint={t('material.alt-hint')}
        value={version?.altText ?? ''}
        rows={2}
      />
      <LanguageFields form={form} languages={languages} version={version} />
      <RadioFields form={form} version={version} />
      <TermsFields form={form} version={version} tags={tags} />
      <div class="actions">
        <button class="btn">{t('material.save')}</button>
      </div>
    </form>
  )
}
