import { measureDuplicates } from '../test/duplicates/measure.ts'
import { openSampleHouse } from '../test/house.ts'

const reports = 5000
const seed = 2027

/**
 * Duplicates among generated reports in the real tables, sealed and marked as a visitor files them. The generator knows nothing
 * of the matchers, and this seed was never looked at while weights were chosen.
 */
export const duplicates = async () => {
  const house = await openSampleHouse()
  try {
    const found = await measureDuplicates(house, reports, seed)
    return {
      reports,
      duplicates: found.duplicates,
      found: found.found,
      wrong: found.wrong,
      recall: Number(found.recall.toFixed(3)),
      precision: Number(found.precision.toFixed(3)),
      msPerReport: Number(found.msPerReport.toFixed(1)),
      reasonsForAllPairs: found.pairs.every(({ reasons }) => reasons.length > 0),
    }
  } finally {
    await house.end()
  }
}
