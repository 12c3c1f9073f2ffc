import { describe, expect, test } from 'vitest'
import { nameParts, slipsOf } from './name-sounds.ts'
import { phonesOf } from './phones.ts'

const sounds = (name: string) =>
  nameParts(name)
    .map(({ sound }) => sound)
    .toSorted()

describe('names that sound the same are the same', () => {
  test.each([
    ['Muhammad Rizki', 'Moh. Rizky'],
    ['Mohamad Rizki', 'M. Rizqi'],
    ['Muh Rizki', 'Rizki Muhammad'],
    ['Siti Nurhayati', 'St. Nur Hayati'],
    ['Sitti Noerhajati', 'Siti Nur Hayati'],
    ['Hj. Siti Aisyah', 'Siti Aisah'],
    ['Abdurrahman', 'Abd. Rahman'],
    ['Soekardjo Tjahjono', 'Sukarjo Cahyono'],
    ['Jusuf', 'Yusup'],
    ['Achmad Syamsuddin', 'Ahmad Samsudin'],
    ['Fitriyani', 'Fitriani'],
    ["Nur'aini", 'Nuraini'],
  ])('%s and %s', (one, other) => {
    expect(sounds(one)).toEqual(sounds(other))
  })
})

test.each([
  ['Rahmawati', 'Rahmayanti'],
  ['Budi', 'Adi'],
  ['Hasan', 'Husna'],
])('%s and %s stay apart', (one, other) => {
  expect(sounds(one)).not.toEqual(sounds(other))
})

test.each([
  ['Kartikasari', 'Kartiksari'],
  ['Kartikasari', 'Katrikasari'],
  ['Kartikasari', 'Kartikassri'],
])('a slip of the finger in %s (%s) leaves a trace in common', (one, other) => {
  const [a, b] = [slipsOf(sounds(one)[0]!), slipsOf(sounds(other)[0]!)]
  expect(a.filter(slip => b.includes(slip))).not.toEqual([])
})

test('a title alone is still a name, and nothing at all is none', () => {
  expect(sounds('Daeng')).not.toEqual([])
  expect(nameParts(' . ')).toEqual([])
})

test.each([
  '081234567890',
  '0812-3456-7890',
  '+62 812 3456 7890',
  '62812 3456 7890',
  '812-3456-7890',
  '0062 812 34567890',
  '+62 (0)812-3456-7890',
  'WA: 0812.3456.7890 (kakak)',
  'O8123456789O',
])('%s is one telephone number', written => {
  expect(phonesOf(written)).toEqual(['+6281234567890'])
})

test('two numbers in one answer are two, a foreign one stays foreign, an address of e-mail is none', () => {
  expect(phonesOf('081234567890 / 0813 1111 2222')).toEqual(['+6281234567890', '+6281311112222'])
  expect(phonesOf('+966 50 123 4567')).toEqual(['+966501234567'])
  expect(phonesOf('aminah87@contoh.example')).toEqual([])
})
