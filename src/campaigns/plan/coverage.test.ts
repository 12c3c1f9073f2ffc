import { describe, expect, test } from 'vitest'
import { languages } from '../../platform/i18n/language.tsx'
import type { DutyState } from '../duties/duty.ts'
import { type CoverageDuty, coverageAt } from './coverage.ts'
import { coverageSentence } from './coverage-view.tsx'
import { slugOf } from './start-campaign.ts'

const now = Temporal.Instant.from('2026-11-24T04:00:00Z')
let id = 0
const duty = (
  officeId: number,
  office: string,
  state: DutyState,
  due = '2026-11-20T08:00:00Z',
  visits = 0,
): CoverageDuty => ({
  id: ++id,
  versionId: 1,
  officeId,
  office,
  officeName: `Dinas ${office}`,
  channel: 'whatsapp',
  state,
  dueAt: new Date(due),
  changedAt: new Date(due),
  tileColumn: 1,
  tileRow: officeId,
  visits,
})

describe('coverage', () => {
  test('the silent come first, then the late, the complete last', () => {
    const coverage = coverageAt(
      [
        duty(1, 'Sigi', 'accepted'),
        duty(2, 'Poso', 'opened'),
        duty(3, 'Buol', 'assigned'),
        duty(4, 'Palu', 'attached'),
      ],
      now,
    )
    expect(coverage.offices.map(({ office }) => office)).toEqual(['Buol', 'Poso', 'Palu', 'Sigi'])
    expect(coverage.complete.map(({ office }) => office)).toEqual(['Sigi'])
  })

  test('an office that has begun one duty is late with the others, not silent', () => {
    const { offices } = coverageAt([duty(1, 'Sigi', 'accepted'), duty(1, 'Sigi', 'assigned')], now)
    expect(offices[0]!.standing).toBe('late')
  })

  test('visits add up over offices', () => {
    const { visits } = coverageAt(
      [duty(1, 'Sigi', 'accepted', undefined, 3), duty(2, 'Poso', 'accepted', undefined, 4)],
      now,
    )
    expect(visits).toBe(7)
  })

  test('the sentence names who is silent and since when, in both languages', () => {
    const coverage = coverageAt(
      [duty(1, 'Sigi', 'accepted'), duty(2, 'Buol', 'assigned'), duty(3, 'Touna', 'assigned')],
      now,
    )
    const said = (locale: 'id' | 'en') =>
      Object.values(coverageSentence(languages[locale], coverage, '2026-11-01')).join(' ')
    expect(said('id')).toBe(
      '1 dari 3 kantor sudah tayang penuh. Buol dan Touna belum membuka satu tugas pun sejak 1 Nov 2026.',
    )
    expect(said('en')).toBe(
      '1 of 3 offices have published in full. Buol and Touna have not opened a single duty since 1 Nov 2026.',
    )
  })
})

test('a title becomes a short plain address', () => {
  expect(slugOf('Visa ziarah: bukan visa kerja!')).toBe('visa-ziarah-bukan-visa-kerja')
  expect(slugOf('Éx “Āmore”')).toBe('ex-amore')
  expect(slugOf('???')).toBe('kampanye')
})
