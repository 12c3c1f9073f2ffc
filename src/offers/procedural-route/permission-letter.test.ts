import fc from 'fast-check'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { LetterForm, letterFields, permissionLetter } from './permission-letter.ts'

const read = async (pdf: Uint8Array) => {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  })
  return { totalPages, text: squeezed(text) }
}
/** Line ends and the places where a long word may break are no part of what was said. */
const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u200b\u00ad]/g, '')
const letter = (given: Record<string, string>) => permissionLetter(LetterForm.parse(given))
const refused = (given: Record<string, string>) => !LetterForm.safeParse(given).success

test('the empty letter is one page with all its lines', async () => {
  const { text, totalPages } = await read(letter({}))
  expect(totalPages).toBe(1)
  for (const words of ['SURATIZINKELUARGA', 'KepalaDesa/Lurah', 'Hubungankeluarga'])
    expect(text).toContain(words)
})

test('what was given stands in the letter, also long, accented and shaped like code', async () => {
  const given = {
    giver: 'Hj. Siti Nurhaliza Dg. Matéo',
    relation: 'mother',
    worker: 'Ñurül-Åsia O’Brien Ștefan Łukasz',
    born: '#panic("x") *tebal* _miring_ $x$ <a> @b [c] \\n',
    workerAddress: 'Jl. Poros Palu–Palolo No. 7, RT 01/RW 02',
    giverAddress: 'x'.repeat(200),
    job: 'Perawat '.repeat(14).trim(),
  }
  const { text, totalPages } = await read(letter(given))
  expect(totalPages).toBe(1)
  const { relation: _, ...typed } = given
  for (const value of Object.values(typed)) expect(text).toContain(squeezed(value))
  expect(text).toContain('Ibu')
})

test('with every line as long as it may be, nothing is lost', async () => {
  const longest = {
    giver: 120,
    giverAddress: 200,
    worker: 120,
    born: 120,
    workerAddress: 200,
    country: 80,
    job: 120,
    channel: 120,
    village: 120,
  }
  const given = Object.fromEntries(
    letterFields.map((name, at) => [name, String.fromCharCode(65 + at).repeat(longest[name])]),
  )
  const { text } = await read(letter(given))
  for (const value of Object.values(given)) expect(text).toContain(value)
})

test.each(['محمد', 'Siti 😀', 'Si\u0000ti', '王小明', 'a\u202eb', '🇮🇩'])(
  '%j is refused, not drawn as empty boxes',
  value => {
    expect(refused({ giver: value })).toBe(true)
  },
)

test('every letter that is accepted can be drawn', async () => {
  const accepted = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    letter => letter.trim() && LetterForm.safeParse({ giver: letter }).success,
  )
  expect(accepted.length).toBeGreaterThan(300)
  for (let at = 0; at < accepted.length; at += 20) {
    const giver = accepted.slice(at, at + 20).join('')
    expect((await read(letter({ giver }))).text).toContain(squeezed(giver))
  }
})

test('whatever is accepted is readable in the letter', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(line, async giver => {
      const given = LetterForm.safeParse({ giver })
      if (!given.success) return
      expect((await read(permissionLetter(given.data))).text).toContain(squeezed(given.data.giver))
    }),
    { numRuns: 150 },
  )
})
