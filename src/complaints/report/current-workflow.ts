import { currentGuidance } from '../../offers/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type Workflow, workflow } from '../workflow.ts'

interface Current {
  rules: Workflow
  version: number
}

/** What offices agreed last about complaints. @throws Conflict before anything is released */
export const currentWorkflow = async (tx: Tx): Promise<Current> => {
  const found = await currentGuidance(tx, 'complaint-workflow')
  if (!found) throw new Conflict('report.no-office')
  const known = parsed.get(found.id)
  const rules = known ?? workflow.parse(found.body)
  parsed.set(found.id, rules)
  return { rules, version: found.number }
}

/** The same where it is known already which version that is: read and parsed once. */
export const workflowOf = async (
  tx: Tx,
  version: { id: number; number: number } | null,
): Promise<Current> => {
  const rules = version && parsed.get(version.id)
  return rules ? { rules, version: version.number } : currentWorkflow(tx)
}

// A released version never changes.
const parsed = new Map<number, Workflow>()
