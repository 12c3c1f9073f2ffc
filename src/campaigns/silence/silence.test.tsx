import { expect, test } from 'vitest'
import { languages } from '../../platform/i18n/language.tsx'
import { type District, silenceOf, type Way } from './silence.ts'
import { silenceSentence } from './silence-page.tsx'

const district = (
  officeId: number,
  people: number | null,
  reports = 0,
  departures: number | null = null,
): District => ({
  code: `72.0${officeId}`,
  name: `Kabupaten ${officeId}`,
  officeId,
  people,
  reports,
  departures,
})
const ways: Way[] = [
  { language: 'id', channel: 'radio' },
  { language: 'id', channel: 'whatsapp' },
  { language: 'en', channel: 'whatsapp' },
]
const heard = (officeId: number, channel: Way['channel'], language = 'id') => ({
  officeId,
  channel,
  language,
  count: 1,
})
const names = (districts: { name: string }[]) => districts.map(({ name }) => name)

test('a large silent district comes before a small one, and one that heard everything last', () => {
  const { districts } = silenceOf(
    [district(1, 100), district(2, 300), district(3, 600)],
    ways,
    ways.map(way => ({ ...way, officeId: 3, count: 2 })),
  )
  expect(names(districts)).toEqual(['Kabupaten 2', 'Kabupaten 1', 'Kabupaten 3'])
  expect(districts[2]!.silent).toEqual([])
})

test('reports weigh beside people: a small district in trouble comes before a large quiet one', () => {
  const { districts, factors } = silenceOf([district(1, 100, 9), district(2, 300, 1)], ways, [])
  expect(factors).toEqual(['people', 'reports'])
  expect(districts.map(({ name, weight }) => [name, weight])).toEqual([
    ['Kabupaten 1', (0.25 + 0.9) / 2],
    ['Kabupaten 2', (0.75 + 0.1) / 2],
  ])
})

test('a figure that only some have given does not weigh against them', () => {
  const { factors, districts } = silenceOf([district(1, 100, 0, 459), district(2, 100)], ways, [])
  expect(factors).toEqual(['people'])
  expect(districts.map(({ weight }) => weight)).toEqual([0.5, 0.5])
  expect(silenceOf([district(1, null), district(2, 5)], ways, []).factors).toEqual([])
})

test('what one office published is not heard in another district, language or channel', () => {
  const { districts, silent, all } = silenceOf([district(1, 100), district(2, 100)], ways, [
    heard(1, 'radio'),
  ])
  expect([silent, all]).toEqual([5, 6])
  expect(districts.find(({ officeId }) => officeId === 1)!.silent).toEqual([
    { language: 'id', channel: 'whatsapp' },
    { language: 'en', channel: 'whatsapp' },
  ])
})

test('the sentence names the month and where to begin, also when nothing or everything was silent', () => {
  const say = (published: Parameters<typeof silenceOf>[2], list = [district(1, 100), district(2, 300)]) =>
    silenceSentence(languages.id, { silence: silenceOf(list, ways, published), month: '2026-11' })
  expect(say([heard(1, 'radio')])).toBe(
    'Bulan November 2026, 5 dari 6 pasangan kabupaten/kota, bahasa, dan saluran tidak mendapat satu tayangan pun. Yang paling perlu: Kabupaten 2, senyap di 3 dari 3 saluran.',
  )
  expect(say([])).toContain('semua 6 pasangan')
  expect(say([1, 2].flatMap(officeId => ways.map(way => ({ ...way, officeId, count: 1 }))))).toContain(
    'setiap kabupaten/kota mendapat',
  )
})
