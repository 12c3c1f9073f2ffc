import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUpCompany } from '../../src/offers/index.ts'
import { carryOut, undoImport } from '../../src/offers/register/import/carry-out.ts'
import { prepare } from '../../src/offers/register/import/prepare.ts'
import { importById } from '../../src/offers/register/import/queries.ts'
import { sheetsOf, takeList } from '../../src/offers/register/import/start-import.ts'
import type { RegisterList } from '../../src/offers/register/register.ts'
import type { Tx } from '../../src/platform/database/database.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'
import { dice, inventNames, pick } from '../register/companies.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const officer = () => house.as('koordinator@bp3mi.example')

const draft = async (list: RegisterList, rows: string[][], asOf = '2026-03-01') => {
  const given = { list, asOf, source: 'Uji', fileName: 'uji.csv' }
  const bytes = Buffer.from(rows.map(row => row.join(';')).join('\n'))
  const taken = await takeList(house, given, bytes)
  if (!taken.ok) throw new Error(taken.reason)
  return house.db.asActor(officer(), tx => taken.keep(tx, officer()))
}
const look = async (id: number) =>
  house.db.asActor(officer(), async tx => {
    const record = (await importById(tx, id))!
    const sheets = await sheetsOf(house, record.gridKey)
    return { sheets, ...(await prepare(tx, record, sheets)) }
  })
const carry = async (id: number) => {
  const { sheets, fingerprint, counts } = await look(id)
  await house.db.asActor(officer(), tx => carryOut(tx, officer(), id, sheets, fingerprint))
  return counts
}
const undo = (id: number) => house.db.asActor(officer(), tx => undoImport(tx, officer(), id))

/** All that is listed, whole. */
const snapshot = () =>
  house.db.asJob(async tx => ({
    companies: await tx
      .selectFrom('recruiters')
      .selectAll()
      .where('listed', '=', true)
      .orderBy('id')
      .execute(),
    branches: await tx
      .selectFrom('recruiter_branches')
      .selectAll()
      .where('listed', '=', true)
      .orderBy('id')
      .execute(),
    orders: await tx.selectFrom('job_orders').selectAll().where('listed', '=', true).orderBy('id').execute(),
  }))

const header = ['Nomor Izin', 'Nama Perusahaan', 'Status', 'Berlaku sampai', 'Kota']

