import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imageSizes } from '../../src/campaigns/format.ts'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { cuttingLine } from '../cutting-line.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

const tolitoli = 'tolitoli@kabupaten.example'
const buol = 'buol@kabupaten.example'

let served: ServedHouse
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'sinergi-proofs-'))
beforeAll(async () => {
  served = await serveSampleHouse()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
  rmSync(folder, { recursive: true, force: true })
})

const enter = (context: BrowserContext, email: string, url = served.url) =>
  signIn(context, url, email, served.house.password(email))

const file = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const photo = async (name: string, colour: string) =>
  file(
    name,
    await sharp({ create: { width: 900, height: 1600, channels: 3, background: colour } })
      .jpeg()
      .toBuffer(),
  )

const dutiesOf = (email: string) =>
  served.house.db.asJob(tx =>
    tx
      .selectFrom('duties')
      .select(['id', 'channel', 'state'])
      .where('office_id', '=', served.house.as(email).officeId)
      .orderBy('id')
      .execute(),
  )

const proofsOf = (dutyId: number) =>
  served.house.db.asJob(tx => tx.selectFrom('proofs').selectAll().where('duty_id', '=', dutyId).execute())

const waiting = (page: Page) => page.locator('[data-waits]:not([hidden]) [data-count]').allTextContents()

const isSaid = (page: Page, what: string) => page.waitForSelector(`[data-say="${what}"]:not([hidden])`)

/** What of this person lies on the device: the pages for everybody are not counted. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    caches: (await caches.keys()).filter(name => !/^sinergi-(pages|assets)-/.test(name)),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    storage: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
  }))

const nothing = { caches: [], databases: [], storage: 0 }

const keepKit = async (page: Page) => {
  await page.goto(`${served.url}/tugas/luring`)
  await page.click('[data-do="keep"]')
  await page.waitForSelector('[data-kept]:not([hidden])', { timeout: 120_000 })
  await page.waitForFunction(() => !!navigator.serviceWorker.controller)
}

const signOut = async (page: Page) => {
  await page.goto(`${served.url}/hari-ini`)
  await page.click('.topbar summary')
  await page.click('.topbar form[action="/keluar"] button')
  await page.waitForURL('**/masuk')
}

