import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { pages } from '../expected/index.ts'
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

/** Promises U2 and U3. */
describe.each(['id', 'en'])('in %s, on a phone of 360 pixels', locale => {
  test.each(Object.keys(pages))('every page of %s fits and has no serious finding', async email => {
    const context = await browser.newContext(phone)
    const page = await signIn(context, product.url, email, product.password(email))
    await context.addCookies([{ name: 'lang', value: locale, url: product.url }])
    for (const path of pages[email]!) expect([path, await look(page, path, locale)]).toEqual([path, []])
  })
})

const look = async (page: Page, path: string, locale: string): Promise<string[]> => {
  const answer = await page.goto(product.url + path)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return [
    ...(answer?.status() === 200 ? [] : [`answered ${answer?.status()}`]),
    ...((await page.getAttribute('html', 'lang')) === locale ? [] : ['is in the other language']),
    ...(width <= 360 ? [] : [`is ${width} pixels wide`]),
    ...(await seriousFindings(page)),
  ]
}
