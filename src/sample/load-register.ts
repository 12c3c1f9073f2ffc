import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GivenList, putInPlace, takeList } from '../offers/index.ts'
import type { House } from '../platform/house.ts'
import { root } from '../platform/root.ts'
import type { Actor } from '../staff/index.ts'

const source = 'Data contoh: perusahaan rekaan, bukan daftar resmi'

const lists: GivenList[] = [
  { list: 'companies', fileName: 'p3mi.csv', asOf: '2026-02-02', source },
  { list: 'branches', fileName: 'p3mi-cabang.csv', asOf: '2026-02-02', source },
  { list: 'orders', fileName: 'job-order.csv', asOf: '2026-02-02', source },
]

/** A register of invented companies, imported as any list is; and a newer list that waits to be looked at. */
export const loadRegister = async (house: House, officer: Actor): Promise<void> => {
  for (const list of lists) await putInPlace(house, officer, list, bytesOf(list.fileName))
  const waiting = { list: 'companies', fileName: 'p3mi-baru.csv', asOf: '2026-02-09', source } as const
  const taken = await takeList(house, waiting, bytesOf(waiting.fileName))
  if (taken.ok) await house.db.asActor(officer, tx => taken.keep(tx, officer))
}

const bytesOf = (name: string) => readFileSync(join(root, 'db/sample', name))
