import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { compose, type Writing } from './compose.ts'
import { type Fields, type LetterKind, letterKinds, ruleOf } from './letter.ts'
import { initialsOf, numberOf } from './number.ts'
import { pdfOf, pictureOf } from './paper.ts'

const office = {
  name: 'Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah',
  parent: 'Kementerian Pelindungan Pekerja Migran Indonesia',
  lines: [],
}
const number = '012/BAST/BP3MI-SULTENG/XI/2026'
const filled = (kind: LetterKind, given: Fields = {}): Fields => ({
  ...Object.fromEntries(
    Object.entries(ruleOf(kind).fields).map(([name, rule]) => [
      name,
      rule.kind === 'day' ? '2026-11-24' : rule.kind === 'choice' ? 'air' : `isi-${name}`,
    ]),
  ),
  ...given,
})
const writing = (kind: LetterKind, given: Fields = {}): Writing => ({
  kind,
  fields: filled(kind, given),
  number,
  complaint: { number: 123, origin: 'Kabupaten Sigi', destination: 'SA' } as Writing['complaint'],
  office,
  person: [],
  preview: false,
})
const read = async (pdf: Uint8Array) => {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  })
  return { totalPages, text: text.replace(/[\s\u200b]+/g, '') }
}

test.each(letterKinds)('%s prints each of its fields, tagged for screen readers', async kind => {
  const pdf = pdfOf(compose(writing(kind)))
  const { text } = await read(pdf)
  for (const [name, rule] of Object.entries(ruleOf(kind).fields))
    if (rule.kind === 'line' || rule.kind === 'lines') expect(text).toContain(`isi-${name}`)
  expect(text).toContain(number)
  expect(Buffer.from(pdf).includes('StructTreeRoot')).toBe(true)
})

test('long names, words without an end and twenty pages lose nothing', async () => {
  const long = {
    signer: 'Prof. Dr. H. Muhammad Abdurrahman Wahid Al-Hasan bin Sulaiman, S.H., M.H., dan gelar lainnya',
    needs: 'x'.repeat(400),
    matter: Array.from(
      { length: 400 },
      (_, at) => `Paragraf ${at + 1}. ${'Kalimat perkara. '.repeat(8)}`,
    ).join('\n'),
  }
  const { text, totalPages } = await read(pdfOf(compose(writing('referral', long))))
  expect(totalPages).toBeGreaterThanOrEqual(20)
  expect(text).toContain(long.signer.replace(/\s/g, ''))
  expect(text).toContain(long.needs)
  expect(text).toContain('Paragraf400.')
})

test('words that look like code of the layout stand as they were written', async () => {
  const matter = '#panic("x") *tebal* $x$ <a> @b [c] \\n'
  expect((await read(pdfOf(compose(writing('referral', { matter }))))).text).toContain(
    matter.replace(/\s/g, ''),
  )
})

test('a preview is a drawing of all pages, which none of them covers', () => {
  expect(pictureOf(compose({ ...writing('referral'), preview: true }))).not.toContain('fill="#ffffff"')
})

test('numbers are written as offices write them', () => {
  const day = Temporal.PlainDate.from('2026-11-24')
  expect(numberOf('hand-over', 'BP3MI Sulteng', day, 12)).toBe(number)
  expect(numberOf('referral', 'Kota Palu', day, 1234, 2)).toBe('1234/RUJ/KOTA-PALU/XI/2026 REV.2')
})

test('initials of names in the forms that people have', () => {
  expect(initialsOf('Siti Rahmawati')).toBe('S. R.')
  expect(initialsOf('moh. ali')).toBe('M. A.')
  expect(initialsOf('')).toBe('')
})
