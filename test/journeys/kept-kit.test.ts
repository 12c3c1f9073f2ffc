import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepRecalls } from '../../src/campaigns/consents/recall.ts'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { publishedPicture, withdraw } from '../consent-story.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

const sigi = 'sigi@kabupaten.example'

let served: ServedHouse
let browser: Browser
let story: Awaited<ReturnType<typeof publishedPicture>>
beforeAll(async () => {
  served = await serveSampleHouse()
  story = await publishedPicture(served.house)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
})

const withKit = async () => {
  const context = await browser.newContext(phone)
  const page = await signIn(context, served.url, sigi, served.house.password(sigi))
  await page.goto(`${served.url}/tugas/luring`)
  await page.click('[data-do="keep"]')
  await page.waitForSelector('[data-kept]:not([hidden])', { timeout: 60_000 })
  await page.waitForFunction(() => !!navigator.serviceWorker.controller)
  return { context, page }
}

/** The pictures of duties that lie on this device. */
const kept = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open('sinergi-tugas')).keys())
      .map(({ url }) => new URL(url).pathname)
      .filter(path => path.endsWith('/gambar')),
  )

test('a kit that nobody has checked for days says how old it is and shares nothing, until it is opened with a line', async () => {
  const { context, page } = await withKit()
  await context.setOffline(true)
  await page.goto(`${served.url}/tugas/luring`)
  expect(await page.isVisible('img[data-kit]')).toBe(true)
  expect(await page.isVisible('[data-old]')).toBe(false)
  expect(await page.textContent('main')).toMatch(/Keadaan \S+, \d+ \S+ \d{4}/)
  await page.clock.setFixedTime(Date.now() + 3.1 * 86_400_000)
  await page.reload()
  await page.waitForSelector('[data-old]:not([hidden])')
  expect(await page.textContent('[data-old]')).toContain('lebih dari 3 hari tidak diperiksa')
  for (const way of ['img[data-kit]', 'share-file', 'share-file a[download]', '.wa', 'copy-text'])
    expect([way, await page.locator(`${way} >> visible=true`).count()]).toEqual([way, 0])
  expect(await page.locator('form[data-duty] button >> visible=true').count()).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await seriousFindings(page)).toEqual([])
  await page.clock.setFixedTime(Date.now())
  await context.setOffline(false)
  await page.goto(`${served.url}/tugas/luring`)
  await page.waitForSelector('img[data-kit] >> visible=true')
  await context.close()
})

test('a recalled picture leaves the device with the first page that comes, though nobody opens the kit', async () => {
  const { context, page } = await withKit()
  const path = `/tugas/luring/${story.dutyOf(story.sigi.officeId, 'print').id}/gambar`
  expect(await kept(page)).toContain(path)
  await withdraw(served.house, story.author, story.consent)
  await keepRecalls(served.house)
  // The worker looks at most once a minute; a new one has looked at nothing.
  const worker = await context.newCDPSession(page)
  await worker.send('ServiceWorker.enable')
  await worker.send('ServiceWorker.stopAllWorkers')
  await page.goto(`${served.url}/kampanye`)
  await expect.poll(() => kept(page), { timeout: 30_000 }).not.toContain(path)
  await context.setOffline(true)
  await page.goto(`${served.url}/tugas/luring`)
  expect(await page.locator(`img[src="${path}"]`).count()).toBe(0)
  await context.close()
})