test('a district officer on a phone, without a line in the middle: the kit is there, the proof arrives once, and signing out leaves nothing', async () => {
  const context = await browser.newContext(phone)
  const page = await enter(context, tolitoli)
  const [duty] = await dutiesOf(tolitoli)
  await keepKit(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const bytes = await page.evaluate(async () => {
    const cache = await caches.open('sinergi-tugas')
    const all = await Promise.all(
      (await cache.keys()).map(async key => (await (await cache.match(key))!.blob()).size),
    )
    return all.reduce((sum, size) => sum + size, 0)
  })
  console.info(`kit of three duties: ${Math.round(bytes / 1000)} kB`)
  expect(bytes).toBeLessThan(1_000_000)

  await context.setOffline(true)
  await page.goto(`${served.url}/tugas/luring`)
  expect(await page.locator('section.panel').count()).toBe(3)
  expect(await page.inputValue(`#caption-${duty!.id}`)).toContain('Kabupaten Tolitoli')
  expect(
    await page
      .locator('img[data-kit]')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(imageSizes.whatsapp.width)
  const shown = await page.content()
  for (const person of [tolitoli, served.house.as(tolitoli).name, served.house.as(tolitoli).staffId])
    expect(shown).not.toContain(person)
  await page.setInputFiles(`#photo-${duty!.id}`, await photo('wall.jpg', '#346'))
  await page.click(`form[data-duty="${duty!.id}"] button`)
  await isSaid(page, 'noted')
  await expect.poll(() => waiting(page)).toEqual(['1 bukti menunggu dikirim dari perangkat ini'])
  expect(await seriousFindings(page)).toEqual([])
  expect(await proofsOf(duty!.id)).toEqual([])

  await context.setOffline(false)
  await expect
    .poll(
      async () => {
        if (await page.isVisible('[data-do="send"]')) await page.click('[data-do="send"]').catch(() => {})
        return (await proofsOf(duty!.id)).length
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await expect.poll(() => waiting(page)).toEqual([])
  await page.reload()
  await expect.poll(() => waiting(page)).toEqual([])
  const [proof] = await proofsOf(duty!.id)
  expect(proof).toMatchObject({ kind: 'photo', taken_at: expect.any(Date) })
  expect(await served.house.db.asJob(tx => tx.selectFrom('upload_pieces').select('place').execute())).toEqual(
    [],
  )

  await signOut(page)
  expect(await left(page)).toEqual(nothing)
  await context.close()
})

test('a sign-in that ran out keeps what waits for the same officer; another officer on the phone sees nothing of it, and it goes', async () => {
  const context = await browser.newContext(phone)
  const page = await enter(context, buol)
  const [, first, second] = await dutiesOf(buol)
  await keepKit(page)
  const give = async (name: string, duty: number) => {
    await context.setOffline(true)
    await page.goto(`${served.url}/tugas/luring`)
    await page.setInputFiles(`#photo-${duty}`, await photo(name, '#a52'))
    await page.click(`form[data-duty="${duty}"] button`)
    await isSaid(page, 'noted')
  }
  const endSession = () =>
    served.house.db.authPool.query('delete from session where "userId" = $1', [served.house.as(buol).staffId])
  await give('one.jpg', first!.id)
  await endSession()
  await context.setOffline(false)
  await isSaid(page, 'signedOut')
  await page.click('[data-say="signedOut"] a')
  await page.fill('#email', buol)
  await page.fill('#password', served.house.password(buol))
  await Promise.all([page.waitForURL('**/tugas/luring'), page.click('button.btn')])
  await expect.poll(() => proofsOf(first!.id), { timeout: 30_000 }).toHaveLength(1)

  await keepKit(page)
  await give('two.jpg', second!.id)
  await endSession()
  await context.setOffline(false)
  const other = await enter(context, tolitoli)
  await expect.poll(() => left(other)).toEqual(nothing)
  expect(await waiting(other)).toEqual([])
  expect(await proofsOf(second!.id)).toEqual([])
  await context.close()
})

test('a photo of 20 MB over a line that breaks ten times and more arrives whole, once', async () => {
  const line = await cuttingLine(served.url, below => Math.floor(Math.random() * below), [1_500_000, 900_000])
  const side = 2560
  const raw = { width: side, height: side, channels: 3 } as const
  const large = file(
    'large.png',
    await sharp(randomBytes(side * side * 3), { raw })
      .png({ compressionLevel: 0 })
      .toBuffer(),
  )
  const context = await browser.newContext(phone)
  const page = await enter(context, 'donggala@kabupaten.example', line.url)
  const duty = (await dutiesOf('donggala@kabupaten.example')).find(({ state }) => state === 'opened')!
  await page.goto(`${line.url}/tugas/${duty.id}`)
  await page.setInputFiles('#photo', large)
  line.become('rough')
  await page.click(`form[data-duty="${duty.id}"] button`)
  await expect
    .poll(
      async () => {
        if (await page.isVisible('[data-say="noLine"]')) await page.click('[data-do="send"]').catch(() => {})
        return (await proofsOf(duty.id)).length
      },
      { timeout: 240_000, interval: 1000 },
    )
    .toBe(1)
  console.info(`20 MB arrived over ${line.cuts()} broken connections`)
  expect(line.cuts()).toBeGreaterThanOrEqual(10)
  line.become('calm')
  const steps = async () => {
    // The page goes there by itself once all has arrived; whichever is second ends the other.
    await page.goto(`${line.url}/tugas/${duty.id}`).catch(() => {})
    return page.locator('.steps li.done:has-text("Bukti dilampirkan")').count()
  }
  await expect.poll(steps, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(0)
  await expect.poll(() => waiting(page), { timeout: 60_000 }).toEqual([])
  expect(await proofsOf(duty.id)).toHaveLength(1)
  await context.close()
  await line.end()
})

test('what is no photo is said before it is kept; what only the house can tell is said in words and stays until it is dropped', async () => {
  const email = 'morut@kabupaten.example'
  const context = await browser.newContext(phone)
  const page = await enter(context, email)
  const [duty] = await dutiesOf(email)
  await page.goto(`${served.url}/tugas/${duty!.id}`)
  const give = async (path: string) => {
    await page.setInputFiles('#photo', path)
    await page.click(`form[data-duty="${duty!.id}"] button`)
  }
  await give(file('empty.jpg', new Uint8Array()))
  await isSaid(page, 'empty')
  await give(file('photo.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')))
  await isSaid(page, 'heic')
  await give(file('text.jpg', Buffer.from('a letter, not a photo')))
  await isSaid(page, 'other')
  await give(file('broken.jpg', Buffer.from('\xff\xd8\xff\xe0 and nothing after', 'latin1')))
  await isSaid(page, 'refused')
  expect(await page.textContent('[data-why]')).toContain('Gambar ini rusak')
  expect(await waiting(page)).toHaveLength(1)
  expect(await seriousFindings(page)).toEqual([])
  page.on('dialog', dialog => void dialog.accept())
  await page.click('[data-do="drop"]')
  await expect.poll(() => waiting(page)).toEqual([])
  expect(await proofsOf(duty!.id)).toEqual([])
  await context.close()
})
