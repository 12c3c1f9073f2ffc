import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { applyImport, previewImport, undoImport } from './import-list.ts'
import { insertImport } from './import-queries.ts'
import { lookUpCompany } from './look-up-company.ts'
import { entriesOf } from './queries.ts'
import { findHeading } from './read-list.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const asker = (email: string) =>
  house.db.asJob(async tx => {
    const { id, office_id } = await tx
      .selectFrom('staff')
      .select(['id', 'office_id'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    return { staffId: id, officeId: office_id }
  })

const upload = async (email: string, rows: string[][]) => {
  const who = await asker(email)
  const made = {
    formId: randomUUID(),
    kind: 'company' as const,
    fileName: 'x.csv',
    source: 'uji',
    asOf: '2026-11-01',
  }
  return house.db.asActor(who, tx => insertImport(tx, who.staffId, made, rows, findHeading('company', rows)))
}
const heading = ['Nama Perusahaan', 'Nomor Izin', 'Berlaku']
const held = async () =>
  (await house.db.asPublic(tx => entriesOf(tx, 'company'))).filter(({ listed }) => listed)
const say = (name: string) => house.db.asPublic(tx => lookUpCompany(tx, name, '2026-11-24'))

test('a list is applied once, told to the public with its day, and undone newest first', async () => {
  const who = await asker('admin@bp3mi.example')
  const start = await held()
  const first = await upload('admin@bp3mi.example', [
    heading,
    ['PT Uji Ombak Biru', 'UJI-1', '2027-01-12'],
    ['PT Uji Dua', 'UJI-2', '2027-01-12'],
  ])
  await Promise.all([1, 2].map(() => house.db.asActor(who, tx => applyImport(tx, first, false))))
  expect(await say('P.T. Uji Ombakk Biru')).toMatchObject({
    standing: 'licence-without-order',
    asOf: '2026-11-01',
    company: { licence: 'UJI-1', state: 'valid' },
  })
  const after = await held()
  const second = await upload('admin@bp3mi.example', [heading, ['PT Uji Ombak Biru', 'UJI-1', '2026-01-12']])
  const { diff } = await house.db.asActor(who, tx => previewImport(tx, second))
  expect(diff.changed).toMatchObject([
    { changed: [{ field: 'validUntil', old: '2027-01-12', new: '2026-01-12' }] },
  ])
  await house.db.asActor(who, tx => applyImport(tx, second, true))
  expect((await say('Uji Ombak Biru')).standing).toBe('licence-ended')
  expect((await held()).map(({ key }) => key)).toEqual(['UJI-1'])
  await expect(house.db.asActor(who, tx => undoImport(tx, who.staffId, first))).rejects.toThrow()
  await house.db.asActor(who, tx => undoImport(tx, who.staffId, second))
  expect(await held()).toEqual(after)
  await house.db.asActor(who, tx => undoImport(tx, who.staffId, first))
  expect(await held()).toEqual(start)
})

test('a district cannot bring a list, nor see who brought one; nor can the public', async () => {
  await upload('admin@bp3mi.example', [heading, ['PT Uji Tiga', 'UJI-3', '']])
  await expect(upload('sigi@kabupaten.example', [heading, ['PT Uji', 'UJI-9', '']])).rejects.toThrow(
    /row-level security/,
  )
  const seen = (tx: Parameters<typeof entriesOf>[0]) =>
    tx.selectFrom('register_imports').select('id').execute()
  expect(await house.db.asActor(await asker('sigi@kabupaten.example'), seen)).toEqual([])
  expect(await house.db.asPublic(seen)).toEqual([])
})

test('an empty cell empties a field, and a missing column leaves it', async () => {
  const who = await asker('admin@bp3mi.example')
  const bring = async (rows: string[][]) => {
    const id = await upload('admin@bp3mi.example', rows)
    await house.db.asActor(who, tx => applyImport(tx, id, false))
    return (await held()).find(({ key }) => key === 'UJI-5')?.fields.validUntil
  }
  expect(await bring([heading, ['PT Uji Lima', 'UJI-5', '2027-01-12']])).toBe('2027-01-12')
  expect(await bring([heading.slice(0, 2), ['PT Uji Lima', 'UJI-5']])).toBe('2027-01-12')
  expect(await bring([heading, ['PT Uji Lima', 'UJI-5', '']])).toBeUndefined()
})
