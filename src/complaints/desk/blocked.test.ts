import { describe, expect, test } from 'vitest'
import { languages } from '../../platform/i18n/language.tsx'
import { blockedBy } from './blocked.ts'
import { caseTitle, urgencyOf } from './words.ts'

const now = new Date('2026-11-24T03:00:00Z')
const [ours, theirs] = [1, 2]
const row = {
  state: 'received',
  receivedAt: new Date('2026-11-21T03:00:00Z'),
  changedAt: new Date('2026-11-22T03:00:00Z'),
  ownerId: ours,
  dueAt: null as Date | null,
  assignee: 'Desi' as string | null,
  offer: null as { kind: string; fromId: number; to: string; from: string; answerBy: string } | null,
}
const offer = { kind: 'hand-over', fromId: ours, from: 'Sigi', to: 'BP3MI', answerBy: '' }
const said = (change: Partial<typeof row>, office = ours) =>
  blockedBy({ ...row, ...change }, office, now, languages.id).text

describe('what blocks a case', () => {
  test.each([
    [{}, 'Belum dimulai sejak 3 hari'],
    [{ offer }, 'Tawaran ke BP3MI belum dijawab'],
    [{ state: 'waiting' }, 'Menunggu jawaban pelapor sejak 2 hari'],
    [{ state: 'accepted', assignee: null }, 'Belum ada penanggung jawab'],
    [{ state: 'accepted', dueAt: new Date('2026-11-22T16:00:00Z') }, 'Tenggat lewat 1 hari'],
    [{ state: 'accepted', dueAt: new Date('2026-11-26T16:00:00Z') }, 'Ditangani, tenggat 26 Nov 2026'],
    [{ state: 'contested', offer }, 'Keberatan pelapor belum diputuskan sejak 2 hari'],
  ])('%o', (change, text) => {
    expect(said(change)).toBe(text)
  })

  test('the office that has to answer reads that it has to', () => {
    expect(said({ offer }, theirs)).toBe('Tawaran dari Sigi menunggu jawaban kantor Anda')
  })
})

describe('what presses', () => {
  const moment = Temporal.Instant.from('2026-11-24T03:00:00Z')
  const of = (departsOn: string | null, urgency = 'leaving-soon', stage = 'recruitment') =>
    urgencyOf({ urgency, departsOn, stage }, moment, languages.id)

  test.each([
    ['2026-11-28', 'danger', 'Berangkat 4 hari lagi'],
    ['2026-11-24', 'danger', 'Berangkat hari ini'],
    ['2026-12-05', 'warn', 'Berangkat 11 hari lagi'],
    ['2027-01-05', 'info', 'Berangkat 42 hari lagi'],
    ['2026-11-20', 'warn', 'Tanggal berangkat lewat 4 hari'],
  ])('leaving on %s', (day, tone, text) => {
    expect(of(day)).toEqual({ tone, text })
  })

  test('danger comes before any day; whoever is abroad does not leave any more', () => {
    expect(of('2026-12-05', 'danger')).toMatchObject({ tone: 'danger', text: 'Dalam bahaya sekarang' })
    expect(of('2026-11-28', 'ordinary', 'abroad')).toBeUndefined()
  })
})

test('a case is called by what stands in the clear', () => {
  const shown = { stage: 'recruitment', departsOn: '2026-11-28', destination: 'SA' }
  expect(caseTitle(shown, languages.id)).toBe('Calon pekerja, berangkat 28 Nov 2026, Arab Saudi')
})
