export const officeKinds = ['ministry', 'bp3mi', 'province', 'district'] as const
export type OfficeKind = (typeof officeKinds)[number]

export interface Office {
  id: number
  kind: OfficeKind
  name: string
  shortName: string
  timeZone: string
  logoKey: string | null
  /** Its place on the tile map of the province. */
  tile: { column: number; row: number } | undefined
  parentId: number | null
}

export const contactKinds = ['phone', 'whatsapp', 'email', 'address', 'website', 'hours'] as const
export type ContactKind = (typeof contactKinds)[number]

export interface Contact {
  id: number
  kind: ContactKind
  value: string
  source: string | null
  verifiedOn: string | null
}

/** The contact that may stand on a poster: verified, a telephone before anything else. Rule: mission.md, "facts are dated records". */
export const posterContact = (contacts: Contact[]): Contact | undefined =>
  (['whatsapp', 'phone', 'address'] as const)
    .map(kind => contacts.find(contact => contact.kind === kind && contact.verifiedOn !== null))
    .find(contact => contact !== undefined)
