/** What one room promises of its paths, written out by hand on purpose: whoever changes the program's own tables has to change these too. */
export interface Expectation {
  /** Who may use each permission. */
  permissions?: Record<string, { roles: Role[]; kinds: Kind[] }>
  /** The permission that every route of staff asks for: a route that is not here, or asks for another, fails. */
  staffRoutes?: Record<string, string[]>
  /** The routes that anybody may ask for, each on purpose. */
  openRoutes?: string[]
  /** Console pages to be looked at, by the sample person who opens them. */
  pages?: Record<string, string[]>
  /** Public pages to be looked at and weighed. */
  publicPages?: string[]
}

export type Role = 'administrator' | 'publicist' | 'case-officer' | 'coordinator' | 'leader'
export type Kind = 'ministry' | 'bp3mi' | 'province' | 'district'

export const roles: Role[] = ['administrator', 'publicist', 'case-officer', 'coordinator', 'leader']
export const kinds: Kind[] = ['ministry', 'bp3mi', 'province', 'district']
export const everywhere: Kind[] = [...kinds]
export const above: Kind[] = ['ministry', 'bp3mi', 'province']
