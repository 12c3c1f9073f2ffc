import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
const as = (email: string) => house.as(email)
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

test('every table forces row-level security, and the web role owns none', async () => {
  const { rows } = await house.db.ownerPool.query(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')`,
  )
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual([])
  expect(rows.filter(({ owner }) => owner.startsWith('sinergi_')).map(({ name }) => name)).toEqual([])
})

test('no role of the program owns tables, passes by row-level security or can sign in by itself', async () => {
  const { rows } = await house.db.ownerPool.query(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcanlogin as strong from pg_roles
     where rolname in ('sinergi_web', 'sinergi_jobs', 'sinergi_auth', 'sinergi_sight') order by rolname`,
  )
  expect(rows).toEqual(
    ['sinergi_auth', 'sinergi_jobs', 'sinergi_sight', 'sinergi_web'].map(rolname => ({
      rolname,
      strong: false,
    })),
  )
  const owned = await house.db.ownerPool.query(
    `select 'class ' || relname as thing from pg_class where relowner = 'sinergi_web'::regrole
     union all select 'function ' || proname from pg_proc where proowner = 'sinergi_web'::regrole
     union all select 'schema ' || nspname from pg_namespace where nspowner = 'sinergi_web'::regrole`,
  )
  expect(owned.rows).toEqual([])
})

test('the web role reaches neither the queue nor what belongs to sign-in nor the schema history', async () => {
  for (const table of ['pgboss.job', 'pgboss.queue', 'auth.session', 'auth.account', 'schema_history']) {
    const reading = house.db.asPublic(tx => sql`select * from ${sql.raw(table)}`.execute(tx))
    await expect(reading, table).rejects.toThrow(/permission denied/)
  }
})

describe('a district officer', () => {
  const dutiesSeenBy = (email: string) =>
    house.db.asActor(as(email), tx => tx.selectFrom('duties').select('office_id').execute())

  test('sees the own duties and no others', async () => {
    const seen = await dutiesSeenBy('sigi@kabupaten.example')
    expect(seen.length).toBe(3)
    expect(new Set(seen.map(row => row.office_id))).toEqual(new Set([as('sigi@kabupaten.example').officeId]))
  })

  test("cannot move another office's duty, whatever the program asks", async () => {
    const other = as('poso@kabupaten.example').officeId
    const { numUpdatedRows } = await house.db.asActor(as('sigi@kabupaten.example'), tx =>
      tx.updateTable('duties').set({ state: 'accepted' }).where('office_id', '=', other).executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(0n)
    const untouched = await house.db.asJob(tx =>
      tx.selectFrom('duties').select('state').where('office_id', '=', other).orderBy('id').execute(),
    )
    expect(untouched.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'attached'])
  })

  test('cannot change another office, its contacts or its people, nor hand the own people over', async () => {
    const sigi = as('sigi@kabupaten.example')
    const other = as('poso@kabupaten.example')
    const changed = await house.db.asActor(sigi, async tx => [
      await tx
        .updateTable('offices')
        .set({ name: 'Lain' })
        .where('id', '=', other.officeId)
        .executeTakeFirst(),
      await tx.updateTable('staff').set({ active: false }).where('id', '=', other.staffId).executeTakeFirst(),
    ])
    expect(changed.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([0n, 0n])
    const contact = { office_id: other.officeId, kind: 'phone', value: '0800 0000' }
    await expect(
      house.db.asActor(sigi, tx => tx.insertInto('office_contacts').values(contact).execute()),
    ).rejects.toThrow(/row-level security/)
    await expect(
      house.db.asActor(sigi, tx =>
        tx.updateTable('staff').set({ office_id: other.officeId }).where('id', '=', sigi.staffId).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('cannot give proof for another office, nor make itself an owner', async () => {
    const foreign = await house.db.asJob(tx =>
      tx
        .selectFrom('duties')
        .select('id')
        .where('office_id', '=', as('poso@kabupaten.example').officeId)
        .executeTakeFirstOrThrow(),
    )
    const sigi = as('sigi@kabupaten.example')
    const proof = { duty_id: foreign.id, kind: 'link', url: 'https://x.example', given_by: sigi.staffId }
    await expect(
      house.db.asActor(sigi, tx => tx.insertInto('proofs').values(proof).execute()),
    ).rejects.toThrow(/row-level security/)
    const owner = { campaign_id: 1, office_id: sigi.officeId }
    await expect(
      house.db.asActor(sigi, tx => tx.insertInto('campaign_owners').values(owner).execute()),
    ).rejects.toThrow(/row-level security/)
  })

  test('does not see the people or the audit trail of another office', async () => {
    const seen = await house.db.asActor(as('sigi@kabupaten.example'), async tx => ({
      staff: await tx.selectFrom('staff').select('office_id').execute(),
      audit: await tx.selectFrom('audit').select('chain').execute(),
    }))
    const own = as('sigi@kabupaten.example').officeId
    expect(seen.staff.length).toBe(3)
    expect(new Set([...seen.staff.map(row => row.office_id), ...seen.audit.map(row => row.chain)])).toEqual(
      new Set([own]),
    )
  })
})

test('the owners of a campaign and the office above see every duty', async () => {
  for (const email of ['humas@bp3mi.example', 'sekretaris@disnakertrans.example']) {
    const seen = await house.db.asActor(as(email), tx => tx.selectFrom('duties').select('id').execute())
    expect(seen.length).toBe(39)
  }
})

test('nobody in particular sees nothing that is not published', async () => {
  const seen = await house.db.asPublic(async tx => ({
    duties: await tx.selectFrom('duties').select('id').execute(),
    proofs: await tx.selectFrom('proofs').select('id').execute(),
    staff: await tx.selectFrom('staff').select('id').execute(),
    audit: await tx.selectFrom('audit').select('id').execute(),
    counts: await tx.selectFrom('link_hours').select('code').execute(),
    events: await tx.selectFrom('duty_events').select('id').execute(),
    materials: await tx.selectFrom('materials').select('id').execute(),
    invitations: await tx.selectFrom('invitations').select('id').execute(),
    errands: await tx.selectFrom('errands').select('id').execute(),
    receipts: await tx.selectFrom('form_receipts').select('form_id').execute(),
  }))
  expect(Object.entries(seen).filter(([, rows]) => rows.length > 0)).toEqual([])
})

test('an approved version never changes, not even by SQL', async () => {
  const change = house.db.asJob(tx =>
    tx.updateTable('material_versions').set({ headline: 'Lain' }).where('state', '=', 'approved').execute(),
  )
  await expect(change).rejects.toThrow(/never changes/)
})

test('an author cannot decide on the own material, not even by SQL', async () => {
  const author = as('humas@bp3mi.example').staffId
  const own = house.db.asJob(tx =>
    sql`insert into material_versions (material_id, number, state, design, headline, caption, alt_text, author_id, decided_by)
        values (1, 2, 'approved', 'ombak', 'Lain', 'Teks', 'Gambar', ${author}, ${author})`.execute(tx),
  )
  await expect(own).rejects.toThrow(/four_eyes/)
})
