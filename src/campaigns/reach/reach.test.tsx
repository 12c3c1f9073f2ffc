import { expect, test } from 'vitest'
import { languages } from '../../platform/i18n/language.tsx'
import { declaredText, rangeText } from './figures.tsx'
import { type Counted, reachOf, roundedOut } from './reach.ts'
import { reachSentence } from './reach-page.tsx'
import { spansOf } from './spans.ts'

const counted = (officeId: number, channel: Counted['channel'], clicks: number, scans = 0): Counted => ({
  officeId,
  office: `Kantor ${officeId}`,
  channel,
  clicks,
  scans,
  previews: 5,
})
const rows = [counted(1, 'whatsapp', 10), counted(1, 'print', 0, 4), counted(2, 'whatsapp', 90)]
const devices = [
  { officeId: null, channel: null, low: 70, high: 95 },
  { officeId: 1, channel: null, low: 9, high: 12 },
  { officeId: 2, channel: null, low: 60, high: 88 },
  { officeId: 1, channel: 'whatsapp', low: 8, high: 10 },
  { officeId: 2, channel: 'whatsapp', low: 60, high: 88 },
]
const told = [
  { officeId: 1, channel: 'print' as const, kind: 'copies' as const, people: 500 },
  { officeId: 2, channel: 'radio' as const, kind: 'listeners' as const, people: 3000 },
  { officeId: 2, channel: 'radio' as const, kind: 'copies' as const, people: 0 },
]

test('offices come by visits, channels in their order, and nothing is added to clicks', () => {
  const { whole, offices, channels } = reachOf(rows, devices, told)
  expect(offices.map(({ office, clicks, scans }) => [office, clicks, scans])).toEqual([
    ['Kantor 2', 90, 0],
    ['Kantor 1', 10, 4],
  ])
  expect(channels.map(({ channel }) => channel)).toEqual(['whatsapp', 'print'])
  expect(whole).toMatchObject({
    clicks: 100,
    scans: 4,
    previews: 15,
    declared: { copies: 500, listeners: 3000 },
  })
})

test('devices of all offices are merged where that is known, and otherwise between the largest and the sum', () => {
  expect(reachOf(rows, devices, told).whole.devices).toMatchObject({ low: 70, high: 95 })
  const own = devices.filter(({ officeId }) => officeId !== null)
  expect(reachOf(rows, own, told).whole.devices).toEqual({ low: 60, high: 100 })
  expect(reachOf(rows, devices, told).channels[0]!.devices).toEqual({ low: 60, high: 98 })
})

test('one office alone has its own figures and those of nobody else', () => {
  const { whole, offices } = reachOf(rows, devices, told, 1)
  expect(offices).toHaveLength(1)
  expect(whole).toEqual({
    clicks: 10,
    scans: 4,
    previews: 10,
    devices: { low: 9, high: 12 },
    declared: { copies: 500 },
  })
})

test('an estimate is rounded outwards, so that it never looks like a count, but never beyond the visits', () => {
  expect(roundedOut({ low: 1236, high: 1287 }, 5000)).toEqual({ low: 1200, high: 1300 })
  expect(roundedOut({ low: 43, high: 47 }, 5000)).toEqual({ low: 43, high: 47 })
  expect(roundedOut({ low: 0, high: 0 }, 0)).toEqual({ low: 0, high: 0 })
  expect(roundedOut({ low: 1, high: 2 }, 1)).toEqual({ low: 1, high: 1 })
  const visited = { devices: { low: 1236, high: 1287 }, clicks: 1200, scans: 90 }
  expect(rangeText(languages.id, visited)).toBe('1.200–1.290')
  expect(rangeText(languages.id, { devices: { low: 0, high: 0 }, clicks: 0, scans: 0 })).toBe('–')
})

test('the sentence says visits, then devices, then what offices declare, in both languages', () => {
  const reach = reachOf(rows, devices, told)
  expect(reachSentence(languages.id, reach)).toBe(
    'Tautan dan kode dibuka 104 kali: 100 ketukan dan 4 pindaian. Yang datang sekitar 70–95 perangkat. Di luar itu, kantor menyatakan 500 lembar dan 3.000 pendengar.',
  )
  expect(reachSentence(languages.en, reach)).toContain('opened 104 times: 100 taps and 4 scans')
  expect(reachSentence(languages.id, reachOf([counted(1, 'print', 0)], [], []))).toBe(
    'Belum ada yang datang lewat tautan atau kode.',
  )
  expect(declaredText(languages.id, {})).toBe('–')
})

test('every day stands in the chart, also those on which nobody came', () => {
  const spans = spansOf([{ day: '2026-11-03', clicks: 4, scans: 1 }], '2026-11-01', '2026-11-04')
  expect(spans.map(({ first, clicks }) => [first, clicks])).toEqual([
    ['2026-11-01', 0],
    ['2026-11-02', 0],
    ['2026-11-03', 4],
    ['2026-11-04', 0],
  ])
})

test.each([
  ['2026-01-01', '2026-12-31'],
  ['2020-01-01', '2026-12-31'],
  ['2026-01-01', '2026-01-01'],
])('from %s to %s no visit is lost between the bars, and a phone can show them', (from, to) => {
  const length = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1
  const days = Array.from({ length }, (_, at) => ({
    day: String(Temporal.PlainDate.from(from).add({ days: at })),
    clicks: 1,
    scans: 2,
  }))
  const spans = spansOf(days, from, to)
  expect(spans.length).toBeLessThanOrEqual(53)
  expect(spans.reduce((sum, { clicks }) => sum + clicks, 0)).toBe(length)
  expect([spans[0]!.first, spans.at(-1)!.last]).toEqual([from, to])
})
