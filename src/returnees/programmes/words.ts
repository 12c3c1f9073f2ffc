import type { Language } from '../../platform/i18n/language.tsx'
import type { Need } from '../returnee.ts'
import type { Condition, ConditionField } from './condition.ts'
import { type Reasons, urgencyOf } from './match.ts'
import type { Programme } from './programme.ts'

type Places = ReadonlyMap<string, string>

/** A code under a field, said. */
export const codeSaid = (
  field: ConditionField,
  code: string,
  { t, country }: Language,
  places: Places,
): string => {
  switch (field) {
    case 'needs':
      return t(`returnees.need-${code as Need}`)
    case 'skills':
      return t(`returnees.skill-${code as 'care'}`)
    case 'wishes':
      return t(`returnees.wish-${code as 'rest'}`)
    case 'sex':
      return t(`returnees.sex-${code as 'female'}`)
    case 'ageBand':
      return t(`returnees.age-${code as '18-24'}`)
    case 'wayBack':
      return t(`returnees.way-back-${code as 'finished'}`)
    case 'district':
      return places.get(code) ?? code
    case 'destination':
      return country(code)
  }
}

/** Kebutuhan: pelatihan atau modal usaha. */
export const conditionSaid = (condition: Condition, language: Language, places: Places): string => {
  const { t, list, number } = language
  if (condition.is === 'within') return t('programmes.is-within', { months: condition.months })
  if (condition.is === 'at-least')
    return t('programmes.is-at-least', { age: codeSaid('ageBand', condition.value, language, places) })
  const what = t(`programmes.field-${condition.field}`)
  const codes = condition.values.map(code => codeSaid(condition.field, code, language, places))
  const shown =
    codes.length > 8
      ? [...codes.slice(0, 8), t('programmes.more', { count: number(codes.length - 8) })]
      : codes
  return t(condition.is === 'in' ? 'programmes.is-in' : 'programmes.is-not-in', { what, codes: list(shown) })
}

/** Why somebody stands where they stand, each part with its points. */
export const reasonsSaid = (reasons: Partial<Reasons>, { t, list }: Language): string[] => {
  const { days = 0, waiting = 0, urgent = [], urgency = 0, near = false } = reasons
  const said = urgent
    .filter(code => code in urgencyOf)
    .map(code =>
      wayBacks.has(code) ? t(`returnees.way-back-${code as 'ill'}`) : t(`returnees.need-${code as Need}`),
    )
  return [
    t('programmes.because-waiting', { days, points: waiting }),
    ...(said.length > 0 ? [t('programmes.because-urgent', { what: list(said), points: urgency })] : []),
    ...(near ? [t('programmes.because-near')] : []),
  ]
}

const wayBacks = new Set(['deported', 'ill', 'rescued'])

export const placesSaid = ({ places, taken }: Pick<Programme, 'places' | 'taken'>, { t }: Language) =>
  t('programmes.places-left', { left: places - taken, places })
