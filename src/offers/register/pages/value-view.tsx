import { useLanguage } from '../../../platform/i18n/language.tsx'
import type { Field } from '../import/fields.ts'
import type { LicenceState } from '../register.ts'

/** A value of the register as people read it. */
export const ValueOf = ({ field, value }: { field: Field; value: string | number | null | undefined }) => {
  const { t, shortDay, country } = useLanguage()
  if (value === null || value === undefined) return t('register.not-said')
  if (field === 'valid_from' || field === 'valid_until') return shortDay(String(value))
  if (field === 'state') return t(`register.state.${value as LicenceState}`)
  return field === 'country' ? country(String(value)) : String(value)
}
