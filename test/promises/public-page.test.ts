import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { launch, phone } from '../browser.ts'
import { publicPages } from '../expected/index.ts'
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

/** Promise S1: at most 25 kB on the wire and 4 requests beside the poster, nothing from elsewhere. */
test.each(publicPages)('the public page %s is light', async path => {
  const page = await (await browser.newContext(phone)).newPage()
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  const seen: { url: string; type: string; bytes: number }[] = []
  const urls = new Map<string, { url: string; type: string }>()
  client.on('Network.responseReceived', ({ requestId, response, type }) =>
    urls.set(requestId, { url: response.url, type }),
  )
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = urls.get(requestId)
    if (known && !known.url.startsWith('data:')) seen.push({ ...known, bytes: encodedDataLength })
  })
  await page.goto(product.url + path, { waitUntil: 'networkidle' })
  const words = seen.filter(({ type }) => type !== 'Image')
  console.log(
    path,
    words.reduce((sum, { bytes }) => sum + bytes, 0),
    'bytes in',
    words.length,
    'requests',
  )
  expect(words.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(25_000)
  expect(words.length).toBeLessThanOrEqual(4)
  expect(seen.filter(({ url }) => !url.startsWith(product.url))).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test.each(['id', 'en'])('no serious finding on the public pages in %s', async locale => {
  const context = await browser.newContext(phone)
  await context.addCookies([{ name: 'lang', value: locale, url: product.url }])
  const page = await context.newPage()
  for (const path of [...publicPages, '/gaya', '/t/ABC', '/tidak-ada']) {
    await page.goto(product.url + path)
    expect(await page.getAttribute('html', 'lang')).toBe(path === '/gaya' ? 'id' : locale)
    expect([path, await seriousFindings(page)]).toEqual([path, []])
  }
})

test('in the dark, too, nothing is hard to read', async () => {
  const page = await (await browser.newContext({ ...phone, colorScheme: 'dark' })).newPage()
  for (const path of [...publicPages, '/gaya']) {
    await page.goto(product.url + path)
    expect([path, await seriousFindings(page)]).toEqual([path, []])
  }
})

test('at 320 pixels, as with 400 % zoom, no page is wider than the screen', async () => {
  const page = await (await browser.newContext({ ...phone, viewport: { width: 320, height: 600 } })).newPage()
  for (const path of [...publicPages, '/gaya']) {
    await page.goto(product.url + path)
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320])
  }
})
