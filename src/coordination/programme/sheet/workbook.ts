import writeExcelFile from 'write-excel-file/node'
import { isBlank } from '../../../offers/index.ts'
import type { Language } from '../../../platform/i18n/language.tsx'
import type { Activity } from '../activity.ts'
import { valuesOf } from '../form.ts'
import { zoneWord } from '../words.ts'
import { type Column, columns } from './columns.ts'
import type { Import } from './queries.ts'

type Cell = {
  value: string | number
  type?: typeof String | typeof Number
  fontWeight?: 'bold'
  wrap?: boolean
}

/** Activities as a workbook that can be brought in again: the same columns both ways. */
export const planWorkbook = (activities: Activity[], { t }: Language): Promise<Buffer> => {
  const data: (Cell | null)[][] = [
    [...columns.map(column => bold(t(`plan.column-${column}`))), bold(t('activity.state'))],
    ...activities.map(activity => [
      ...columns.map(column => cellOf(activity, column, t)),
      words(t(`activity.state-${activity.state}`)),
    ]),
  ]
  return write(data, t('nav.plan'))
}

/** What was left out, as it stood, each row with its reasons at the end: to be mended and brought in again. */
export const leftOutWorkbook = ({ leftOut }: Import, { t }: Language): Promise<Buffer> => {
  const width = Math.max(leftOut.titles.length, ...leftOut.rows.map(({ cells }) => cells.length))
  const filled = <T>(list: readonly T[]) => Array.from({ length: width }, (_, at) => list[at])
  const data: (Cell | null)[][] = [
    [...filled(leftOut.titles).map(title => bold(title ?? '')), bold(t('plan.reason'))],
    ...leftOut.rows.map(({ cells, reasons }) => [
      ...filled(cells).map(cell =>
        isBlank(cell) ? null : typeof cell === 'number' ? figure(cell) : words(cell),
      ),
      words(
        reasons
          .map(({ column, reason }) => `${t(`plan.column-${column}`)}: ${t(reason, { min: 3, max: 120 })}`)
          .join('; '),
      ),
    ]),
  ]
  return write(data, t('plan.left-out'))
}

const cellOf = (activity: Activity, column: Column, t: Language['t']): Cell | null => {
  const values = valuesOf(activity)
  if (column === 'place') return words(activity.place)
  if (column === 'kind') return words(t(`activity.kind-${activity.kind}`))
  if (column === 'audience') return words(t(`activity.audience-${activity.audience}`))
  if (column === 'timeZone') return words(zoneWord(activity.timeZone))
  if (column === 'owners' || column === 'people')
    return words(activity[column].map(({ name }) => name).join('; '))
  if (column === 'expected' || column === 'reached')
    return activity[column] === null ? null : figure(activity[column])
  return words(String(values[column]))
}

const write = (data: (Cell | null)[][], sheet: string): Promise<Buffer> =>
  writeExcelFile([{ data, sheet, columns: data[0]!.map(() => ({ width: 22 })) }]).toBuffer()

const words = (value: string): Cell => ({ value, type: String })
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
const figure = (value: number): Cell => ({ value, type: Number })
