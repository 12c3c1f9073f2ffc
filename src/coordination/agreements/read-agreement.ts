import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf } from '../../platform/http/route.ts'
import type { StaffVisit } from '../../staff/index.ts'
import { agreementById, partiesOf, versionsOf } from './queries.ts'

/** The agreement of the address with the versions that this office may see. @throws NotFound when it may see none */
export const readAgreement = async (tx: Tx, { c, actor }: StaffVisit) => {
  const agreement = await agreementById(tx, idOf(c) ?? 0)
  const versions = agreement ? await versionsOf(tx, [agreement.id]) : []
  if (!agreement || versions.length === 0) throw new NotFound()
  const party = (await partiesOf(tx, [agreement.id])).some(({ officeId }) => officeId === actor.officeId)
  return { agreement, versions, party }
}
