import type { Browser } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { launch, phone } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { visitor } from '../visitor.ts'

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

describe.each([true, false])('a young woman on a phone, JavaScript %s', javaScriptEnabled => {
  test('chooses a way, reads a step, asks whether it is procedural', async () => {
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
    await page.goto(`${product.url}/jalur`)
    await page.selectOption('#negara', 'kamboja')
    await page.selectOption('#skema', 'p-to-p')
    await page.click('.lift button')
    expect(await page.textContent('.notice.danger')).toContain('tidak punya kerja sama')
    expect(await page.textContent('footer')).toContain('Isi versi 1')
    await page.click('.road a:has-text("perjanjian penempatan")')
    expect(await page.textContent('main')).toContain('Sumber')
    await page.goto(`${product.url}/jalur/cek`)
    await page.click('main button')
    expect(await page.textContent('.summary')).toContain('Jawab paling sedikit satu')
    await page.check('input[name="umur"][value="ya"]')
    await page.check('input[name="visa"][value="tidak"]')
    await page.click('main button')
    expect(await page.textContent('h1')).toBe('Berhenti dulu dan bertanya')
    expect(await page.textContent('main')).toContain('Belum dijawab')
    expect(await page.textContent('main')).not.toMatch(/\baman\b/i)
    expect(await page.isChecked('input[name="visa"][value="tidak"]')).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('ticks what she has', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${product.url}/jalur/daftar?skema=mandiri&negara=jepang`)
    expect(await page.locator('input[value="d-perjanjian-penempatan"]').count()).toBe(0)
    expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
    const paper = page.locator('[data-off]')
    const passport = page.locator('input[value="d-paspor"]')
    if (!javaScriptEnabled) {
      expect(await paper.isVisible()).toBe(true)
      expect(await page.locator('[data-erase]').isVisible()).toBe(false)
      await page.emulateMedia({ media: 'print' })
      expect(await passport.isVisible()).toBe(true)
      return
    }
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await passport.check()
    await context.setOffline(true)
    await page.check('input[value="s-opp"]')
    await context.setOffline(false)
    expect(asked).toEqual([])
    await page.reload()
    expect(await passport.isChecked()).toBe(true)
    expect(await page.isChecked('input[value="s-opp"]')).toBe(true)
    await page.click('[data-erase]')
    expect(await page.textContent('[role="status"]')).toContain('Sudah dihapus')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.reload()
    expect(await page.locator('main input:checked').count()).toBe(0)
  })
})

const textOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  return (await extractText(pdf, { mergePages: true })).text
}

test('the permission letter comes filled in or empty, and nothing of it stays', async () => {
  const person = visitor(product)
  const name = 'Rahmawati Lasoso Takterlupakan'
  const answer = await person.post('/jalur/surat-izin', { worker: name, relation: 'mother' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await textOf(answer)).toContain(name)
  expect(await textOf(await person.get('/jalur/surat-izin/kosong'))).toContain('SURAT IZIN KELUARGA')
  expect(product.output()).not.toContain('Takterlupakan')
})

test('a name the letter cannot draw comes back with what was typed and a message', async () => {
  for (const giver of ['محمد', 'Siti 😀', 'Si\u0000ti', 'x'.repeat(121)]) {
    const answer = await visitor(product).post('/jalur/surat-izin', { giver, worker: 'Rahmawati' })
    expect([giver, answer.status]).toEqual([giver, 422])
    const page = await answer.text()
    expect(page).toContain('giver-error')
    expect(page).toContain('value="Rahmawati"')
  }
})

test('an unknown step, document, way or relation is no failure of ours', async () => {
  const person = visitor(product)
  expect((await person.get('/jalur/langkah/tidak-ada')).status).toBe(404)
  expect((await person.get('/jalur/dokumen/__proto__')).status).toBe(404)
  expect((await person.get('/jalur?skema=%00&negara=constructor')).status).toBe(200)
  expect((await person.post('/jalur/surat-izin', { relation: 'boss' })).status).toBe(422)
  expect((await person.post('/jalur/cek', { umur: ['ya', 'tidak'], visa: 'entah' })).status).toBe(422)
})

test('every step and document of every way has a page', async () => {
  const person = visitor(product)
  const page = await (await person.get('/jalur?skema=p-to-p&negara=thailand')).text()
  const links = [...new Set(page.match(/\/jalur\/(langkah|dokumen)\/[a-z0-9-]+/g))]
  expect(links.length).toBeGreaterThan(20)
  for (const link of links) expect([link, (await person.get(link)).status]).toEqual([link, 200])
})
