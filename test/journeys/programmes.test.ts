import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { launch, main, phone, presses, signIn } from '../browser.ts'
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

const go = (page: Page, path: string) => page.goto(product.url + path)
const officer = async (javaScriptEnabled: boolean) => {
  const email = 'petugas.sigi@kabupaten.example'
  const context = await browser.newContext({ ...phone, javaScriptEnabled })
  return signIn(context, product.url, email, product.password(email))
}
const fitsThePhone = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()!.width,
  )

describe.each([true, false])('on a phone, with scripts: %s', javaScriptEnabled => {
  const look = async (page: Page) => {
    if (!javaScriptEnabled) return
    expect(await seriousFindings(page)).toEqual([])
    await fitsThePhone(page)
  }

  test('a programme goes from its conditions to invitation, acceptance, attendance and certificate', async () => {
    const page = await officer(javaScriptEnabled)
    await go(page, '/purna')
    await page.click('main a[href="/program-purna"]')
    await page.click('a[href="/program-purna/baru"]')
    await page.waitForURL('**/baru')
    await page.fill('#title', `Menjahit ${javaScriptEnabled}`)
    await page.selectOption('#kind', 'skills')
    await page.selectOption('#district', '72.10')
    await page.fill('#startsOn', '2026-01-05')
    await page.fill('#endsOn', '2026-01-04')
    await page.fill('#places', '1')
    await page.locator('summary', { hasText: 'Keterampilan' }).first().click()
    await page.check('input[name=in-skills][value=sewing]')
    await presses(page, 'Simpan program')
    // What was typed is there, beside the day that cannot be.
    expect(await page.textContent('#endsOn-error')).toContain('sebelum mulai')
    expect(await page.isChecked('input[name=in-skills][value=sewing]')).toBe(true)
    await look(page)
    await page.fill('#endsOn', '2026-01-08')
    await presses(page, 'Simpan program')
    expect(await main(page)).toContain('Keterampilan: salah satu dari')
    expect(await main(page)).toContain('sisa 1 dari 1 tempat')
    const programme = page.url()

    await page.click('a[href$="/cocok"]')
    await page.waitForURL('**/cocok')
    expect(await main(page)).toMatch(/menunggu \d+ hari/)
    expect(await main(page)).toContain('sedaerah dengan tempat program')
    await look(page)
    for (const one of (await page.locator('input[name=returnees]').all()).slice(0, 2)) await one.check()
    await presses(page, 'Undang yang ditandai')
    expect(page.url()).toBe(programme)
    const accepts = page.locator('button[name=move][value=accept]')
    expect(await accepts.count()).toBe(2)
    await Promise.all([page.waitForEvent('framenavigated'), accepts.first().click()])
    expect(await main(page)).toContain('sisa 0 dari 1 tempat')
    await Promise.all([page.waitForEvent('framenavigated'), accepts.first().click()])
    expect(await main(page)).toContain('Semua tempat sudah terisi')
    await go(page, new URL(programme).pathname)
    await Promise.all([
      page.waitForEvent('framenavigated'),
      page.locator('button[name=move][value=attend]').first().click(),
    ])
    // Begun in January: three and six months are past, and nobody has asked.
    expect(await main(page)).toMatch(
      /Sesudah 3 bulan: dari 1 orang, 0 aktif; 0 tidak dapat dihubungi dan 1 belum ditanya/,
    )
    await look(page)

    await page.locator('a[href$="/sertifikat"]').first().click()
    await page.waitForURL('**/sertifikat')
    await page.fill('#signer', 'Kepala Dinas Contoh')
    await page.fill('#signerTitle', 'Kepala Dinas')
    await page.fill('#motive', 'sertifikat pelatihan menjahit')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main button', { hasText: 'Unduh sertifikat' }).click(),
    ])

    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(readFileSync(await download.path()))),
      { mergePages: true },
    )
    expect(text.replace(/\s+/g, ' ')).toMatch(/SERTIFIKAT.*\/SERT\/.*Kepala Dinas Contoh/)
    await page.context().close()
  })

  test('whoever is due is asked, and an enterprise is planned with its money', async () => {
    const page = await officer(javaScriptEnabled)
    await go(page, '/pemantauan')
    await page.locator('main a.item').first().click()
    await page.waitForURL('**/pemantauan/*/*')
    const asked = page.url()
    await page.check('input[name=outcome][value=unreachable]')
    await presses(page, 'Simpan')
    expect(await main(page)).toContain('Pilih')
    expect(await page.isChecked('input[name=outcome][value=unreachable]')).toBe(true)
    await look(page)
    await page.check('input[name=way][value=phone]')
    await presses(page, 'Simpan')
    // Not reached is not done: it stays on the list, with the attempt.
    expect(await page.locator(`a[href="${new URL(asked).pathname}"]`).textContent()).toContain(
      'Tidak dapat dihubungi',
    )

    await go(page, '/purna?kebutuhan=capital')
    await page.locator('main a.item').first().click()
    await page.waitForURL('**/purna/*-*')
    await page.locator('main a[href^="/usaha/"]').click()
    await page.waitForURL('**/usaha/*')
    await page.selectOption('#line', 'sewing')
    await page.fill('#offer', 'Baju sekolah')
    await presses(page, 'Simpan rencana')
    expect(await page.inputValue('#offer')).toBe('Baju sekolah')
    await page.fill('#capital', 'satu juta')
    await page.fill('#sales', '2.000.000')
    await presses(page, 'Hitung dan simpan')
    expect(await page.textContent('#capital-error')).toContain('tanpa kata')
    expect(await page.inputValue('#sales')).toBe('2.000.000')
    expect(await page.inputValue('#offer')).toBe('Baju sekolah')
    await page.fill('#capital', 'Rp1.000.000')
    await page.fill('#household', '2.100.000')
    await presses(page, 'Hitung dan simpan')
    expect(await main(page)).toContain('Pada bulan ke-11 uangnya tidak cukup')
    await look(page)
    await page.fill('#note', 'Mesin jahitnya sudah dipakai setiap hari.')
    await presses(page, 'Simpan kunjungan')
    expect(await main(page)).toContain('Mesin jahitnya sudah dipakai')
    const poso = 'petugas.poso@kabupaten.example'
    const other = await signIn(await browser.newContext(phone), product.url, poso, product.password(poso))
    expect((await other.goto(page.url()))?.status()).toBe(404)
    await other.context().close()
    await page.context().close()
  })

  test('the person opens the news page with a number that is never in an address', async () => {
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
    await go(page, '/purna/daftar')
    await page.fill('#name', 'Kabar Contoh')
    await page.selectOption('#district', '72.10')
    await page.check('input[name=consents][value=programmes]')
    await presses(page, 'Daftar')
    const number = (await page.textContent('.receipt strong'))!
    await go(page, '/purna/kabar')
    await page.fill(
      '#number',
      number.replace(/\d$/, digit => String((Number(digit) + 1) % 10)),
    )
    await presses(page, 'Buka')
    expect(await page.locator('#number-error').count()).toBe(1)
    await page.fill('#number', number)
    await presses(page, 'Buka')
    expect(await main(page)).toContain('Belum ada yang perlu dijawab')
    expect(page.url()).not.toMatch(/\d{6}/)
    await page.context().close()
  })
})
