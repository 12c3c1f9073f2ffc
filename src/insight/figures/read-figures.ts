import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { monthsThrough } from '../open/batches.ts'
import type { Indicator } from './indicators.ts'
import { monthFigures } from './queries.ts'

/** An indicator over twelve months. Nothing stands for a month before its source began, which is not the same as none. */
export interface Series {
  indicator: Indicator
  months: { month: string; value: number | null }[]
  /** Of the months that are known. */
  sum: number
}

/** The figures of twelve months, this one included: of one district, or of all. */
export const readFigures = async (
  tx: Tx,
  now: Temporal.Instant,
  indicators: Indicator[],
  district: string | undefined,
): Promise<Series[]> => {
  const last = dayOf(now).toPlainYearMonth()
  const months = monthsThrough(String(last.subtract({ months: 11 })), String(last))
  const known = Map.groupBy(await monthFigures(tx, district, String(last)), ({ id }) => id)
  return indicators.map(indicator => {
    const own = known.get(indicator.id) ?? []
    const begun = own[0]?.month
    const values = months.map(month => ({
      month,
      value: begun && begun <= month ? (own.find(one => one.month === month)?.value ?? 0) : null,
    }))
    return { indicator, months: values, sum: values.reduce((sum, { value }) => sum + (value ?? 0), 0) }
  })
}
