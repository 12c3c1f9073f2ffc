import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Database } from '../platform/database/database.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { newCode } from './code.ts'
import { agent, devicesOf, forkLinks, scene, setScene, startLinks, visit, visitsOf } from './links.scenes.ts'

setScene(16)

/** What a kill may take: a second of counts, and the time that a busy machine takes to write them. */
const lostMs = 1000 + 500

/** The scene's database, telling how often it was asked. */
const watched = () => {
  const asJob = vi.fn(scene.db.asJob)
  return { asJob: asJob as Database['asJob'], times: () => asJob.mock.calls.length }
}

/** Gives a link of the scene a new code, which nobody who has started before can know. */
const issueLater = async () => {
  const { dutyId } = scene.links.pop()!
  const code = newCode()
  await scene.db.asJob(tx =>
    tx
      .updateTable('links')
      .set({ code, issued_at: new Date() as never })
      .where('duty_id', '=', dutyId)
      .execute(),
  )
  return { code, dutyId, target: `/k/contoh?kantor=1&materi=${dutyId}` }
}

test('each form of a link leads to the page and is counted as what it is', async () => {
  const { port, links } = await startLinks()
  const [link] = scene.links
  const { code, target } = link!
  const answer = await visit(port, `/t/${code.toLowerCase()}`)
  expect(answer.statusCode).toBe(302)
  expect(answer.headers).toMatchObject({
    location: target,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-length': '0',
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect((await visit(port, `/t/${code}?fbclid=x`)).headers.location).toBe(target)
  expect((await visit(port, `/T/${code}`)).headers.location).toBe(target)
  expect((await visit(port, `/t/${code}`, 'HEAD')).headers.location).toBe(target)
  expect((await visit(port, `/t/${code}`, 'GET', { 'user-agent': 'WhatsApp/2.24.20.89 A' })).statusCode).toBe(
    302,
  )
  await links.stop()
  expect(await visitsOf(link!)).toEqual({ clicks: 2, scans: 1, previews: 2 })
  expect(await devicesOf(link!)).toBe(1)
})

test('what is no link of ours is left to the rest of the house', async () => {
  const db = watched()
  const { port } = await startLinks(db)
  const code = scene.links[1]!.code
  const mistyped = code.slice(0, 6) + (code[6] === '2' ? '3' : '2')
  const before = db.times()
  for (const path of [
    '/',
    '/t/',
    `/t/${mistyped}`,
    `/t/${code}x`,
    `/t/${code}/`,
    `/k/${code}`,
    '/t/%00%00%00%00',
  ])
    expect((await visit(port, path)).statusCode, path).toBe(404)
  expect((await visit(port, `/t/${code}`, 'POST')).statusCode).toBe(404)
  expect(db.times()).toBe(before)
})

test('an unknown code is asked for once, however many want it', async () => {
  const db = watched()
  const { port } = await startLinks(db)
  const before = db.times()
  const path = `/t/${newCode()}`
  const answers = await Promise.all(Array.from({ length: 20 }, () => visit(port, path)))
  expect(answers.every(({ statusCode }) => statusCode === 404)).toBe(true)
  expect((await visit(port, path)).statusCode).toBe(404)
  expect(db.times() - before).toBe(1)
})

test('a link that another process issued works from its first visit, counted in full', async () => {
  const db = watched()
  const { port, links } = await startLinks(db)
  const link = await issueLater()
  const before = db.times()
  const answers = await Promise.all(Array.from({ length: 20 }, () => visit(port, `/T/${link.code}`)))
  expect(answers.every(({ headers }) => headers.location === link.target)).toBe(true)
  expect(db.times() - before).toBe(1)
  await links.stop()
  expect(await visitsOf(link)).toEqual({ clicks: 0, scans: 20, previews: 0 })
})

test('the counts of several processes merge', async () => {
  const houses = await Promise.all([startLinks(), startLinks(), startLinks()])
  const link = scene.links[2]!
  await Promise.all(
    houses.flatMap(({ port }) => Array.from({ length: 10 }, () => visit(port, `/t/${link.code}`))),
  )
  await Promise.all(houses.map(({ links }) => links.stop()))
  expect(await visitsOf(link)).toEqual({ clicks: 30, scans: 0, previews: 0 })
})

test('a link that was issued after the start and never asked for answers while the database is down', async () => {
  const db = watched()
  const { port } = await startLinks(db, 50)
  const link = await issueLater()
  const before = db.times()
  await expect.poll(() => db.times() - before, { timeout: 20_000 }).toBeGreaterThan(1)
  await scene.engine.stop()
  expect((await visit(port, `/t/${link.code}`)).headers.location).toBe(link.target)
  scene.engine = await startEmbedded(scene.folder)
})

test('links work while the database is down; no count is lost, and the log knows nothing of who came', async () => {
  const { port } = await startLinks()
  const link = scene.links[3]!
  for (let n = 0; n < 10; n++) await visit(port, `/t/${link.code}`)
  await scene.engine.stop()
  scene.logged.length = 0
  for (let n = 0; n < 50; n++)
    expect((await visit(port, `/t/${link.code}`)).headers.location).toBe(link.target)
  expect((await visit(port, `/t/${newCode()}`)).statusCode).toBe(404)
  await expect.poll(() => scene.logged.length, { timeout: 10_000 }).toBeGreaterThan(1)
  expect(
    JSON.stringify(scene.logged, (_key, value) => (value instanceof Error ? value.stack : value)),
  ).not.toMatch(/Android|127\.0\.0\.1/)
  scene.engine = await startEmbedded(scene.folder)
  for (let n = 0; n < 10; n++) await visit(port, `/t/${link.code}`)
  await expect.poll(() => visitsOf(link), { timeout: 20_000 }).toEqual({ clicks: 70, scans: 0, previews: 0 })
})

test('a killed process loses the last second of its counts at most, and nothing of who came is stored', async () => {
  const { port, child } = await forkLinks()
  const link = scene.links[4]!
  const answered: number[] = []
  const clicking = (async () => {
    while (child.exitCode === null && child.signalCode === null) {
      const answer = await visit(port, `/t/${link.code}`).catch(() => undefined)
      if (answer?.statusCode === 302) answered.push(Date.now())
      await pause(2)
    }
  })()
  // Long enough that most of the clicks are older than what may be lost.
  const clickedFor = () => (answered.at(-1) ?? 0) - (answered[0] ?? 0)
  await expect.poll(clickedFor, { timeout: 20_000 }).toBeGreaterThan(2 * lostMs)
  const killedAt = Date.now()
  child.kill('SIGKILL')
  await clicking
  const counted = (await visitsOf(link))!.clicks
  expect(counted).toBeGreaterThanOrEqual(answered.filter(at => at < killedAt - lostMs).length)
  expect(counted).toBeLessThanOrEqual(answered.length + 1)
  const rows = await scene.db.asJob(tx => tx.selectFrom('link_hours').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain(agent)
})