describe('who may see and change the register', () => {
  const everything = (tx: Tx) =>
    Promise.all(
      (
        ['recruiters', 'recruiter_branches', 'job_orders', 'register_imports', 'register_changes'] as const
      ).map(async table => (await tx.selectFrom(table).selectAll().execute()).length),
    )

  test('the public sees the public columns of what is listed, and no record of any import', async () => {
    const [own, company] = await house.db.asPublic(
      async tx =>
        [
          await everything(tx),
          await tx.selectFrom('public_recruiters').selectAll().limit(1).executeTakeFirst(),
        ] as const,
    )
    expect(own).toEqual([0, 0, 0, 0, 0])
    expect(Object.keys(company!).toSorted()).toEqual(
      ['as_of', 'city', 'id', 'licence', 'name', 'state', 'valid_from', 'valid_until'].toSorted(),
    )
  })

  test('nobody writes through the public views', async () => {
    for (const asker of ['koordinator@bp3mi.example', 'sigi@kabupaten.example'])
      await expect(
        house.db.asActor(house.as(asker), tx =>
          tx.updateTable('public_recruiters').set({ state: 'valid' }).execute(),
        ),
      ).rejects.toThrow(/permission denied/)
  })

  test('a district officer reads it, and can neither import nor change a line, whatever the program asks', async () => {
    const sigi = house.as('sigi@kabupaten.example')
    expect((await house.db.asActor(sigi, everything)).every(count => count > 0)).toBe(true)
    const { numUpdatedRows } = await house.db.asActor(sigi, tx =>
      tx.updateTable('recruiters').set({ state: 'valid' }).executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(0n)
    const row = {
      list: 'companies',
      as_of: '2026-03-01',
      source: 'Uji',
      file_name: 'x',
      file_key: 'x',
      grid_key: 'x',
    }
    const own = { ...row, layout: '{}', office_id: sigi.officeId, made_by: sigi.staffId }
    await expect(
      house.db.asActor(sigi, tx => tx.insertInto('register_imports').values(own).execute()),
    ).rejects.toThrow(/row-level security/)
  })

  test('the record of an import stays as it is, also for SQL', async () => {
    for (const set of [
      { counts: '{}' },
      { state: 'draft' },
      { done_by: null, done_at: null, state: 'dropped' },
    ])
      await expect(
        house.db.asJob(tx => tx.updateTable('register_imports').set(set).where('id', '=', 1).execute()),
      ).rejects.toThrow(/stays as it is/)
  })
})

describe('what anybody is told of a name', () => {
  const ask = (name: string, about = {}) =>
    house.db.asPublic(tx => lookUpCompany(tx, name, { day: '2026-11-24', ...about }))

  test('licence and job order: both, written badly, as of a day', async () => {
    const told = await ask('P.T. CONTOH SAMUDERA KARSA cabang Palu')
    expect(told).toMatchObject({ asOf: '2026-02-02', ordersAsOf: '2026-02-02', near: [] })
    expect(told.found).toMatchObject({
      name: 'PT Contoh Samudra Karsa',
      licence: 'valid',
      standing: 'licence-and-order',
      jobOrder: true,
    })
    expect(JSON.stringify(told)).not.toMatch(/Jl\. Contoh|\(contoh\)/)
  })

  test('a job order for another country or job is none', async () => {
    const standingOf = async (about: object) => (await ask('PT Contoh Samudra Karsa', about)).found?.standing
    expect(await standingOf({ country: 'TW', job: 'perawat' })).toBe('licence-and-order')
    expect(await standingOf({ country: 'SA' })).toBe('licence-without-order')
    expect(await standingOf({ job: 'admin' })).toBe('licence-without-order')
    expect(await standingOf({ day: '2035-01-01' })).toBe('licence-ended')
  })

  test.each([
    ['PT Contoh Mentari Insani', 'valid', 'licence-without-order'],
    ['PT Contoh Ombak Utama Internasional', 'expired', 'licence-ended'],
  ])('%s: %s, %s', async (name, licence, standing) => {
    expect((await ask(name)).found).toMatchObject({ licence, standing })
  })

  test('absent: not found as of the day, with names to ask about and no answer about any of them', async () => {
    const told = await ask('PT Contoh Samudra Jaya')
    expect(told.found).toBeUndefined()
    expect(told.asOf).toBe('2026-02-02')
    expect(told.near.map(({ name }) => name)).toContain('PT Contoh Samudra Karsa')
  })

  test('its time', async () => {
    const started = performance.now()
    for (let time = 0; time < 50; time++) await ask('P.T. CONTOH SAMUDERA KARSA')
    console.log(`a lookup through the database ${((performance.now() - started) / 50).toFixed(1)} ms`)
  })
})

describe('an import', () => {
  test('is done whole, and undone to the last column', async () => {
    const before = await snapshot()
    const kept = before.companies.slice(2, 30)
    const rows = kept.map(({ licence, name }, at) => [
      licence.replaceAll('/', ' / '),
      name,
      at === 0 ? 'dicabut' : 'aktif',
      at === 1 ? '31 Desember 2031' : '',
      at === 2 ? 'Ambon' : 'Palu',
    ])
    const id = await draft('companies', [
      header,
      ...rows,
      ['BARU-1', 'PT Contoh Baru Sekali', 'aktif', '1-1-2030', 'Palu'],
    ])
    const counts = await carry(id)
    expect([counts.new, counts.gone]).toEqual([1, before.companies.length - 28])
    const after = await snapshot()
    expect(after.companies.length).toBe(29)
    expect(after.companies[0]).toMatchObject({
      id: kept[0]!.id,
      state: 'revoked',
      address: kept[0]!.address,
      as_of: '2026-03-01',
    })
    // A company that is no longer listed takes its branches and orders out of sight.
    const gone = await house.db.asPublic(tx =>
      tx.selectFrom('public_job_orders').select('recruiter_id').where('recruiter_id', 'in', [1, 2]).execute(),
    )
    expect(gone).toEqual([])
    await undo(id)
    expect(await snapshot()).toEqual(before)
    await expect(undo(id)).rejects.toThrow('register.not-done')
  })

  test('can be undone newest first only', async () => {
    const first = await draft('companies', [header, ['A-1', 'PT Contoh Satu Saja', 'aktif', '', 'Palu']])
    await carry(first)
    const second = await draft('branches', [
      ['Nomor Izin', 'Kota'],
      ['A-1', 'Poso'],
    ])
    await carry(second)
    await expect(undo(first)).rejects.toThrow('register.newest-first')
    await undo(second)
    await undo(first)
  })

  test('is carried out once by two officers at the same moment', async () => {
    const before = await snapshot()
    const id = await draft('companies', [header, ['B-1', 'PT Contoh Balapan', 'aktif', '', 'Palu']])
    const results = await Promise.allSettled([carry(id), carry(id)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await undo(id)
    expect(await snapshot()).toEqual(before)
  })

  test('is not carried out when the register is no longer what was looked at, nor over a newer list', async () => {
    const seen = await draft('companies', [header, ['C-1', 'PT Contoh Terlihat', 'aktif', '', 'Palu']])
    const { sheets, fingerprint } = await look(seen)
    const other = await draft(
      'companies',
      [header, ['D-1', 'PT Contoh Lain', 'aktif', '', 'Palu']],
      '2026-04-01',
    )
    await carry(other)
    const late = house.db.asActor(officer(), tx => carryOut(tx, officer(), seen, sheets, fingerprint))
    await expect(late).rejects.toThrow('register.newer-there')
    await undo(other)
    const same = await draft('companies', [header, ['E-1', 'PT Contoh Sama', 'aktif', '', 'Palu']])
    await carry(same)
    const changed = house.db.asActor(officer(), tx => carryOut(tx, officer(), seen, sheets, fingerprint))
    await expect(changed).rejects.toThrow('register.changed-meanwhile')
    await undo(same)
  })

  test('after any series of lists, undone one by one, every earlier register comes back', async () => {
    const roll = dice(77)
    const names = inventNames(roll, 60)
    const states: Awaited<ReturnType<typeof snapshot>>[] = []
    const done: number[] = []
    for (let step = 0; step < 8; step++) {
      states.push(await snapshot())
      const rows = names
        .filter(() => roll() < 0.7)
        .map(name => [
          `L-${names.indexOf(name)}`,
          name,
          pick(roll, ['aktif', 'dicabut']),
          pick(roll, ['', '1-2-2030']),
          pick(roll, ['Palu', 'Poso']),
        ])
      const owned = names.map((_, at) => [`L-${at}`, pick(roll, ['Palu', 'Sigi', 'Poso']), `Jl. ${step}`])
      const id =
        step % 3 === 2
          ? await draft('branches', [['Nomor Izin', 'Kota', 'Alamat'], ...owned])
          : await draft('companies', [header, ...rows], '2026-05-01')
      await carry(id)
      done.push(id)
    }
    while (done.length > 0) {
      await undo(done.pop()!)
      expect(await snapshot()).toEqual(states.pop())
    }
  })

  test('of 40,000 job orders', async () => {
    const before = await snapshot()
    const rows = Array.from({ length: 40_000 }, (_, at) => {
      const { licence, name } = before.companies[at % before.companies.length]!
      return [licence, name, `JO-${at}`, 'Taiwan', 'Operator pabrik', String((at % 50) + 1), '31-12-2030']
    })
    const started = performance.now()
    const id = await draft('orders', [
      ['Nomor Izin', 'Nama P3MI', 'Nomor Job Order', 'Negara', 'Jabatan', 'Kuota', 'Berlaku sampai'],
      ...rows,
    ])
    const taken = performance.now()
    const counts = await carry(id)
    console.log(
      `40,000 job orders: read ${Math.round(taken - started)} ms, compared twice and in place ${Math.round(performance.now() - taken)} ms`,
    )
    expect(counts).toMatchObject({ new: 40_000, gone: before.orders.length })
    await undo(id)
    expect(await snapshot()).toEqual(before)
  })
})
