import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, launch, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const officer = async (email: string, javaScriptEnabled: boolean) => {
  const context = await browser.newContext({ ...desk, javaScriptEnabled })
  const page = await signIn(context, product.url, email, product.password(email))
  page.setDefaultTimeout(6000)
  return page
}
const presses = (page: Page, button: string) =>
  Promise.all([page.waitForEvent('framenavigated'), page.getByRole('button', { name: button }).click()])
const own = (page: Page) => page.getByRole('navigation', { name: 'Tampilan saya' }).getByRole('link')

describe.each([true, false])('a view of one’s own, JavaScript %s', javaScriptEnabled => {
  let page: Page
  beforeAll(async () => {
    page = await officer('petugas.sigi@kabupaten.example', javaScriptEnabled)
  })
  const keeps = async (name: string) => {
    await page.locator('summary', { hasText: 'Simpan tampilan ini' }).click()
    await page.fill('#name', name)
    await presses(page, 'Simpan')
  }

  test('is kept under a name, leads back to the same list, and is let go', async () => {
    await page.goto(`${product.url}/aduan?meja=mine&lihat=urgent`)
    await keeps('Segera berangkat')
    expect(await own(page).allTextContents()).toEqual(['Segera berangkat'])
    await page.goto(`${product.url}/aduan`)
    await own(page).click()
    await page.waitForURL('**/aduan?meja=mine&lihat=urgent')
    await presses(page, 'Lepas “Segera berangkat” dari tampilan saya')
    expect(await own(page).count()).toBe(0)
  })

  test('a name too long says so beside its field, which keeps it, over the list as it was', async () => {
    const name = 'Laporan dari Sigi yang segera berangkat minggu ini'
    await page.goto(`${product.url}/aduan?lihat=overdue`)
    await page.locator('summary', { hasText: 'Simpan tampilan ini' }).click()
    await page.fill('#name', name)
    await presses(page, 'Simpan')
    expect(await page.inputValue('#name')).toBe(name)
    expect(await page.textContent('#name-error')).toContain('40')
    expect(await page.inputValue('form[action="/aduan/tampilan"] input[name="lihat"]')).toBe('overdue')
  })

  test('is nobody else’s', async () => {
    await page.goto(`${product.url}/aduan?lihat=waiting`)
    await keeps('Menunggu')
    const other = await officer('petugas.palu@kabupaten.example', javaScriptEnabled)
    await other.goto(`${product.url}/aduan`)
    expect(await own(other).count()).toBe(0)
    await page.goto(`${product.url}/aduan?lihat=waiting`)
    await presses(page, 'Lepas “Menunggu” dari tampilan saya')
  })
})

test('j and k go through the list, Enter opens the report', async () => {
  const page = await officer('petugas.sigi@kabupaten.example', true)
  await page.goto(`${product.url}/aduan`)
  const items = page.locator('walk-list a.item')
  await items.first().focus()
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  const second = await items.nth(1).getAttribute('href')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${second}`)
})
