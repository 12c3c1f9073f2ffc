/** What lists hold: companies (P3MI), their branches, their job orders. */
export const entryKinds = ['company', 'branch', 'job-order'] as const
export type EntryKind = (typeof entryKinds)[number]

export type Field =
  | 'licence'
  | 'name'
  | 'state'
  | 'validUntil'
  | 'validFrom'
  | 'address'
  | 'city'
  | 'phone'
  | 'number'
  | 'country'
  | 'job'
  | 'quota'

export type Fields = Partial<Record<Field, string>>

export interface Entry {
  key: string
  licence: string
  fields: Fields
}

/** The columns of each kind of list, the needed ones first. */
export const columnsOf: Record<EntryKind, { needed: readonly Field[]; more: readonly Field[] }> = {
  company: {
    needed: ['licence', 'name'],
    more: ['state', 'validFrom', 'validUntil', 'address', 'city', 'phone'],
  },
  branch: { needed: ['licence', 'city'], more: ['address', 'phone'] },
  'job-order': { needed: ['licence', 'number', 'country', 'job'], more: ['quota', 'validUntil'] },
}

export const fieldsOf = (kind: EntryKind): Field[] => [...columnsOf[kind].needed, ...columnsOf[kind].more]

/** What makes two rows of a list the same thing. */
export const keyOf = (kind: EntryKind, fields: Fields): string => {
  const licence = plainKey(fields.licence)
  if (kind === 'company') return licence
  return kind === 'branch'
    ? `${licence} / ${plainKey(fields.city)} / ${plainKey(fields.address)}`.slice(0, 400)
    : `${licence} / ${plainKey(fields.number)}`
}

export const plainKey = (text = '') => text.toUpperCase().replace(/\s+/g, ' ').trim()
