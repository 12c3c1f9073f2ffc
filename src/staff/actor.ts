import type { Office } from '../offices/index.ts'
import type { Role } from './permissions.ts'

/** A member of staff at work: signed in, at one office, with roles. */
export interface Actor {
  staffId: string
  officeId: number
  name: string
  email: string
  roles: Role[]
  /** A person of the sample province: every page says so. */
  sample: boolean
  office: Pick<Office, 'id' | 'kind' | 'name' | 'shortName' | 'timeZone'>
}
