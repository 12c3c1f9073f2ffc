import { useLanguage } from '../../platform/i18n/language.tsx'
import { Field, type FormState, Select, TextInput } from '../../ui/index.ts'
import { reporterRoles } from '../complaint.ts'
import { countries } from '../countries.ts'

/** Questions that a reporter answers and an officer takes down in the same words. */
interface FieldsProps {
  form: FormState
}

export const WhoWhereFields = ({
  form,
  districts,
}: FieldsProps & { districts: { code: string; name: string }[] }) => {
  const { t, country } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <TextInput
        form={form}
        name="worker"
        label={t('report.worker')}
        hint={t('report.worker-hint')}
        optional={optional}
        maxlength={120}
      />
      <TextInput
        form={form}
        name="workerPhone"
        type="tel"
        label={t('report.worker-phone')}
        optional={optional}
        maxlength={40}
      />
      <Select
        form={form}
        name="district"
        label={t('report.district')}
        optional={optional}
        empty={t('report.unknown')}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        form={form}
        name="country"
        label={t('report.country')}
        optional={optional}
        empty={t('report.unknown')}
        options={countries.map(code => ({ value: code, label: country(code) }))}
      />
      <TextInput
        form={form}
        name="place"
        label={t('report.place')}
        hint={t('report.place-hint')}
        optional={optional}
        maxlength={300}
      />
    </>
  )
}

export const ReachFields = ({ form }: FieldsProps) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <TextInput
        form={form}
        name="reachAt"
        label={t('report.reach-at')}
        optional={optional}
        maxlength={120}
      />
      <TextInput
        form={form}
        name="reachNote"
        label={t('report.reach-note')}
        hint={t('report.reach-note-hint')}
        optional={optional}
        maxlength={300}
      />
    </>
  )
}

export const RoleField = ({ form, label }: FieldsProps & { label: string }) => {
  const { t } = useLanguage()
  const options = reporterRoles.map(value => ({ value, label: t(`report.role-${value}`) }))
  return <Select form={form} name="role" label={label} value="family" options={options} />
}

export const FilesField = ({ form, label }: FieldsProps & { label?: string }) => {
  const { t } = useLanguage()
  return (
    <Field
      form={form}
      name="files"
      label={label ?? t('report.files-label')}
      hint={t('report.files-hint')}
      optional={t('report.optional')}
    >
      {attributes => <input {...attributes} type="file" multiple accept={filesAccepted} />}
    </Field>
  )
}

const filesAccepted = 'image/jpeg,image/png,image/webp,audio/*,video/mp4,video/3gpp,application/pdf,.docx'
