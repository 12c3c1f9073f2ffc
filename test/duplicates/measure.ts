import { randomUUID } from 'node:crypto'
import { checkNewCases } from '../../src/complaints/duplicates/check-cases.ts'
import { fileReport } from '../../src/complaints/report/file-report.ts'
import type { SampleHouse } from '../house.ts'
import { generateReports, type Made } from './generate.ts'

/** Files generated reports into the real tables, compares them, and counts the pairs that are right. */
export const measureDuplicates = async (house: SampleHouse, count: number, seed: number) => {
  const made = generateReports(count, 0.08, seed)
  await checkNewCases(house)
  const ids = await fileAll(house, made)
  const before = performance.now()
  while ((await checkNewCases(house)) > 0);
  const msPerReport = (performance.now() - before) / count
  const person = new Map(ids.map((id, place) => [id, made[place]!.person]))
  const pairs = await house.db.asJob(tx =>
    tx
      .selectFrom('duplicate_candidates')
      .select(['complaint_a as a', 'complaint_b as b', 'score', 'reasons'])
      .execute(),
  )
  const own = pairs.filter(({ a, b }) => person.has(a) && person.has(b))
  const right = own.filter(({ a, b }) => person.get(a) === person.get(b))
  const truth = count - new Set(person.values()).size
  return {
    count,
    duplicates: truth,
    found: right.length,
    wrong: own.length - right.length,
    recall: right.length / truth,
    precision: right.length / own.length,
    msPerReport,
    pairs: own,
    made,
    ids,
  }
}

const atOnce = 8

const fileAll = async (house: SampleHouse, made: readonly Made[]): Promise<string[]> => {
  const ids: string[] = []
  for (let begun = 0; begun < made.length; begun += atOnce)
    ids.push(
      ...(await Promise.all(
        made
          .slice(begun, begun + atOnce)
          .map(async ({ report }) => (await fileReport(house, randomUUID(), report)).complaintId),
      )),
    )
  await house.db.asJob(async tx => {
    for (const [place, { weeksAgo }] of made.entries())
      await tx
        .updateTable('complaints')
        .set({ received_at: new Date(Date.now() - weeksAgo * 7 * 86_400_000) })
        .where('id', '=', ids[place]!)
        .execute()
  })
  return ids
}
