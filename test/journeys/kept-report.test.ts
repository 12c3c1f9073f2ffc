import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
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

const story = 'Kakak saya ditahan majikan dan tidak boleh pulang.'

const openForm = async (context: BrowserContext) => {
  const page = await context.newPage()
  const numbered = page.waitForResponse('**/lapor/formulir')
  await page.goto(`${served.url}/lapor`)
  await (await numbered).finished()
  return page
}

const sendWithoutLine = async (page: Page) => {
  await page.fill('#story', story)
  await page.context().setOffline(true)
  await page.click('form[action="/lapor"] button')
  await page.waitForSelector('[data-say="unsent"]:not([hidden])')
}

const keep = async (page: Page) => {
  await page.click('[data-do="keep"]')
  await page.waitForSelector('[data-kept]:not([hidden])')
  return (await page.textContent('[data-kept] strong'))!
}

const waits = async (page: Page) => {
  await page.waitForFunction(() => document.querySelector('[data-count]')?.textContent)
  return page.isVisible('[data-waits]')
}

const shelves = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

test('nobody keeps anything by saying nothing: the words stay in the form, and go from there when the line is back', async () => {
  const page = await openForm(await browser.newContext(phone))
  await sendWithoutLine(page)
  expect(await seriousFindings(page)).toEqual([])
  await page.click('[data-do="leave"]')
  expect(await page.inputValue('#story')).toBe(story)
  expect(await waits(page)).toBe(false)
  await page.context().setOffline(false)
  await page.click('form[action="/lapor"] button')
  await page.waitForSelector('textarea#number')
})

test('kept, it goes by itself when the line is back while the page is open; its number opens it; nothing stays', async () => {
  const page = await openForm(await browser.newContext(phone))
  await sendWithoutLine(page)
  const number = await keep(page)
  expect(number).toMatch(/^\d{3}( \d{3}){5}$/)
  expect(await page.$('#story')).toBeNull()
  expect(await waits(page)).toBe(true)
  expect(await seriousFindings(page)).toEqual([])
  await page.context().setOffline(false)
  // A line that has only just come back may fail once more; then the person presses.
  await page.waitForSelector('[data-say="arrived"]:not([hidden]), [data-say="note"]:not([hidden])')
  if (await page.isVisible('[data-waits]')) await page.click('[data-do="send-kept"]')
  await page.waitForSelector('[data-say="arrived"]:not([hidden])')
  expect(await page.textContent('[data-kept] strong')).toBe(number)
  expect(await waits(page)).toBe(false)
  // The next person goes back: neither the number nor the words are there.
  await page.goto(`${served.url}/sehat`)
  await page.goBack()
  expect(page.url()).toBe(`${served.url}/lapor`)
  await page.waitForSelector('#story')
  expect(await page.inputValue('#story')).toBe('')
  expect(await page.textContent('main')).not.toContain(number)
  expect(await shelves(page)).toEqual([])
  await page.goto(`${served.url}/nomor`)
  await page.fill('#number', number)
  await Promise.all([page.waitForNavigation(), page.click('form[action="/nomor"] button')])
  expect(await page.textContent('main')).toContain(story)
})

test('the next person sees that something waits, cannot read it, and sending it shows no number', async () => {
  const context = await browser.newContext(phone)
  const first = await openForm(context)
  await sendWithoutLine(first)
  const number = await keep(first)
  await first.close()
  await context.setOffline(false)
  const page = await openForm(context)
  expect(await waits(page)).toBe(true)
  const answers: string[] = []
  page.on('response', async answer => answers.push(await answer.text().catch(() => '')))
  await page.click('[data-do="send-kept"]')
  await page.waitForSelector('[data-say="arrived"]:not([hidden])')
  for (const seen of [await page.content(), ...answers])
    for (const secret of [number, number.replaceAll(' ', ''), story])
      expect([secret, seen.includes(secret)]).toEqual([secret, false])
})

test.each([
  ['its own button', async (page: Page) => void (await page.click('[data-do="drop"]'))],
  [
    'the quick exit',
    async (page: Page) => {
      await page.route('https://www.bmkg.go.id/**', route => route.fulfill({ body: 'Cuaca' }))
      await Promise.all([page.waitForURL('https://www.bmkg.go.id/'), page.click('a.leave')])
    },
  ],
  [
    'the button that clears the copy',
    async (page: Page) => {
      await page.goto(`${served.url}/aman`)
      await Promise.all([page.waitForURL('**/aman?bersih=1'), page.click('form[action="/aman"] button')])
    },
  ],
])('%s takes what waits off the device', async (_, clear) => {
  const context = await browser.newContext(phone)
  const first = await openForm(context)
  await sendWithoutLine(first)
  await keep(first)
  await first.close()
  await context.setOffline(false)
  const page = await openForm(context)
  expect([await waits(page), await shelves(page)]).toEqual([true, ['sinergi-titipan']])
  page.on('dialog', dialog => dialog.accept())
  await clear(page)
  const later = await openForm(context)
  expect([await waits(later), await shelves(later)]).toEqual([false, []])
})

test('a wrong answer comes back with its files still chosen; the back button shows what was typed before', async () => {
  const page = await openForm(await browser.newContext(phone))
  await page.fill('#story', story)
  await page.fill('#departs', '2020-01-01')
  const file = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') }
  await page.setInputFiles('#files', file)
  await page.click('form[action="/lapor"] button')
  await page.waitForSelector('#summary')
  const chosen = () =>
    page.evaluate(() => document.querySelector<HTMLInputElement>('#files')!.files![0]?.name)
  expect([await page.inputValue('#story'), await chosen()]).toEqual([story, 'surat.pdf'])
  await page.click('#summary a')
  await page.fill('#departs', '')
  await page.goBack()
  await page.goBack()
  expect(await page.inputValue('#departs')).toBe('2020-01-01')
  await page.goForward()
  await page.click('form[action="/lapor"] button')
  await page.waitForSelector('textarea#number')
  const number = await page.inputValue('#number')
  await page.goto(`${served.url}/nomor`)
  await page.fill('#number', number)
  await Promise.all([page.waitForNavigation(), page.click('form[action="/nomor"] button')])
  expect(await page.textContent('main')).toContain('surat.pdf')
})

test('where the browser cannot seal, it says so and keeps nothing', async () => {
  const context = await browser.newContext(phone)
  await context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
  const page = await openForm(context)
  await sendWithoutLine(page)
  expect(await page.isVisible('[data-do="keep"]')).toBe(false)
  expect(await page.textContent('[data-cannot]')).toContain('tidak dapat menyimpannya dengan aman')
  expect([await page.inputValue('#story'), await shelves(page)]).toEqual([story, []])
})
