import type { Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Door,
  Doors,
  ErrorSummary,
  FileInput,
  FormActions,
  type FormState,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'

interface Props {
  form: FormState
  districts: Office[]
}

/** The three ways in, on one page: words, a picture, or the name of the company; and questions for who has none of them. */
export const CheckPage = ({ form, districts }: Props) => {
  const { t } = useLanguage()
  return (
    <>
      <div class="stack tight">
        <h1>{t('check.title')}</h1>
        <p>{t('check.lead')}</p>
      </div>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action="/cek" enctype="multipart/form-data" class="panel stack loose" data-once>
        <TextArea form={form} name="teks" label={t('check.text')} hint={t('check.text-hint')} rows={7} />
        <FileInput
          form={form}
          name="gambar"
          label={t('check.picture')}
          hint={t('check.picture-hint')}
          accept="image/png,image/jpeg,image/webp"
        />
        <TextInput
          form={form}
          name="perusahaan"
          label={t('check.company')}
          hint={t('check.company-hint')}
          optional={t('check.optional')}
        />
        <DistrictSelect form={form} districts={districts} />
        <FormActions>
          <Button wide>{t('check.now')}</Button>
        </FormActions>
        <p class="small quiet">{t('check.not-kept')}</p>
      </form>
      <Doors label={t('check.other-ways')}>
        <Door href="/cek/tanya" title={t('check.by-questions')} text={t('check.by-questions-text')} />
      </Doors>
    </>
  )
}

export const DistrictSelect = ({ form, districts }: Props) => {
  const { t } = useLanguage()
  return (
    <Select
      form={form}
      name="kantor"
      label={t('check.district')}
      hint={t('check.district-hint')}
      optional={t('check.optional')}
      empty={t('check.district-none')}
      options={districts.map(({ id, shortName }) => ({ value: String(id), label: shortName }))}
    />
  )
}
