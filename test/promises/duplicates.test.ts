import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateReports } from '../duplicates/generate.ts'
import { measureDuplicates } from '../duplicates/measure.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

test('of 1,000 reports with 80 duplicates most are found, and most of what is found is right', async () => {
  const found = await measureDuplicates(house, 1000, 41)
  console.log(
    `recall ${found.recall.toFixed(3)} precision ${found.precision.toFixed(3)} ${found.msPerReport.toFixed(1)} ms a report`,
  )
  expect(found.duplicates).toBe(80)
  expect(found.recall).toBeGreaterThanOrEqual(0.85)
  expect(found.precision).toBeGreaterThanOrEqual(0.8)
}, 300_000)

test('no mark of a name stands without a place, a country or a day of birth beside it', async () => {
  const { marksOf } = await import('../../src/complaints/duplicates/marks.ts')
  for (const { report } of generateReports(300, 0.08, 5)) {
    const marks = marksOf(
      house.secret,
      { ...report.identity!, nik: '', bornOn: '' },
      { regency: undefined, destination: null, departsOn: null, role: report.role },
    )
    expect(marks.filter(({ kind }) => kind !== 'phone' && kind !== 'passport')).toEqual([])
  }
})
