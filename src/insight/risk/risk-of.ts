import type { Tx } from '../../platform/database/database.ts'
import { readStandings } from './read-standings.ts'

/** How many times the province's mean the risk of each district is, of those that the asker reads by name. */
export const riskOf = async (tx: Tx, now: Temporal.Instant): Promise<Map<string, number>> => {
  const { standings } = await readStandings(tx, now)
  return new Map(standings.flatMap(({ code, risk }) => (risk ? [[code, risk.mean] as const] : [])))
}
