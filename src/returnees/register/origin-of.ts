import { regenciesServed } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { villageNamed } from './queries.ts'

/**
 * The code of the place somebody comes from: the village where its name is the only one in the district, else the district.
 * @returns nothing for a district that no office serves, null when none was told
 */
export const originOf = async (
  tx: Tx,
  district: string,
  village: string,
): Promise<string | null | undefined> => {
  if (!district) return null
  if (!(await regenciesServed(tx)).some(({ code }) => code === district)) return undefined
  const found = village ? await villageNamed(tx, district, village) : undefined
  return found ?? district
}
