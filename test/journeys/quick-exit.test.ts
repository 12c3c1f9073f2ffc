import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, phone } from '../browser.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

let served: ServedHouse
let browser: Browser
beforeAll(async () => {
  served = await serveSampleHouse()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
})

const weather = 'https://www.bmkg.go.id/'
const begin = async (javaScriptEnabled = true): Promise<[BrowserContext, Page]> => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled })
  await context.route(`${weather}**`, route => route.fulfill({ body: 'cuaca' }))
  return [context, await context.newPage()]
}
const leaves = (page: Page) => Promise.all([page.waitForURL(weather), page.click('a.leave')])
const registers = async (page: Page, name: string): Promise<string> => {
  await page.goto(`${served.url}/purna/daftar`)
  await page.fill('#name', name)
  await page.selectOption('#district', '72.10')
  await page.check('input[name=needs][value=capital]')
  await page.check('input[name=consents][value=programmes]')
  await page.locator('main').getByRole('button', { name: 'Daftar', exact: true }).click()
  return (await page.textContent('.receipt strong'))!
}

describe('somebody who came home, at the phone of a family that must not know', () => {
  test('leaves in the middle of the form: going back leads to what was before it, and nothing typed is kept', async () => {
    const [context, page] = await begin()
    await page.goto(`${served.url}/sehat`)
    await page.goto(`${served.url}/purna/daftar`)
    await page.fill('#name', 'Kenariputih Contoh')
    await leaves(page)
    await page.goBack()
    expect(page.url()).toBe(`${served.url}/sehat`)
    await page.goto(`${served.url}/purna/daftar`)
    expect(await page.inputValue('#name')).toBe('')
    expect(await whatIsKept(page)).not.toContain('Kenariputih')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('leaves the own record: neither number nor name is to be found by going back, or on the device', async () => {
    const [context, page] = await begin()
    const number = await registers(page, 'Kenaribiru Contoh')
    await page.goto(`${served.url}/sehat`)
    await page.goto(`${served.url}/purna/nomor`)
    await page.fill('#number', number)
    await page.locator('main').getByRole('button', { name: 'Buka', exact: true }).click()
    await page.waitForSelector('text=modal usaha')
    await leaves(page)
    await page.goBack()
    expect(await page.content()).not.toContain('modal usaha')
    const kept = await whatIsKept(page)
    for (const secret of [number, number.replaceAll(' ', ''), 'Kenaribiru'])
      expect(kept).not.toContain(secret)
    await context.close()
  })

  test('without scripts it is a plain way out, on every page of the registration', async () => {
    const [context, page] = await begin(false)
    for (const path of ['/purna/daftar', '/purna/nomor']) {
      await page.goto(served.url + path)
      await leaves(page)
    }
    const number = await registers(page, 'Kenarihijau Contoh')
    expect(page.url()).not.toContain(number.replaceAll(' ', ''))
    await leaves(page)
    await context.close()
  })
})

/** All that this site left in the browser. */
const whatIsKept = async (page: Page): Promise<string> => {
  if (!page.url().startsWith(served.url)) await page.goto(`${served.url}/sehat`)
  return page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        texts.push(request.url, await (await cache.match(request))!.text())
    }
    return texts.join('\n')
  })
}
