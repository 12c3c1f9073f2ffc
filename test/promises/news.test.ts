import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftArticle, type RecordedFacts } from '../../src/news/index.ts'
import { moveArticle } from '../../src/news/move-article.ts'
import { addReads, withdrawnNotice } from '../../src/news/public-queries.ts'
import { readsOf, versionsOf } from '../../src/news/queries.ts'
import { readArticle } from '../../src/news/read-article.ts'
import { mendFinding, writeArticle } from '../../src/news/write-article.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
let id: number
const sigi = () => house.as('sigi@kabupaten.example')
const humas = () => house.as('humas@bp3mi.example')
const seenBy = (email: string) =>
  house.db.asActor(house.as(email), tx =>
    tx.selectFrom('articles').select('id').where('id', '=', id).execute(),
  )

const facts: RecordedFacts = {
  kind: 'activity',
  what: 'sosialisasi migrasi aman',
  where: { code: '72.10', name: 'Kabupaten Sigi' },
  when: { start: '2026-02-11', zone: 'Asia/Makassar' },
  offices: [],
  who: [],
  figures: [],
}
const content = {
  title: 'Warga Sigi belajar migrasi aman',
  body: 'Warga belajar memeriksa tawaran kerja.',
  quotes: [],
  picture: undefined,
  pictureAlt: '',
  pictureConsent: '',
}

beforeAll(async () => {
  house = await openSampleHouse()
  id = await house.db.asActor(sigi(), tx => draftArticle(tx, sigi(), { id: 7, facts }, { content }))
})
afterAll(() => house?.end())

test('a draft is seen by its office and by those that release in the province, by nobody else', async () => {
  for (const email of ['sigi@kabupaten.example', 'humas@bp3mi.example', 'sekretaris@disnakertrans.example'])
    expect(await seenBy(email), email).toHaveLength(1)
  expect(await seenBy('poso@kabupaten.example')).toEqual([])
  const open = house.db.asPublic(tx => tx.selectFrom('article_versions').select('state').execute())
  expect(new Set((await open).map(({ state }) => state))).toEqual(new Set(['released']))
})

test('two offices may choose the same title', async () => {
  const poso = house.as('poso@kabupaten.example')
  const other = await house.db.asActor(poso, tx => draftArticle(tx, poso, { id: null, facts }, { content }))
  const article = await house.db.asActor(poso, tx => readArticle(tx, other))
  expect(article.slug).toBe('warga-sigi-belajar-migrasi-aman-2')
})

test('the database itself lets no writer release, whatever the program asks', async () => {
  const release = house.db.asActor(sigi(), tx =>
    tx
      .updateTable('article_versions')
      .set({ state: 'released', decided_by: sigi().staffId, decided_at: new Date() })
      .where('article_id', '=', id)
      .execute(),
  )
  await expect(release).rejects.toThrow(/four_eyes/)
})

test('of two that write from the same revision one is told, and nothing is overwritten', async () => {
  const write = (body: string) =>
    house.db.asActor(sigi(), tx => writeArticle(tx, sigi(), id, 1, { ...content, body }, ''))
  const results = await Promise.allSettled([
    write('Tulisan pertama dari dua.'),
    write('Tulisan kedua dari dua.'),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what is released never changes, and its year and office count for insight', async () => {
  const now = house.clock()
  await house.db.asActor(sigi(), tx => moveArticle(tx, sigi(), id, 2, 'submit', { now }))
  await house.db.asActor(humas(), tx => moveArticle(tx, humas(), id, 3, 'release', { now }))
  const [version] = await house.db.asPublic(tx => versionsOf(tx, id))
  expect(version?.state).toBe('released')
  const change = house.db.asJob(tx =>
    tx.updateTable('article_versions').set({ title: 'Lain' }).where('article_id', '=', id).execute(),
  )
  await expect(change).rejects.toThrow(/never changes/)
})

test('reads of several processes add up, and a count of an article that is gone is left out', async () => {
  const hour = new Date('2026-11-24T03:00:00Z')
  const one = { articleId: id, hour, reads: 2, previews: 1 }
  for (const counts of [[one], [one, { ...one, articleId: 99_999 }]])
    await house.db.asJob(tx => addReads(tx, counts))
  expect(await house.db.asPublic(tx => readsOf(tx, id))).toBe(4)
})

test("a finding of another office's article is not this one's to mend", async () => {
  const mend = house.db.asActor(humas(), tx => mendFinding(tx, humas(), id, 4, 'x', house.clock()))
  await expect(mend).rejects.toThrow()
  expect(await house.db.asActor(humas(), tx => readArticle(tx, id))).toMatchObject({ state: 'released' })
})

test('what is withdrawn is out of the reach of the public role, in the database too; only the notice is left', async () => {
  const read = () =>
    house.db.asPublic(async tx => ({
      articles: await tx.selectFrom('articles').selectAll().where('id', '=', id).execute(),
      versions: await versionsOf(tx, id),
      reads: await readsOf(tx, id),
    }))
  expect(await read()).toMatchObject({ articles: [{ id }], versions: [{ title: content.title }], reads: 4 })
  const given = { note: 'Keliru menyebut desa.', now: house.clock() }
  await house.db.asActor(humas(), tx => moveArticle(tx, humas(), id, 4, 'withdraw', given))
  expect(await read()).toEqual({ articles: [], versions: [], reads: 0 })
  expect(await seenBy('poso@kabupaten.example')).toEqual([])
  expect(await seenBy('sigi@kabupaten.example')).toHaveLength(1)
  const notices = await house.db.asPublic(tx =>
    sql`select * from withdrawn_notice('warga-sigi-belajar-migrasi-aman')`.execute(tx),
  )
  expect(notices.rows).toEqual([
    { office: expect.any(String), at: expect.any(Date), why: 'Keliru menyebut desa.' },
  ])
})

test('a draft that never was public leaves no notice, whatever its address', async () => {
  const notice = await house.db.asPublic(tx => withdrawnNotice(tx, 'warga-sigi-belajar-migrasi-aman-2'))
  expect(notice).toBeUndefined()
})
