import type { Language } from '../platform/i18n/language.tsx'
import type { ReturneeRow } from './register/queries.ts'
import type { Consent, Need, ReturneeState, skills, waysBack, wishes } from './returnee.ts'

/** P-2026-0012: what a record is called where its name is sealed. */
export const returneeNumber = ({ number, registeredAt }: { number: number; registeredAt: Date }) =>
  `P-${registeredAt.getUTCFullYear()}-${String(number).padStart(4, '0')}`

export const arrivalNumber = ({ number, arrivesOn }: { number: number; arrivesOn: string }) =>
  `K-${arrivesOn.slice(0, 4)}-${String(number).padStart(3, '0')}`

export const stateTone = { active: 'good', withdrawn: 'neutral', same: 'info' } as const satisfies Record<
  ReturneeState,
  string
>

/** The codes of a record, said; the most useful for a programme first. */
export const codesSaid = (row: ReturneeRow, { t, list, country, month }: Language): [string, string][] => {
  const said = (codes: readonly string[], word: (code: string) => string) =>
    codes.length === 0 ? '–' : list(codes.map(word))
  return [
    [t('returnees.needs'), said(row.needs, code => t(`returnees.need-${code as Need}`))],
    [
      t('returnees.skills'),
      said(row.skills, code => t(`returnees.skill-${code as (typeof skills)[number]}`)),
    ],
    [t('returnees.wishes'), said(row.wishes, code => t(`returnees.wish-${code as (typeof wishes)[number]}`))],
    [
      t('returnees.consents'),
      row.consents.map(code => t(`returnees.consent-${code as Consent}`)).join(' · ') || '–',
    ],
    [
      t('returnees.district'),
      [row.origin, row.district].filter((one, at, all) => one && all.indexOf(one) === at).join(', ') || '–',
    ],
    [t('returnees.country'), row.destination ? country(row.destination) : '–'],
    [t('returnees.sector'), row.sector ? t(`triage.sector-${row.sector as 'other'}`) : '–'],
    [t('returnees.month'), row.returnedMonth ? month(row.returnedMonth) : '–'],
    [
      t('returnees.way-back'),
      row.wayBack ? t(`returnees.way-back-${row.wayBack as (typeof waysBack)[number]}`) : '–',
    ],
    [t('returnees.sex'), row.sex ? t(`returnees.sex-${row.sex as 'female'}`) : '–'],
    [t('returnees.age'), row.ageBand ? t(`returnees.age-${row.ageBand as '18-24'}`) : '–'],
  ]
}
