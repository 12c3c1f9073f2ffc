import { expect, test } from 'vitest'
import { check } from './check.ts'
import { content, known } from './known.samples.ts'
import { mend } from './mend.ts'

const planted = content({
  title: 'BP3IM dan Dinskertrans menyatukan langkah',
  body: [
    'Palu, BP3MI Sulawesi Tengah (2/2) – Rapat berlangsung Selasa (2/2/2025) di [tempat].',
    'Sebanyak 14 kantor dinas diminta menayangkan materi. Korban bernama Siti Rahma menelepon dari 0812-3456-7890.',
    'NIK korban 7271012304890001 tercatat. Forum XQZ hadir.',
  ].join('\n\n'),
  quotes: [{ person: 'Bima Prastya', office: 'Disnakertrans', words: 'Kami mencatat 37 aduan.' }],
  picture: { key: 'a'.repeat(64), smallKey: 'b'.repeat(64) },
})

const told = (text: typeof planted) =>
  check(text, known).map(({ rule, field, found, fix }) => [rule, field, found, fix ?? ''].join('|'))

test('every planted error is found, each once, and nothing else', () => {
  expect(told(planted)).toEqual([
    'abbreviations|title|BP3IM|BP3MI',
    'names|title|Dinskertrans|Disnakertrans',
    'weekday|body|Selasa|',
    'year|body|2025|2026',
    'slots|body|[tempat]|',
    'figures|body|14|13',
    'victims|body|Siti Rahma|S.R.',
    'personal|body|0812-3456-7890|',
    'personal|body|7271012304890001|',
    'abbreviations|body|XQZ|',
    'names|person.0|Bima Prastya|Bima Prasetya',
    'figures|words.0|37|',
    'picture|picture||',
    'picture|picture||',
  ])
})

test('one tap mends one finding and leaves every other letter', () => {
  const finding = check(planted, known).find(({ rule }) => rule === 'year')!
  const mended = mend(planted, finding)
  expect(mended.body).toBe(planted.body.replace('2025', '2026'))
  expect({ ...mended, body: planted.body }).toEqual(planted)
  const person = mend(planted, check(planted, known).find(({ field }) => field === 'person.0')!)
  expect(person.quotes[0]!.person).toBe('Bima Prasetya')
})

test('when every sure correction is made, what is left needs a person', () => {
  let text = planted
  for (let turn = 0; turn < 20; turn++) {
    const next = check(text, known).find(({ fix }) => fix !== undefined)
    if (!next) break
    text = mend(text, next)
  }
  // With the year right, the weekday becomes sure too; the initials still ask for a recorded consent.
  expect(told(text)).toEqual([
    'slots|body|[tempat]|',
    'victims|body|S.R.|',
    'personal|body|0812-3456-7890|',
    'personal|body|7271012304890001|',
    'abbreviations|body|XQZ|',
    'figures|words.0|37|',
    'picture|picture||',
    'picture|picture||',
  ])
  expect(text.body).toContain('Senin (2/2/2026)')
})

test('only personal numbers can not be let stand, and the same text gives the same findings', () => {
  const findings = check(planted, known)
  expect(new Set(findings.filter(({ blocks }) => blocks).map(({ rule }) => rule))).toEqual(
    new Set(['personal']),
  )
  expect(check(planted, known)).toEqual(findings)
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
})
