import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { currentGuidance } from '../guidance/queries.ts'
import { type Procedure, procedureSchema } from './procedure.ts'

export interface CurrentProcedure {
  procedure: Procedure
  number: number
  releasedAt: Date
}

// A released version never changes, so one read of it serves until the next number is there.
let last: { id: number; procedure: Procedure } | undefined

/** The released procedure. @throws NotFound while there is none */
export const currentProcedure = async (tx: Tx): Promise<CurrentProcedure> => {
  const row = await currentGuidance(tx, 'procedural-route')
  if (!row) throw new NotFound()
  if (last?.id !== row.id) last = { id: row.id, procedure: procedureSchema.parse(row.body) }
  return {
    procedure: last.procedure,
    number: row.number,
    releasedAt: new Date(row.decided_at ?? row.written_at),
  }
}
