import { countries, sectors } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { type FormState, Select, TextInput } from '../../ui/index.ts'
import { sexes, waysBack } from '../returnee.ts'

interface FieldsProps {
  form: FormState
}
type WithDistricts = FieldsProps & { districts: { code: string; name: string }[] }

/** Who it is: everything here is sealed. */
export const PersonFields = ({ form }: FieldsProps) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <TextInput form={form} name="name" label={t('returnees.name')} autocomplete="name" maxlength={120} />
      <TextInput
        form={form}
        name="bornOn"
        label={t('identity.bornOn')}
        hint={t('returnees.born-hint')}
        optional={optional}
        maxlength={60}
        short
      />
      <TextInput
        form={form}
        name="phone"
        type="tel"
        label={t('returnees.phone')}
        optional={optional}
        maxlength={40}
      />
      <TextInput
        form={form}
        name="nik"
        label={t('identity.nik')}
        hint={t('returnees.nik-hint')}
        optional={optional}
        inputmode="numeric"
        maxlength={40}
      />
    </>
  )
}

/** What only an officer asks for. */
export const MorePersonFields = ({ form }: FieldsProps) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <TextInput
        form={form}
        name="passport"
        label={t('identity.passport')}
        optional={optional}
        maxlength={20}
      />
      <TextInput
        form={form}
        name="family"
        label={t('returnees.family')}
        optional={optional}
        maxlength={200}
      />
    </>
  )
}

export const PlaceFields = ({ form, districts }: WithDistricts) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <Select
        form={form}
        name="district"
        label={t('returnees.district')}
        empty={t('returnees.unknown')}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextInput
        form={form}
        name="village"
        label={t('returnees.village')}
        optional={optional}
        maxlength={80}
      />
    </>
  )
}

/** Where the person worked, and how and when it ended. */
export const WorkFields = ({ form }: FieldsProps) => {
  const { t, country } = useLanguage()
  const optional = t('report.optional')
  const empty = t('returnees.unknown')
  return (
    <>
      <Select
        form={form}
        name="country"
        label={t('returnees.country')}
        optional={optional}
        empty={empty}
        options={countries.map(code => ({ value: code, label: country(code) }))}
      />
      <Select
        form={form}
        name="sector"
        label={t('returnees.sector')}
        optional={optional}
        empty={empty}
        options={sectors.map(value => ({ value, label: t(`triage.sector-${value}`) }))}
      />
      <TextInput
        form={form}
        type="month"
        name="month"
        label={t('returnees.month')}
        hint={t('returnees.month-hint')}
        optional={optional}
        maxlength={7}
        short
      />
      <Select
        form={form}
        name="wayBack"
        label={t('returnees.way-back')}
        optional={optional}
        empty={empty}
        options={waysBack.map(value => ({ value, label: t(`returnees.way-back-${value}`) }))}
      />
      <Select
        form={form}
        name="sex"
        label={t('returnees.sex')}
        optional={optional}
        empty={empty}
        options={sexes.map(value => ({ value, label: t(`returnees.sex-${value}`) }))}
      />
    </>
  )
}
