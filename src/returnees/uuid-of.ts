import { z } from 'zod'
import { NotFound } from '../platform/http/failures.ts'
import type { StaffVisit } from '../staff/index.ts'

/** @throws NotFound when the address names no record */
export const uuidOf = ({ c }: Pick<StaffVisit, 'c'>, name = 'id'): string => {
  const id = z.uuid().safeParse(c.req.param(name))
  if (!id.success) throw new NotFound()
  return id.data
}
