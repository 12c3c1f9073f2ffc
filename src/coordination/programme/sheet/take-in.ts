import { type Cell, isBlank } from '../../../offers/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Actor } from '../../../staff/index.ts'
import { planActivity } from '../plan-activity.ts'
import { sameActivity } from '../queries.ts'
import type { Found } from './columns.ts'
import { meaningsOf } from './meanings.ts'
import { insertImport, type LeftOut } from './queries.ts'
import { readRow } from './read-row.ts'

/** Rows of a sheet that are a plan; more is another kind of list. */
const mostRows = 2000

/** Takes a plan in: good rows become activities, the others are kept with their reasons. @returns the number of the import */
export const takeIn = async (tx: Tx, actor: Actor, fileName: string, found: Found): Promise<number> => {
  const rows = found.rows
    .map((cells, at) => ({ cells, row: at + 1 }))
    .slice(found.header + 1)
    .filter(({ cells }) => isFilled(cells, found))
    .slice(0, mostRows)
  const meanings = await meaningsOf(
    tx,
    actor,
    rows.map(({ cells }) => ({ code: said(cells, found.at.placeCode), name: said(cells, found.at.place) })),
  )
  const leftOut: LeftOut[] = []
  let taken = 0
  for (const { cells, row } of rows) {
    const read = readRow(cells, found.at, meanings)
    if (!read.ok) {
      leftOut.push({ row, cells, reasons: read.reasons })
      continue
    }
    const { title, placeCode, startsAt } = read.plan
    const same = { title, placeCode, startsAt: new Date(startsAt.epochMilliseconds) }
    if (await sameActivity(tx, read.plan.owners, same)) {
      leftOut.push({ row, cells, reasons: [{ column: 'title', reason: 'plan.row-known' }] })
      continue
    }
    await planActivity(tx, actor, read.plan)
    taken++
  }
  const { officeId, staffId } = actor
  return insertImport(tx, { officeId, staffId, fileName, taken, titles: found.titles, leftOut })
}

/** Merged cells fill rows that say nothing else: a row counts when it names an activity or a day. */
const isFilled = (cells: Cell[], { at }: Found) =>
  said(cells, at.title) !== '' || said(cells, at.startsOn) !== ''

const said = (cells: Cell[], at: number | undefined) =>
  at === undefined || isBlank(cells[at]) ? '' : String(cells[at]).trim()
