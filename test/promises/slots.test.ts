import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillSlots } from '../../src/campaigns/slots/fill-slots.ts'
import { slotsOf, writeSlot } from '../../src/campaigns/slots/queries.ts'
import { readSlots, slotsOfDesigns } from '../../src/campaigns/slots/read-slots.ts'
import { translator } from '../../src/platform/i18n/messages.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const all = slotsOfDesigns([])
const names = all.map(({ name }) => name)
const t = translator('id')

test('an office fills its own slots and empties them again', async () => {
  const sigi = house.as('sigi@kabupaten.example')
  const typed = {
    'help-place': ' Kantor   dinas ',
    placed: '459',
    'placed-source': 'Dinas',
    'placed-date': '2024-12-31',
  }
  const read = readSlots(all, typed, t)
  expect(read).toMatchObject({ ok: true })
  await house.db.asActor(sigi, tx => fillSlots(tx, sigi, all, read.slots))
  const kept = await house.db.asPublic(tx => slotsOf(tx, sigi.officeId, names))
  expect(kept).toEqual({
    'help-place': { value: 'Kantor dinas' },
    placed: { value: '459', source: 'Dinas', asOf: '2024-12-31' },
  })
  await house.db.asActor(sigi, tx => fillSlots(tx, sigi, all, {}))
  expect(await house.db.asPublic(tx => slotsOf(tx, sigi.officeId, names))).toEqual({})
})

test('no office writes the slots of another, whatever it is', async () => {
  const palu = house.as('sigi@kabupaten.example')
  for (const email of ['humas@bp3mi.example', 'sekretaris@disnakertrans.example']) {
    const other = house.as(email)
    const write = house.db.asActor(other, tx =>
      writeSlot(tx, palu.officeId, other.staffId, 'help-place', { value: 'di tempat lain' }),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  }
})

test('a figure without source or date, a word for a figure, and an unprintable sign come back beside their fields', () => {
  const read = readSlots(all, { placed: 'banyak', 'help-place': 'Kantor 🏢' }, t)
  expect(read.ok).toBe(false)
  if (!read.ok)
    expect(Object.keys(read.form.errors).toSorted()).toEqual([
      'help-place',
      'placed',
      'placed-date',
      'placed-source',
    ])
})
