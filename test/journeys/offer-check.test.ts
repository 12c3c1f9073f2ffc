import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '../../src/app.tsx'
import { writeSignals } from '../../src/offers/index.ts'
import { seriousFindings } from '../axe.ts'
import { launch, phone, withLine } from '../browser.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'
import { doubtfulPoster, posterOf } from '../poster.ts'
import { type Product, startProduct } from '../product.ts'

const chat = [
  'Kak Rina, ada lowongan ART di Arab Saudi, gaji 9 juta',
  'Pakai visa ziarah dulu, nanti diurus di sana',
  'Paspor dipegang kantor ya. Hubungi Siti 0812-3456-7890, NIK 7210012345678901',
].join('\n')

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

test('a check that is not shared leaves counts and nothing else', async () => {
  const house = await openSampleHouse()
  try {
    const app = makeApp(house)
    const body = new URLSearchParams({ teks: chat, perusahaan: 'PT Ombak Rahasia' })
    const headers = { origin: house.config.publicUrl, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.request('/cek', { method: 'POST', body, headers })
    expect(answer.status).toBe(200)
    await writeSignals(house)
    expect(await house.db.asJob(tx => tx.selectFrom('offer_signals').selectAll().execute())).toMatchObject([
      { level: 'danger', country: 'SA', office_id: null, count: 1 },
    ])
    expect(await house.db.asJob(tx => tx.selectFrom('offer_results').selectAll().execute())).toEqual([])
    const kept = await everythingKept(house)
    for (const secret of ['Rina', 'Siti', '3456', '7210012345678901', 'Ombak Rahasia'])
      expect([secret, kept.includes(secret)]).toEqual([secret, false])
  } finally {
    await house.end()
  }
}, 60_000)

/** Every row of every table, as text. */
const everythingKept = async ({ db }: SampleHouse) => {
  const { rows } = await db.ownerPool.query(
    "select query_to_xml(format('select * from %I.%I', schemaname, tablename), true, false, '')::text as rows from pg_tables where schemaname in ('public', 'auth', 'pgboss') and tablename not in ('regions', 'guidance')",
  )
  return rows.map(({ rows }) => rows).join()
}

describe.each([false, true])('with scripts: %s', javaScriptEnabled => {
  test('a young woman pastes an offer, reads why it is dangerous, shares it, and her cousin opens it', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${product.url}/cek`)
    await page.fill('#teks', chat)
    await page.selectOption('#kantor', { label: 'Sigi' })
    await Promise.all([page.waitForSelector('.verdict'), page.click('form .form-end button')])
    expect(await page.textContent('.verdict h1')).toBe('Ada tanda bahaya')
    const marked = (await page.locator('mark').allTextContents()).join(' | ').toLowerCase()
    expect(marked).toContain('visa ziarah')
    expect(await page.textContent('main')).toContain('Kabupaten Sigi')
    expect(await page.inputValue('#teks')).toBe(chat)
    expect(await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 360)).toBe(360)
    await Promise.all([page.waitForURL('**/cek/h/**'), page.click('form[action="/cek/bagikan"] > button')])
    expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
    expect(await context.cookies()).toEqual([])

    const shared = page.url().replace('?baru=1', '')
    const cousin = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
    await cousin.goto(shared.replace(/[^/]+$/, code => code.toLowerCase()))
    const seen = await cousin.content()
    expect(await cousin.textContent('.verdict h1')).toBe('Ada tanda bahaya')
    expect(seen.toLowerCase()).toContain('visa ziarah')
    for (const secret of ['Rina', 'Siti', '0812', '3456', '7210'])
      expect([secret, seen.includes(secret)]).toEqual([secret, false])
    const card = await (await fetch(`${shared}/kartu`)).arrayBuffer()
    expect(await sharp(Buffer.from(card)).metadata()).toMatchObject({
      format: 'png',
      width: 1080,
      height: 1080,
    })
    console.log('card', card.byteLength, 'bytes')
    expect(card.byteLength).toBeLessThanOrEqual(200_000)
  })

  test('a poster is read, and the words can be mended and checked again', async () => {
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
    await page.goto(`${product.url}/cek`)
    const buffer = await posterOf(doubtfulPoster)
    await page.setInputFiles('#gambar', { name: 'poster.png', mimeType: 'image/png', buffer })
    await Promise.all([page.waitForSelector('.verdict'), page.click('form .form-end button')])
    expect(await page.textContent('.verdict h1')).toBe('Ada tanda bahaya')
    expect((await page.inputValue('#teks')).toLowerCase()).toContain('visa ziarah')
    await page.fill('#teks', 'halo')
    await Promise.all([page.waitForLoadState(), page.click('button[formaction="/cek"]')])
    expect(await page.textContent('.verdict h1')).toBe('Belum lengkap')
  }, 60_000)

  test('who has nothing in writing answers questions', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    await withLine(context)
    const page = await context.newPage()
    await page.goto(`${product.url}/cek`)
    await Promise.all([page.waitForURL('**/cek/tanya'), page.click('a.door')])
    const questions = await page.locator('form fieldset').count()
    expect(questions).toBeGreaterThan(4)
    expect(questions).toBeLessThanOrEqual(10)
    for (const answer of await page.locator('input[type=radio][value=unknown]').all()) await answer.check()
    await Promise.all([page.waitForSelector('.verdict'), page.click('form .form-end button')])
    expect(await page.textContent('.verdict h1')).not.toContain('Tidak ditemukan')
    expect(await seriousFindings(page, false)).toEqual([])
  })
})

const send = async (fields: Record<string, string | Blob>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const answer = await fetch(`${product.url}/cek`, { method: 'POST', body, headers: { origin: product.url } })
  return { answer, html: await answer.text() }
}

test('a picture without words gives the typed words back, and another way', async () => {
  const wall = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer()
  const { answer, html } = await send({ teks: 'gaji 9 juta', gambar: new Blob([new Uint8Array(wall)]) })
  expect(answer.status).toBe(422)
  expect(html).toContain('gaji 9 juta</textarea>')
  expect(html).toContain('Kami tidak menemukan tulisan')
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('a file over its limit is refused with 413 and the typed words stay', async () => {
  const { answer, html } = await send({ teks: 'gaji 9 juta', gambar: new Blob([new Uint8Array(16_000_001)]) })
  expect(answer.status).toBe(413)
  expect(html).toContain('gaji 9 juta</textarea>')
})

test('Chinese is answered with what we cannot read, never with nothing found', async () => {
  const { html } = await send({ teks: '高薪招聘女工，月薪两万，包吃包住，马上出发，请联系我们。' })
  expect(html).toContain('tidak memakai huruf Latin')
  expect(html).not.toContain('Tidak ditemukan yang mencurigakan')
})

test('300,000 letters are inspected as far as is said, and come back whole', async () => {
  const { answer, html } = await send({ teks: `visa ziarah dulu ${'lowongan kerja '.repeat(20_000)}` })
  expect(answer.status).toBe(200)
  expect(html).toContain('20.000 huruf pertama')
  expect(html.split('lowongan kerja ').length).toBeGreaterThan(20_000)
})

test('nothing at all, and a code that cannot be, are told so', async () => {
  expect((await send({})).answer.status).toBe(422)
  expect((await fetch(`${product.url}/cek/h/AAAAAAAAAA`)).status).toBe(404)
})
