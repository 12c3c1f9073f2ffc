import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Checkbox,
  ErrorSummary,
  FileInput,
  FormActions,
  type FormState,
  Panel,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import type { Version } from '../article.ts'
import { quoteCount } from './form.ts'

interface FormProps {
  form: FormState
  formId: string
  id: number
  seen: number
  version: Version
  correcting: boolean
  /** What is typed can be kept by hand only: the article has been submitted or withdrawn meanwhile. */
  closed: boolean
}

export const ArticleForm = ({ form, formId, id, seen, version, correcting, closed }: FormProps) => {
  const { t } = useLanguage()
  return (
    <form
      method="post"
      action={`/redaksi/${id}/ubah`}
      enctype="multipart/form-data"
      class="stack loose"
      novalidate
      data-once
    >
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="seen" value={seen} />
      {correcting && (
        <TextArea
          form={form}
          name="changeNote"
          label={t('news.change-note')}
          hint={t('news.change-note-hint')}
          value={version.state === 'released' ? '' : version.changeNote}
          rows={2}
        />
      )}
      <TextInput form={form} name="title" label={t('news.title')} value={version.title} maxlength={140} />
      <TextArea
        form={form}
        name="body"
        label={t('news.body')}
        hint={t('news.body-hint')}
        value={version.body}
        rows={16}
      />
      {Array.from({ length: quoteCount }, (_, index) => (
        <QuoteFields form={form} index={index} version={version} />
      ))}
      <PictureFields form={form} version={version} />
      {!closed && (
        <FormActions>
          <button class="btn">{t('news.save')}</button>
        </FormActions>
      )}
    </form>
  )
}

const QuoteFields = ({ form, index, version }: { form: FormState; index: number; version: Version }) => {
  const { t } = useLanguage()
  const quote = version.quotes[index]
  return (
    <Panel title={t('news.quote', { number: index + 1 })}>
      <TextArea
        form={form}
        name={`words.${index}`}
        label={t('news.quote-words')}
        value={quote?.words ?? ''}
        rows={3}
      />
      <TextInput form={form} name={`person.${index}`} label={t('news.quote-person')} value={quote?.person} />
      <TextInput form={form} name={`office.${index}`} label={t('news.quote-office')} value={quote?.office} />
    </Panel>
  )
}

const PictureFields = ({ form, version }: { form: FormState; version: Version }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('news.picture')}>
      <FileInput
        form={form}
        name="picture"
        label={t('news.picture-file')}
        hint={t(version.picture ? 'news.picture-kept' : 'news.picture-hint')}
        accept="image/png,image/jpeg,image/webp"
      />
      {version.picture && <Checkbox form={form} name="dropPicture" label={t('news.picture-drop')} />}
      <TextArea
        form={form}
        name="pictureAlt"
        label={t('news.picture-alt')}
        hint={t('news.picture-alt-hint')}
        value={version.pictureAlt}
        rows={2}
      />
      <TextInput
        form={form}
        name="pictureConsent"
        label={t('news.picture-consent')}
        hint={t('news.picture-consent-hint')}
        value={version.pictureConsent}
      />
    </Panel>
  )
}
