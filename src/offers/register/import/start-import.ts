import { gunzipSync, gzipSync } from 'node:zlib'
import type { Tx } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { NotFound } from '../../../platform/http/failures.ts'
import type { Actor } from '../../../staff/index.ts'
import type { RegisterList } from '../register.ts'
import { readSheets } from '../sheet/read-sheets.ts'
import type { Refusal, Sheet } from '../sheet/sheet.ts'
import { guessLayout } from './layout.ts'
import { insertImport } from './queries.ts'

export interface GivenList {
  list: RegisterList
  /** The day the list is from, as its publisher says. */
  asOf: string
  source: string
  fileName: string
}

type TakenFile =
  | { ok: true; keep(tx: Tx, actor: Pick<Actor, 'staffId' | 'officeId'>): Promise<number> }
  | { ok: false; reason: Refusal }

/** Takes a list in: reads the file and guesses its layout. `keep` then makes the draft of an import; the register is not touched. */
export const takeList = async (
  { files }: Pick<House, 'files'>,
  given: GivenList,
  bytes: Uint8Array,
): Promise<TakenFile> => {
  const read = await readSheets(bytes)
  if (!read.ok) return read
  const fileKey = await files.put(bytes)
  const gridKey = await files.put(gzipSync(JSON.stringify(read.sheets)))
  const layout = guessLayout(given.list, read.sheets)
  return {
    ok: true,
    keep: (tx, { staffId, officeId }) =>
      insertImport(tx, { ...given, fileKey, gridKey, layout, officeId, madeBy: staffId }),
  }
}

/** The cells of an import, as they were read from its file. @throws NotFound when the store has lost them */
export const sheetsOf = async ({ files }: Pick<House, 'files'>, gridKey: string): Promise<Sheet[]> => {
  const bytes = await files.get(gridKey)
  if (!bytes) throw new NotFound()
  return JSON.parse(gunzipSync(bytes).toString('utf8'))
}
