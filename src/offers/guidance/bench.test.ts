import { expect, test } from 'vitest'
import type { Finding, Level } from '../check/inspection.ts'
import { isChanged, runBench, splitOffers } from './bench.ts'

test('offers are taken apart at lines of dashes, wherever they were pasted from', () => {
  expect(splitOffers('satu\r\nbaris dua\r\n---\r\n\r\n----\r\ndua --- bukan batas\n ---  \ntiga')).toEqual([
    'satu\nbaris dua',
    'dua --- bukan batas',
    'tiga',
  ])
  expect(splitOffers(' \n---\n')).toEqual([])
})

const says = (level: Level, ...ids: string[]) => ({
  level,
  findings: ids.map(ruleId => ({ ruleId, tone: 'warning', title: { id: ruleId, en: ruleId } }) as Finding),
})

test('the effect of a version is counted by offers whose level or findings change', async () => {
  const before: Record<string, ReturnType<typeof says>> = {
    a: says('nothing-found'),
    b: says('warnings', 'fee'),
    c: says('danger', 'visa'),
    d: says('warnings', 'fee'),
  }
  const after: typeof before = {
    a: says('danger', 'visa'),
    b: says('warnings', 'fee', 'haste'),
    c: says('warnings', 'haste'),
    d: says('warnings', 'fee'),
  }
  const { rows, ...counts } = await runBench(
    ['a', 'b', 'c', 'd'],
    text => before[text]!,
    text => after[text]!,
  )
  expect(counts).toEqual({ changedLevel: 2, toDanger: 1, fromDanger: 1, changedFindings: 3 })
  expect(rows.map(isChanged)).toEqual([true, true, true, false])
  expect(
    rows.map(({ come, gone }) => [come.map(({ ruleId }) => ruleId), gone.map(({ ruleId }) => ruleId)]),
  ).toEqual([
    [['visa'], []],
    [['haste'], []],
    [['haste'], ['visa']],
    [[], []],
  ])
})
