import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Office, posterContact } from '../../offices/index.ts'
import type { Format } from '../format.ts'
import { strip, wordPoster } from '../render-variant.samples.ts'
import { laidOut } from '../render-variant.ts'
import { type Asked, hardest } from './hardest.ts'
import { messageRoles } from './misfit.ts'

const word = fc.constantFrom(
  ...'Dinas Tenaga Kerja dan Transmigrasi Ketenagakerjaan Perindustrian Kabupaten Kota Banggai Kepulauan Tojo-Una-Una UKM/IKM WWWW iii & Mamuju'.split(
    ' ',
  ),
)
const office = fc.record({
  name: fc.array(word, { minLength: 1, maxLength: 14 }).map(words => words.join(' ')),
  contact: fc.constantFrom(
    '08',
    '0800 0000 7207 (contoh)',
    'disnakertrans.perindustrian@banggaikepulauan.example',
  ),
})

const asked = ({ name, contact }: { name: string; contact: string }): Asked => ({
  office: { id: 1, name, shortName: name, logoKey: null } as Office,
  contacts: [{ id: 1, kind: 'phone', value: contact, source: 'surat', verifiedOn: '2026-11-01' }],
  slots: {},
})

const misfits = ({ office, contacts }: Asked, format: Format, logo?: Uint8Array) => {
  const { logo: _, ...words } = strip
  const own = { ...words, slots: {}, office: office.name, contact: posterContact(contacts)!.value }
  const notes = laidOut(wordPoster('jalur'), { ...own, ...(logo && { logo }) }, format).noted('fit')
  return (notes as { role: string }[]).map(({ role }) => role).filter(role => !messageRoles.includes(role))
}

test('where the hardest office has room every office has, whatever they are called', async () => {
  const seen = { room: 0, none: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(office, { minLength: 2, maxLength: 8 }), async offices => {
      const all = offices.map(asked)
      for (const format of ['square', 'landscape', 'talk'] as const) {
        const bound = (await hardest(all)).filter(one => one.format === format)
        const fits = bound.every(one => misfits(one, format, one.logo).length === 0)
        seen[fits ? 'room' : 'none'] += 1
        if (fits) expect(all.map(one => misfits(one, format))).toEqual(all.map(() => []))
      }
    }),
    { numRuns: 25, seed: 20261124 },
  )
  // Else nothing was shown.
  expect(Math.min(seen.room, seen.none)).toBeGreaterThan(10)
})

test('the hardest is made of the widest word in each place, with nothing in it at which a line could break', async () => {
  const [one] = await hardest(
    ['iiiiiii Tenaga', 'Balai Tojo-Una'].map(name => asked({ name, contact: '08' })),
  )
  expect(one!.office.name).toBe('Balai TojoWUna')
})
