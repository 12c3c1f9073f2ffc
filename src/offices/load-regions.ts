import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import type { Database } from '../platform/database/database.ts'
import { countRegions, upsertRegions } from './queries.ts'

/**
 * Loads every province, regency, district and village with its Kemendagri code, in one transaction: all or none.
 * Source: idn-area-data (ODbL), which follows Kepmendagri 300.2.2-2138/2025.
 * @param progress told after each batch; the rows themselves appear together, at the end
 * @returns how many regions the country has now
 */
export const loadRegions = async (
  db: Database,
  progress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<number> => {
  const rows = await readRegions()
  return db.asJob(async tx => {
    for (let start = 0; start < rows.length; start += batch) {
      await upsertRegions(tx, rows.slice(start, start + batch))
      await progress(Math.min(start + batch, rows.length), rows.length)
    }
    return countRegions(tx)
  })
}

const batch = 20_000

const readRegions = async () => {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ])
  return [
    ...provinces.map(({ code, name }) => ({ code, parent: null, level: 'province', name })),
    ...regencies.map(({ code, province_code, name }) => ({
      code,
      parent: province_code,
      level: 'regency',
      name,
    })),
    ...districts.map(({ code, regency_code, name }) => ({
      code,
      parent: regency_code,
      level: 'district',
      name,
    })),
    ...villages.map(({ code, district_code, name }) => ({
      code,
      parent: district_code,
      level: 'village',
      name,
    })),
  ]
}
