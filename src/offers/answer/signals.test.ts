import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import type { Answer } from './answer.ts'
import { noteSignal, writeSignals } from './signals.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
}, 60_000)
afterAll(() => house?.end())

const answer = (ruleId: string): Answer => ({
  level: 'danger',
  findings: [
    {
      ruleId,
      tone: 'danger',
      title: spoken,
      why: spoken,
      ask: spoken,
      source: { title: 's', readOn: '2026-11-24' },
      quotes: [],
    },
  ],
  countries: ['SA'],
  jobs: [],
  companies: [],
  unknownLanguage: false,
  rules: 1,
  plausibility: 1,
})
const spoken = { id: 'x', en: 'x' }

const counted = (rule: string) =>
  house.db.asJob(tx =>
    tx
      .selectFrom('offer_signals')
      .select(['office_id', 'count'])
      .where(sql<boolean>`rule_ids = array[${rule}]`)
      .orderBy('office_id')
      .execute(),
  )

test('the same signs are counted together, and with what was written before', async () => {
  for (let round = 0; round < 5; round++) noteSignal(house, answer('a'), undefined)
  await writeSignals(house)
  noteSignal(house, answer('a'), undefined)
  await writeSignals(house)
  expect(await counted('a')).toEqual([{ office_id: null, count: 6 }])
})

test('an office that does not exist counts as none and spoils nothing', async () => {
  noteSignal(house, answer('b'), 9_999_999)
  noteSignal(house, answer('b'), undefined)
  await writeSignals(house)
  expect(await counted('b')).toEqual([{ office_id: null, count: 2 }])
})

test('what the database refuses is kept for the next time', async () => {
  const away = { ...house, db: { ...house.db } }
  const asJob = away.db.asJob
  away.db.asJob = () => Promise.reject(new Error('away'))
  noteSignal(away, answer('c'), undefined)
  await writeSignals(away)
  expect(await counted('c')).toEqual([])
  away.db.asJob = asJob
  noteSignal(away, answer('c'), undefined)
  await writeSignals(away)
  expect(await counted('c')).toEqual([{ office_id: null, count: 2 }])
})
