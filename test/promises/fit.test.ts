import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewLink } from '../../src/campaigns/designs/draw-example.ts'
import { fitOf } from '../../src/campaigns/fit/look-for-misfits.ts'
import type { Version } from '../../src/campaigns/materials/material.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const version: Version = {
  id: 0,
  materialId: 0,
  number: 1,
  edition: 1,
  state: 'draft',
  pictured: null,
  captions: {},
  validFrom: null,
  validUntil: null,
  speaker: '',
  authorId: '',
  decidedAt: null,
  decisionNote: null,
  writtenAt: new Date(0),
  design: 'bantuan',
  language: 'id',
  headline: 'Ragu dengan tawaran kerja? Tanya kami.',
  points: ['Gratis, tanpa perlu janji'],
  callToAction: 'Bertanya dulu tidak merugikan',
  caption: 'Cek dulu: {tautan}',
  altText: 'Poster',
  radio: { thirty: '', sixty: '' },
  artwork: undefined,
}

const look = (change: Partial<Version> = {}) =>
  fitOf(
    house,
    {
      version: { ...version, ...change },
      credit: 'BP3MI Sulawesi Tengah',
      link: previewLink(house.config.publicUrl),
    },
    true,
  )

test('a message that fits every office is looked at once and then known', async () => {
  const material = { version, credit: 'BP3MI Sulawesi Tengah', link: previewLink(house.config.publicUrl) }
  expect((await fitOf(house, material, false)).known).toBe(false)
  const fit = await look()
  expect(fit).toMatchObject({ known: true, misfits: [] })
  expect(fit.looked).toBe(fit.offices)
  expect((await fitOf(house, material, false)).known).toBe(true)
})

test('a message too long for one low sheet is named with that sheet, for all offices', async () => {
  const points = Array.from(
    { length: 3 },
    () => 'Boleh datang bersama keluarga, tetangga, dan kepala desa sekalian',
  )
  const headline = 'Ragu dengan tawaran kerja di luar negeri? Tanya kami dulu'
  const sigi = house.as('sigi@kabupaten.example')
  await house.db.asActor(sigi, tx =>
    tx
      .insertInto('office_slots')
      .values({
        office_id: sigi.officeId,
        name: 'help-place',
        value: 'Gedung pelayanan terpadu lantai dua sebelah kantor bupati, Jalan Poros Palu–Kulawi Bora',
        written_by: sigi.staffId,
      })
      .execute(),
  )
  const { misfits } = await look({ points, headline })
  expect(misfits.filter(({ office }) => office === 'Sigi').map(({ format }) => format)).toContain('square')
  expect(misfits.every(({ format }) => format !== 'a3')).toBe(true)
})

test('the one office whose name has no room is named, and no other', async () => {
  const buol = house.as('buol@kabupaten.example')
  const name =
    'Dinas Ketenagakerjaan, Transmigrasi, Koperasi, Usaha Mikro, Kecil, dan Menengah, Perindustrian Buol'
  await house.db.asJob(tx =>
    tx
      .updateTable('offices')
      .set({ name: `${name} Sulteng` })
      .where('id', '=', buol.officeId)
      .execute(),
  )
  const { misfits } = await look({ headline: 'Tanya kami.' })
  const named = misfits.filter(({ role }) => role === 'office')
  expect(new Set(named.map(({ office }) => office))).toEqual(new Set(named.length > 0 ? ['Buol'] : []))
})

test('a sign that no face has is reported before anything is drawn', async () => {
  const { misfits } = await look({ headline: 'Cek dulu 🛂 ya' })
  expect(misfits.filter(({ why }) => why === 'glyph')).toEqual([
    expect.objectContaining({ role: 'headline', signs: '🛂' }),
  ])
})

test('Arabic, Indonesian marks and the signs of a price are known to the faces', async () => {
  const { misfits } = await look({ headline: '“Gaji” Rp15.000.000 – تأشيرة', points: ['é ñ … • ½'] })
  expect(misfits.filter(({ why }) => why === 'glyph')).toEqual([])
})
