import { insertJurisdiction, insertOffice, type OfficeKind } from '../offices/index.ts'
import type { Database } from '../platform/database/database.ts'
import { readSample } from './read-sample.ts'

interface SampleOffice {
  kind: OfficeKind
  parent?: string
  name: string
  short: string
  regions: string[]
  tile?: [number, number]
}

/** The offices of Sulawesi Tengah with their jurisdiction. @returns their ids by short name */
export const loadOffices = (db: Database, sample = true): Promise<Map<string, number>> =>
  db.asJob(async tx => {
    const ids = new Map<string, number>()
    for (const office of readSample<SampleOffice>('offices.json')) {
      const id = await insertOffice(tx, {
        parent_id: office.parent ? (ids.get(office.parent) ?? null) : null,
        kind: office.kind,
        name: office.name,
        short_name: office.short,
        tile_column: office.tile?.[0] ?? null,
        tile_row: office.tile?.[1] ?? null,
        sample,
      })
      if (office.regions.length > 0) await insertJurisdiction(tx, id, office.regions)
      ids.set(office.short, id)
    }
    return ids
  })
