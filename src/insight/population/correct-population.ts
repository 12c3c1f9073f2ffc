import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Correction } from './form.ts'
import { populationsSeen, writePopulation } from './queries.ts'

/**
 * Says how many live in a district from here on; every rate is reckoned with it at once.
 * @returns false when a colleague wrote meanwhile. @throws NotFound when the district is not the office's
 */
export const correctPopulation = async (
  tx: Tx,
  code: string,
  { people, source, asOf, version }: Correction,
): Promise<boolean> => {
  if (!(await populationsSeen(tx)).some(one => one.code === code)) throw new NotFound()
  return writePopulation(tx, code, version, { people, source, as_of: String(asOf) })
}
