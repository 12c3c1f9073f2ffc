import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const fit = (change: Partial<Version>, look: boolean) =>
  fitOf(
    house,
    {
      version: { ...version, ...change },
      credit: 'BP3MI Sulawesi Tengah',
      link: previewLink(house.config.publicUrl),
    },
    look,
  )

test('a message that fits every office is looked at once and then known', async () => {
  expect((await fit({}, false)).known).toBe(false)
  const found = await fit({}, true)
  expect(found).toMatchObject({ known: true, misfits: [] })
  expect((await fit({}, false)).known).toBe(true)
})

test('a message too long for low sheets is named with each of them, for all offices; and the one office whose name has no room', async () => {
  const buol = house.as('buol@kabupaten.example')
  const name = `Dinas ${'Ketenagakerjaan'.repeat(5)} Buol`
  await house.db.asActor(buol, tx =>
    tx.updateTable('offices').set({ name }).where('id', '=', buol.officeId).execute(),
  )
  const point =
    'Simpan salinan paspor dan perjanjian kerja Anda di rumah, bersama keluarga yang menunggu di kampung'
  const { misfits } = await fit({ design: 'peringatan', points: Array(5).fill(point) }, true)
  const points = misfits.filter(({ role }) => role === 'points')
  const formats = points.map(({ format }) => format)
  expect(formats).toEqual(expect.arrayContaining(['square', 'landscape']))
  expect(formats).not.toContain('a3')
  // The message is everybody's: no office is blamed for it.
  expect(points.every(({ office, why }) => office === '' && why === 'small')).toBe(true)
  const named = misfits.filter(({ role }) => role === 'office').map(({ office }) => office)
  expect([...new Set(named)]).toEqual(['Buol'])
})

test('a sign that no face has is reported before anything is laid out', async () => {
  const { misfits } = await fit({ headline: 'Cek dulu 🛂 ya' }, false)
  expect(misfits).toEqual([expect.objectContaining({ role: 'headline', why: 'glyph', signs: '🛂' })])
})

test('Arabic, Indonesian marks and the signs of a price are known to the faces', async () => {
  const { misfits } = await fit({ headline: '“Gaji” Rp15.000.000 – تأشيرة', points: ['é ñ … • ½'] }, false)
  expect(misfits).toEqual([])
})

describe('in a network of many offices', () => {
  const laidOut = () =>
    house.db.asJob(async tx => (await tx.selectFrom('variant_fits').select('key').execute()).length)

  test('what all of them are called is seen to fit at once, and the one that has no room is found all the same', async () => {
    const ids = await house.db.asJob(async tx => {
      const { id: _, ...one } = await tx
        .selectFrom('offices')
        .selectAll()
        .where('kind', '=', 'district')
        .executeTakeFirstOrThrow()
      const many = Array.from({ length: 120 }, (_, at) => ({
        ...one,
        name: `Dinas Tenaga Kerja Kabupaten Nomor ${at}`,
        short_name: `Nomor ${at}`,
        logo_key: null,
        tile_column: null,
        tile_row: null,
      }))
      await tx
        .updateTable('offices')
        .set({ name: 'Dinas Tenaga Kerja Buol' })
        .where('short_name', '=', 'Buol')
        .execute()
      return tx.insertInto('offices').values(many).returning('id').execute()
    })
    const before = await laidOut()
    const easy = await fit({ headline: 'Tanya kami dulu' }, true)
    expect(easy).toMatchObject({ known: true, misfits: [] })
    expect(easy.offices).toBeGreaterThan(120)
    // Four sheets an office it would have been; what is spoken is counted for each, since that is no layout.
    const looked = (await laidOut()) - before
    expect(looked).toBeLessThan(easy.offices + 100)
    console.log(`${easy.offices} offices: ${looked} sheets, of which ${easy.offices} spoken`)
    expect((await fit({ headline: 'Tanya kami dulu' }, false)).known).toBe(true)
    await house.db.asJob(tx =>
      tx
        .updateTable('offices')
        .set({ name: `Dinas ${'Ketenagakerjaan'.repeat(5)}` })
        .where('id', '=', ids[77]!.id)
        .execute(),
    )
    expect((await fit({ headline: 'Tanya kami dulu' }, false)).known).toBe(false)
    const { misfits } = await fit({ headline: 'Tanya kami dulu' }, true)
    expect([...new Set(misfits.filter(({ role }) => role === 'office').map(one => one.office))]).toEqual([
      'Nomor 77',
    ])
  })
})
