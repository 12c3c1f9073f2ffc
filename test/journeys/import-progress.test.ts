import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAllReturnees } from '../../src/returnees/likeness/check-returnees.ts'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

/** Nobody works through the queue of this house: what is left to compare waits until the test says so. */
let served: ServedHouse
let browser: Browser
beforeAll(async () => {
  served = await serveSampleHouse(house => ({ ...house, jobs: { ...house.jobs, send: async () => {} } }))
  browser = await launch()
  await checkAllReturnees(served.house)
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
})

const officer = 'petugas.sigi@kabupaten.example'

const imports = async (context: BrowserContext, from: number): Promise<Page> => {
  const page = await signIn(context, served.url, officer, served.house.password(officer))
  await page.goto(`${served.url}/purna/impor`)
  const people = Array.from(
    { length: 130 },
    (_, at) => `${at};Orang Ke ${from + at};${70_000 + from + at};Sigi`,
  )
  const rows = ['No;Nama;Paspor;Kabupaten', ...people]
  await page.setInputFiles('#file', {
    name: 'purna.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  })
  await Promise.all([
    page.waitForURL(/\/purna\/impor\/[0-9a-f-]{36}$/),
    page.locator('main').getByRole('button', { name: 'Impor', exact: true }).click(),
  ])
  return page
}

const progress = (page: Page) => page.locator('main progress')

test('a long list says how far it is compared, and the page goes on by itself until that is done', async () => {
  const page = await imports(await browser.newContext(phone), 0)
  expect(await page.textContent('main')).toContain('130 masuk')
  expect([await progress(page).getAttribute('value'), await progress(page).getAttribute('max')]).toEqual([
    '100',
    '130',
  ])
  expect(await seriousFindings(page)).toEqual([])
  // Kept by the page in place: a reload would forget it.
  await page.evaluate(() => {
    document.body.dataset.same = 'yes'
  })
  await checkAllReturnees(served.house)
  await expect.poll(() => progress(page).count(), { timeout: 60_000 }).toBe(0)
  expect(await page.evaluate(() => document.body.dataset.same)).toBe('yes')
  expect(await page.locator('auto-refresh').count()).toBe(0)
})

test('without scripts the page asks for itself again, and stops when all is compared; it can be left and found again', async () => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
  const page = await imports(context, 1000)
  const at = page.url()
  expect(await progress(page).getAttribute('value')).toBe('100')
  expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(1)
  await page.goto(`${served.url}/purna`)
  await checkAllReturnees(served.house)
  await page.goto(`${served.url}/purna/impor`)
  await page.locator(`a[href="${new URL(at).pathname}"]`).click()
  await page.waitForURL(at)
  expect(await page.textContent('main')).toContain('130 masuk')
  expect(await progress(page).count()).toBe(0)
  expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(0)
})
