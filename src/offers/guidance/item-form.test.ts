import { expect, test } from 'vitest'
import { z } from 'zod'
import { translator } from '../../platform/i18n/messages.ts'
import type { Json } from './document.ts'
import { readItem, valuesOf } from './item-form.ts'
import { formalProblems } from './problems.ts'
import { readTyped } from './save-item.ts'
import { shapeAt, shapeOf } from './shape.ts'

const spoken = z.object({ id: z.string().min(3), en: z.string().min(3) })
const source = z.object({ title: z.string().min(3), url: z.url().optional(), readOn: z.iso.date() })
const fees = z.object({
  rates: z.record(z.string(), z.number().positive()),
  fees: z.array(
    z.object({
      id: z.string(),
      title: spoken,
      ceiling: z.number().int(),
      paidBy: z.enum(['employer', 'worker']),
      words: z.array(z.string().max(60)),
      again: z.boolean().optional(),
      verifiedOn: z.iso.date().nullable(),
      places: z.array(z.enum(['village', 'clinic'])),
      parts: z.array(z.object({ name: z.string(), amount: z.number(), notes: z.array(z.string()) })),
      source,
    }),
  ),
})
const fee = {
  id: 'passport',
  title: { id: 'Paspor', en: 'Passport' },
  ceiling: 350_000,
  paidBy: 'worker',
  words: ['paspor', 'passport'],
  again: true,
  verifiedOn: null,
  places: ['clinic'],
  parts: [{ name: 'Buku', amount: 1, notes: [] }],
  source: { title: 'Tarif imigrasi', readOn: '2026-11-01' },
}
const body: Json = { rates: { MYR: 3891.125 }, fees: [fee] }
const kind = { slug: 'x', schema: fees, title: 'nav.guidance', lead: 'nav.guidance' } as const
const t = translator('en')
const path = ['fees', 'passport']
const shape = shapeAt(shapeOf(fees), path)!
const sent = (item: Json, change: Record<string, string | string[]> = {}) => ({
  ...valuesOf(shape, item),
  'words.#': '5',
  ...change,
})

test('an item comes back from its form as it went in, with its own pages untouched', () => {
  expect(readItem(shape, sent(fee), fee)).toEqual(fee)
  expect(
    (readItem(shape, sent(fee, { places: ['village', 'clinic'] }), fee) as typeof fee).places,
  ).toHaveLength(2)
  expect(valuesOf(shape, fee)).not.toHaveProperty('parts.0.name')
})

test('figures are read as people here write them', () => {
  const read = (ceiling: string) => (readItem(shape, sent(fee, { ceiling }), fee) as typeof fee).ceiling
  expect([read('1.500.000'), read('1500'), read('1,5'), read('0.125'), read('seribu')]).toEqual([
    1_500_000,
    1500,
    1.5,
    0.125,
    'seribu',
  ])
  const rates = shapeAt(shapeOf(fees), ['rates'])!
  expect(
    readItem(
      rates,
      { ...valuesOf(rates, { MYR: 3891.125 }, false, 'rates'), 'rates.#': '1' },
      {},
      false,
      'rates',
    ),
  ).toEqual({
    MYR: 3891.125,
  })
})

test('a row left empty is gone, a row filled in is there', () => {
  const read = readItem(shape, sent(fee, { 'words.0': '', 'words.4': 'buku' }), fee)
  expect((read as typeof fee).words).toEqual(['passport', 'buku'])
})

test('each fault stands beside its field, and what was typed is kept', () => {
  const typed = readTyped(
    kind,
    body,
    path,
    sent(fee, { ceiling: 'seribu', 'title.en': '', 'source.title': '', 'words.3': 'x'.repeat(61) }),
    t,
  )!
  expect(Object.keys(typed.errors).toSorted()).toEqual(['ceiling', 'source.title', 'title.en', 'words.2'])
  expect(typed.errors['source.title']).toContain('Without a source')
  expect(valuesOf(shape, typed.item).ceiling).toBe('seribu')
})

test('a new item is named from its title, and a name that is taken is refused', () => {
  const added = readTyped(kind, body, ['fees', '-'], sent(fee, { id: '', 'title.en': 'Medical check' }), t)!
  expect([added.errors, (added.item as typeof fee).id]).toEqual([{}, 'medical-check'])
  const again = readTyped(kind, body, ['fees', '-'], sent(fee), t)!
  expect(Object.keys(again.errors)).toEqual(['id'])
})

test('a whole document without a source is refused, wherever the source is missing', () => {
  const { source: _, ...without } = fee
  expect(formalProblems(kind, { rates: {}, fees: [fee, { ...without, id: 'visa' }] })[0]).toMatchObject({
    path: ['fees', '1', 'source'],
    message: 'guidance.source-needed',
  })
  expect(formalProblems(kind, body)).toEqual([])
})
