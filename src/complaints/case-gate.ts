import { z } from 'zod'
import type { Tx } from '../platform/database/database.ts'
import { NotFound } from '../platform/http/failures.ts'
import type { Actor, StaffVisit } from '../staff/index.ts'
import { complaintById, readsCase } from './queries.ts'

/** The case named in the address. @throws NotFound when that is no name of a case */
export const caseIdOf = ({ c }: Pick<StaffVisit, 'c'>): string => {
  const id = z.uuid().safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  return id.data
}

/** @throws NotFound when this office neither holds it nor has it shared: one that is only offered is not read yet */
export const caseForReading = async (tx: Tx, actor: Actor, id: string) => {
  const found = await complaintById(tx, id)
  if (!found || !(await readsCase(tx, id, actor.officeId))) throw new NotFound()
  return found
}
