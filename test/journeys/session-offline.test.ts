import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planActivity } from '../../src/coordination/index.ts'
import { activityForm } from '../../src/coordination/programme/form.ts'
import { seriousFindings } from '../axe.ts'
import { args, desk, launch, phone, signIn } from '../browser.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { whatStands } from '../what-stands.ts'

const sigi = 'sigi@kabupaten.example'
// Holds the key of the other office, and so reads who came.
const bp3mi = 'pelindungan@bp3mi.example'

let served: ServedHouse
let browser: Browser
const profile = mkdtempSync(join(tmpdir(), 'sinergi-door-'))
beforeAll(async () => {
  served = await serveSampleHouse()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
  rmSync(profile, { recursive: true, force: true })
})

/** A session of today that two offices hold together. @returns the path of its attendance */
const newSession = async () => {
  const actor = served.house.as(sigi)
  const startsOn = String(served.house.clock().toZonedDateTimeISO('Asia/Makassar').toPlainDate())
  const plan = activityForm.parse({
    kind: 'outreach',
    title: 'Sosialisasi di balai desa',
    placeCode: '72.10.05',
    audience: 'families',
    startsOn,
    startTime: '00:00',
    endTime: '23:59',
    timeZone: 'Asia/Makassar',
    owners: [actor.officeId, served.house.as(bp3mi).officeId].map(String),
  })
  return `/program/${await served.house.db.asActor(actor, tx => planActivity(tx, actor, plan))}/hadir`
}

const enter = (context: BrowserContext, email: string) =>
  signIn(context, served.url, email, served.house.password(email))

const signOut = async (page: Page) => {
  await page.click('form[action="/keluar"] button:visible')
  await page.waitForURL('**/masuk')
}

const prepare = async (page: Page, at: string) => {
  await page.goto(`${served.url}${at}/luring`)
  await page.click('[data-do="prepare"]')
  await page.waitForSelector('[data-prepared]:not([hidden])')
  // Answered by the worker from now on.
  await page.waitForFunction(() => !!navigator.serviceWorker.controller)
}

const note = async (page: Page, names: string[]) => {
  for (const name of names) {
    await page.fill('#name', name)
    await page.click('.form-end .btn')
    await expect.poll(() => page.inputValue('#name')).toBe('')
  }
}

const counted = (page: Page, count: number) =>
  expect
    .poll(() => page.locator('[data-waits]:not([hidden]) [data-count]').allTextContents(), {
      timeout: 60_000,
    })
    .toEqual(count ? [`${count} belum terkirim`] : [])

const listed = (at: string) =>
  served.house.db.asJob(tx =>
    tx
      .selectFrom('activity_attendance')
      .select(['form_id', 'name', 'written_by', 'taken_at'])
      .where('activity_id', '=', Number(at.split('/')[2]))
      .orderBy('written_at')
      .execute(),
  )

/** Everything that lies on the shelf, as text. */
const onTheShelf = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>(resolve => {
      const request = indexedDB.open('sinergi-hadir')
      request.onsuccess = () => resolve(request.result)
    })
    const all = await new Promise<{ envelope: Blob }[]>(resolve => {
      const request = db.transaction('kept').objectStore('kept').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    db.close()
    return Promise.all(all.map(async kept => JSON.stringify(kept) + (await kept.envelope.text())))
  })

const onProfile = async () =>
  playwright.launchPersistentContext(profile, {
    ...phone,
    executablePath: await chromium.executablePath(),
    args,
    headless: true,
  })

const atTheFirstDoor = ['Anikenarijingga', 'Budikenarijingga', 'Citrakenarijingga']

