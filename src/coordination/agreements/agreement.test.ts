import { expect, test } from 'vitest'
import { type AgreementVersion, canonicalText, hashOf, isGenuine, stateOf } from './agreement.ts'

const parties = [
  { officeId: 3, name: 'Disnakertrans Provinsi' },
  { officeId: 2, name: 'BP3MI  Sulteng' },
]
const text = {
  agreementId: 7,
  number: 1,
  title: 'Kampanye bersama',
  body: 'Baris satu.\r\nBaris dua: é.',
  parties,
}
const signature = (officeId: number, hash: string) => ({
  officeId,
  office: 'Kantor',
  name: 'Nama',
  position: 'Kepala',
  signedAt: new Date(0),
  hash,
})
const version = (): AgreementVersion => {
  const canonical = canonicalText(text)
  const hash = hashOf(canonical)
  return { ...text, canonical, hash, writer: '', writtenAt: new Date(0), signatures: [signature(2, hash)] }
}

test('the same words, parties and version give the same bytes, however they were typed', () => {
  const typed = { ...text, body: 'Baris satu.\nBaris dua: e\u0301.', parties: parties.toReversed() }
  expect(canonicalText(typed)).toBe(canonicalText(text))
  for (const other of [
    { number: 2 },
    { title: 'Kampanye' },
    { body: 'Baris satu.' },
    { parties: parties.slice(1) },
  ])
    expect(hashOf(canonicalText({ ...text, ...other }))).not.toBe(hashOf(canonicalText(text)))
})

test('the hash is the one that sha256sum gave for these words', () => {
  const outside = '73ce7b17853571df940c69b73acaca58ffee1b373a722714a81afd4e52b4921f'
  expect(hashOf(canonicalText(text))).toBe(outside)
})

test('a text, a hash or a signature that was changed afterwards does not pass', () => {
  expect(isGenuine(version())).toBe(true)
  expect(isGenuine({ ...version(), body: 'Baris satu.' })).toBe(false)
  expect(isGenuine({ ...version(), title: 'Lain' })).toBe(false)
  expect(isGenuine({ ...version(), canonical: `${version().canonical} ` })).toBe(false)
  expect(isGenuine({ ...version(), signatures: [signature(2, hashOf('lain'))] })).toBe(false)
})

test('an office that was renamed since leaves the text genuine', () => {
  expect(isGenuine({ ...version(), parties: [{ officeId: 3, name: 'Nama baru' }, parties[1]!] })).toBe(true)
})

test('in force when all have signed', () => {
  const { hash } = version()
  expect(stateOf({ ...version(), signatures: [] })).toBe('draft')
  expect(stateOf(version())).toBe('signing')
  expect(stateOf({ ...version(), signatures: [signature(2, hash), signature(3, hash)] })).toBe('in-force')
})
