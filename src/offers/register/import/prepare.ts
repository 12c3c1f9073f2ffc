import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/database.ts'
import { indexCompanies } from '../match/company-index.ts'
import type { RegisterList } from '../register.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { attribute } from './attribute.ts'
import { compare, countsOf, type Difference, type DifferenceKind, type Line } from './compare.ts'
import type { Layout } from './layout.ts'
import { companiesForImport, linesOf } from './queries.ts'
import { readRows, type Trouble } from './read-rows.ts'

export interface Prepared {
  troubles: Trouble[]
  differences: Difference[]
  counts: Record<DifferenceKind, number>
  lines: Map<string, Line>
  /** The same only while file, layout and register are: what was seen is what is done. */
  fingerprint: string
}

/** What an import would do to the register as it stands now. */
export const prepare = async (
  tx: Tx,
  { list, layout, complete }: { list: RegisterList; layout: Layout; complete: boolean },
  sheets: Sheet[],
): Promise<Prepared> => {
  const read = readRows(list, sheets[layout.sheet]?.rows ?? [], layout)
  const companies = list === 'companies' ? [] : await companiesForImport(tx)
  const { rows, troubles, spared } = attribute(list, read, companies, indexCompanies(companies))
  const lines = await linesOf(tx, list)
  const differences = compare(lines, rows, { complete, spared })
  return {
    troubles,
    differences,
    counts: countsOf(differences),
    lines: new Map(lines.map(line => [line.key, line])),
    fingerprint: createHash('sha256')
      .update(JSON.stringify([layout, complete, troubles.length, differences]))
      .digest('hex')
      .slice(0, 32),
  }
}
