import { allOffices, contactsOf } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Helper } from './next-step-view.tsx'

/** The nearest office when a district was chosen, then the agency's own, each with what somebody has verified. */
export const helpersFor = async (tx: Tx, districtId: number | null | undefined): Promise<Helper[]> => {
  const offices = (await allOffices(tx)).filter(
    ({ id, kind }) => (kind === 'district' && id === districtId) || kind === 'bp3mi' || kind === 'ministry',
  )
  const contacts = await contactsOf(
    tx,
    offices.map(({ id }) => id),
  )
  return offices
    .toSorted((a, b) => b.id - a.id)
    .map(office => ({
      office,
      contacts: contacts.filter(({ officeId, verifiedOn }) => officeId === office.id && verifiedOn !== null),
    }))
}
