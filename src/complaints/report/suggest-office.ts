import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Locale } from '../../platform/i18n/messages.ts'
import { type Routed, routeReport } from '../route-report.ts'
import { currentWorkflow } from './current-workflow.ts'
import { officesToTake } from './queries.ts'

/** The office that takes a report: of the kind the rule names and serving the place, or else the next above that can. */
export const takingOffice = async (tx: Tx, { to }: Pick<Routed, 'to'>, originCode: string | null) => {
  const offices = await officesToTake(tx, ['district', 'province', 'bp3mi'], originCode ?? undefined)
  const order = {
    district: ['district', 'province', 'bp3mi'],
    province: ['province', 'bp3mi'],
    bp3mi: ['bp3mi', 'province'],
  }
  for (const kind of order[to]) {
    const office = offices.find(
      candidate => candidate.kind === kind && (kind !== 'district' || candidate.serves),
    )
    if (office) return office
  }
  throw new Conflict('report.no-office')
}

interface Known {
  urgency: string
  stage: string
  problems: readonly string[] | null
  originCode: string | null
  origin: string | null
}

/** Where the rules would send a case as it is known now, and why. */
export const suggestedOffice = async (tx: Tx, known: Known, locale: Locale) => {
  const { rules } = await currentWorkflow(tx)
  const routed = routeReport(rules.routing, {
    ...known,
    problems: known.problems ?? [],
    origin: regencyOf(known.originCode),
  })
  const { id: suggested } = await takingOffice(tx, routed, known.originCode)
  return { suggested, why: routed.why[locale].replace('{district}', known.origin ?? '–') }
}

/** 72.10.01.2001 lies in 72.10. */
export const regencyOf = (code: string | null) => (code && code.length >= 5 ? code.slice(0, 5) : undefined)