test('two officers without a line, one browser closed and its sign-in run out: all are counted once, doubles are said', async () => {
  const at = await newSession()
  let first = await onProfile()
  const one = await enter(first, sigi)
  await prepare(one, at)
  const second = await browser.newContext(phone)
  const two = await enter(second, bp3mi)
  await prepare(two, at)
  for (const context of [first, second]) await context.setOffline(true)
  for (const page of [one, two]) {
    await page.goto(`${served.url}${at}/luring`)
    expect(await page.textContent('h1')).toBe('Sosialisasi di balai desa')
  }
  await note(one, atTheFirstDoor)
  await note(two, ['  anikenarijingga', 'Dewi'])
  await counted(one, 3)
  await counted(two, 2)
  expect(await listed(at)).toEqual([])
  expect(await seriousFindings(one)).toEqual([])
  const shelf = await onTheShelf(one)
  expect(shelf).toHaveLength(3)
  for (const secret of [...atTheFirstDoor, sigi, served.house.as(sigi).staffId, served.house.as(sigi).name]) {
    expect(shelf.join()).not.toContain(secret)
    expect(await one.content()).not.toContain(secret)
  }

  await first.close()
  expect(whatStands(profile, atTheFirstDoor)).toEqual([])
  // The search itself works: that something waits does stand there.
  expect(whatStands(profile, [`${at}/luring`])).not.toEqual([])
  await served.house.db.authPool.query('delete from session where "userId" = $1', [
    served.house.as(sigi).staffId,
  ])
  first = await onProfile()
  await first.setOffline(true)
  const again = await first.newPage()
  await again.goto(`${served.url}${at}/luring`)
  await counted(again, 3)
  await first.setOffline(false)
  await again.click('[data-do="send"]')
  await again.waitForSelector('[data-say="signedOut"]:not([hidden])')
  await counted(again, 3)
  await again.click('[data-say="signedOut"] a')
  await again.fill('#email', sigi)
  await again.fill('#password', served.house.password(sigi))
  await Promise.all([again.waitForURL(`**${at}/luring`), again.click('button.btn')])
  await counted(again, 0)

  await second.setOffline(false)
  // A line that has only just come back may fail once more; then the officer presses.
  await expect
    .poll(
      async () => {
        if (await two.isVisible('[data-do="send"]')) await two.click('[data-do="send"]').catch(() => {})
        return (await listed(at)).length
      },
      { timeout: 60_000 },
    )
    .toBe(5)
  const rows = await listed(at)
  const taken = (email: string) =>
    rows.filter(({ written_by }) => written_by === served.house.as(email).staffId).length
  expect([taken(sigi), taken(bp3mi)]).toEqual([3, 2])
  expect(rows.every(({ taken_at, name }) => taken_at !== null && name === null)).toBe(true)
  await two.goto(served.url + at)
  expect(await two.textContent('.stat')).toContain('5')
  expect(await two.textContent('main')).toContain('tercatat lebih dari satu kali')
  expect((await two.locator('li b').allTextContents()).sort()).toEqual(
    [...atTheFirstDoor, 'anikenarijingga', 'Dewi'].sort(),
  )
  expect(await two.locator('li:has(.chip.warn) b').allTextContents()).toHaveLength(2)
  await first.close()
  expect(whatStands(profile, atTheFirstDoor)).toEqual([])
})

test('another officer on the same phone neither sees nor sends what waits; the page is gone at sign-out, the entries are not', async () => {
  const at = await newSession()
  const context = await browser.newContext(desk)
  const page = await enter(context, sigi)
  await prepare(page, at)
  await context.setOffline(true)
  await note(page, ['Eko'])
  await counted(page, 1)
  // The line is back for everything but this way.
  await context.route(`**${at}/luring`, route =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await context.setOffline(false)
  await page.goto(`${served.url}/hari-ini`)
  await signOut(page)
  expect(await page.evaluate(() => caches.has('sinergi-hadir'))).toBe(false)
  await context.unroute(`**${at}/luring`)

  const other = await enter(context, bp3mi)
  await other.goto(`${served.url}${at}/luring`)
  await note(other, ['Fitri'])
  await expect.poll(() => listed(at)).toHaveLength(1)
  await counted(other, 0)
  expect(await onTheShelf(other)).toHaveLength(1)
  await other.goto(`${served.url}/hari-ini`)
  await signOut(other)

  const back = await enter(context, sigi)
  await back.goto(`${served.url}${at}/luring`)
  await counted(back, 0)
  expect((await listed(at)).map(({ written_by }) => written_by)).toEqual(
    [bp3mi, sigi].map(email => served.house.as(email).staffId),
  )
  const reader = await enter(context, bp3mi)
  await reader.goto(served.url + at)
  expect(await reader.locator('li b').allTextContents()).toEqual(['Eko', 'Fitri'])
})

test('where the phone keeps nothing, the same form goes to the list', async () => {
  const at = await newSession()
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
  const page = await enter(context, bp3mi)
  await page.goto(`${served.url}${at}/luring`)
  await page.fill('#name', 'Gita')
  await Promise.all([page.waitForURL(`**${at}`), page.click('.form-end .btn')])
  expect(await page.locator('li b').allTextContents()).toEqual(['Gita'])
  expect(await listed(at)).toHaveLength(1)
})
