import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheets } from '../../src/offers/index.ts'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A session from its plan to its report, as two offices live through it, with and without JavaScript. */
for (const javaScriptEnabled of [true, false]) {
  describe(`two offices plan together, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let product: Product
    let browser: Browser
    let sigi: Page
    let humas: Page
    let session: string

    const enter = async (email: string, screen: object) => {
      const context = await browser.newContext({ ...screen, javaScriptEnabled, acceptDownloads: true })
      return signIn(context, product.url, email, product.password(email))
    }
    const goes = (page: Page, click: string, to: RegExp) =>
      Promise.all([page.waitForURL(to), page.click(click)])
    const sound = async (page: Page) => {
      expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        page.viewportSize()!.width,
      )
    }
    const file = async (page: Page, path: string) => {
      const answer = await page.request.get(product.url + path)
      return { status: answer.status(), type: answer.headers()['content-type'], bytes: await answer.body() }
    }
    const pdfText = async (page: Page, path: string) => {
      const { bytes, type } = await file(page, path)
      expect(type).toBe('application/pdf')
      return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
    }

    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      sigi = await enter('sigi@kabupaten.example', phone)
      humas = await enter('humas@bp3mi.example', desk)
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    test('a district office plans a session on a phone; a wrong form comes back with what was typed', async () => {
      await sigi.goto(`${product.url}/program/baru`)
      await sigi.selectOption('#kind', 'outreach')
      await sigi.fill('#title', 'Cek tawaran di Lindu')
      await sigi.selectOption('#audience', 'families')
      await sigi.fill('#search', 'Lindu')
      await sigi.click('button[name="look"]')
      await expect.poll(() => sigi.locator('#foundCode input').count()).toBeGreaterThan(0)
      expect(await sigi.inputValue('#title')).toBe('Cek tawaran di Lindu')
      await sigi.check('input[name="foundCode"][value="72.10.04"]')
      await sigi.fill('#startsOn', inDays(9))
      await sigi.fill('#startTime', '13:00')
      await sigi.fill('#endTime', '09:00')
      await sigi.click('.form-end .btn')
      await expect.poll(() => sigi.textContent('.summary')).toContain('Selesainya harus sesudah')
      expect(await sigi.inputValue('#placeCode')).toBe('72.10.04')
      await sound(sigi)
      await sigi.fill('#endTime', '15:00')
      await goes(sigi, '.form-end .btn', /\/program\/\d+$/)
      session = new URL(sigi.url()).pathname
      expect(await sigi.textContent('.facts')).toContain('13.00–15.00 WITA')
      expect(await sigi.textContent('.facts')).toContain('Lindu, Kabupaten Sigi')
      await sound(sigi)
    })

    test('two who change it at once: the second sees both and chooses', async () => {
      await humas.goto(product.url + session)
      await goes(humas, 'a[href$="/ubah"]', /\/ubah$/)
      await sigi.goto(`${product.url}${session}/ubah`)
      await sigi.fill('#expected', '40')
      await goes(sigi, '.form-end .btn', /\/program\/\d+$/)
      await humas.fill('#expected', '60')
      await humas.fill('#venue', 'Balai Desa Anca')
      await humas.click('.form-end .btn')
      await expect.poll(() => humas.textContent('main')).toContain('Rekan Anda juga mengubah')
      expect(await humas.textContent('#choose-expected')).toContain('40')
      expect(await humas.textContent('#choose-expected')).toContain('60')
      await sound(humas)
      await humas.check('input[name="choose-expected"][value="theirs"]')
      await goes(humas, '.form-end .btn', /\/program\/\d+$/)
      expect(await humas.textContent('.facts')).toMatch(/Balai Desa Anca[\s\S]*Target peserta40/)
    })

    test('an overlap is explained, and answered by joining forces', async () => {
      await humas.goto(`${product.url}/program/baru?jenis=outreach&wilayah=72.10.04`)
      await humas.fill('#title', 'Sosialisasi BP3MI di Lindu')
      await humas.selectOption('#audience', 'families')
      await humas.fill('#startsOn', inDays(9))
      await humas.fill('#startTime', '08:00')
      await humas.fill('#endTime', '10:00')
      await goes(humas, '.form-end .btn', /\/program\/\d+$/)
      const given = new URL(humas.url()).pathname
      await humas.goto(`${product.url}/program/sinkron`)
      const panel = humas.locator('.panel:has-text("Sosialisasi BP3MI di Lindu"):has-text("Gabungkan")')
      expect(await panel.locator('b').first().textContent()).toContain('di Lindu pada hari yang sama')
      await sound(humas)
      await panel.locator('summary:has-text("Gabungkan")').click()
      await panel.locator('form[action$="/gabung"] button').click()
      await expect.poll(() => humas.textContent('.summary')).toContain('Tuliskan alasannya')
      const open = humas.locator('details[open] form[action$="/gabung"]')
      await open.locator('textarea').fill('Satu desa, satu hari: cukup satu acara')
      await Promise.all([
        humas.waitForResponse(r => r.request().method() === 'GET' && r.url().endsWith('/sinkron')),
        open.locator('button').click(),
      ])
      await sigi.goto(product.url + session)
      expect(await sigi.textContent('.facts')).toMatch(/BP3MI Sulteng dan Sigi|Sigi dan BP3MI Sulteng/)
      await sigi.goto(product.url + given)
      expect(await sigi.textContent('main')).toContain('Dibatalkan')
      expect(await sigi.locator(`a[href="${session}"]`).count()).toBe(1)
    })

    test('calendar, list and map show the month; a filter stays in the address', async () => {
      for (const view of ['kalender', 'daftar', 'peta']) {
        await sigi.goto(`${product.url}/program?tampilan=${view}&bulan=${inDays(9).slice(0, 7)}`)
        expect(await sigi.textContent('main')).toContain(
          view === 'peta' ? 'Kabupaten Sigi' : 'Cek tawaran di Lindu',
        )
        await sound(sigi)
      }
      await sigi.goto(`${product.url}/program?tampilan=daftar&bulan=${inDays(9).slice(0, 7)}&wilayah=72.71`)
      expect(await sigi.textContent('main')).not.toContain('Cek tawaran di Lindu')
    })

    test('a sheet: good rows go in, bad ones come back with a reason, as a list and as a sheet', async () => {
      const path = join(product.dataDir, 'rencana.csv')
      const rows = [
        'Jenis;Judul;Kode wilayah;Sasaran;Tanggal;Jam mulai;Jam selesai',
        `Sosialisasi;Dari lembar;72.10.01;Masyarakat umum;${inDays(12)};08.00;10.00`,
        'Sosialisasi;Hari yang tidak ada;72.10.01;Masyarakat umum;31-02-2027;08.00;10.00',
      ]
      writeFileSync(path, rows.join('\n'))
      await sigi.goto(`${product.url}/program/impor`)
      await sound(sigi)
      await sigi.click('.form-end .btn')
      await expect.poll(() => sigi.textContent('.summary')).toContain('Pilih berkasnya')
      await sigi.setInputFiles('#file', path)
      await goes(sigi, '.form-end .btn', /\/impor\/\d+$/)
      expect(await sigi.textContent('main')).toContain('1 kegiatan masuk')
      expect(await sigi.textContent('table')).toContain('bukan tanggal yang ada di kalender')
      await sound(sigi)
      const { bytes } = await file(sigi, `${new URL(sigi.url()).pathname}/sisa`)
      const back = await readSheets(new Uint8Array(bytes))
      expect(back.ok && back.sheets[0]!.rows[1]).toContain('Hari yang tidak ada')
      const { bytes: all } = await file(sigi, `/program/ekspor?bulan=${inDays(12).slice(0, 7)}`)
      const whole = await readSheets(new Uint8Array(all))
      expect(whole.ok && whole.sheets[0]!.rows.map(row => row[1])).toContain('Dari lembar')
    })

    test('a calendar address is shown once, opens the calendar to its bearer, and ends', async () => {
      await sigi.goto(`${product.url}/program/kalender`)
      await sigi.click('form[action$="/kalender"] button')
      await expect.poll(() => sigi.locator('#address').count()).toBe(1)
      const address = (await sigi.inputValue('#address')).replace(/^https?:\/\/[^/]+/, product.url)
      await sound(sigi)
      const bearer = await fetch(address)
      expect(bearer.headers.get('content-type')).toContain('text/calendar')
      expect((await bearer.text()).replace(/\r\n[ \t]/g, '')).toContain('SUMMARY:Cek tawaran di Lindu')
      expect((await fetch(address.slice(0, -1))).status).toBe(404)
      await goes(sigi, 'form[action$="/cabut"] button', /\/kalender$/)
      expect((await fetch(address)).status).toBe(404)
    })

    test('the session: sheets before it, attendance at the door, a report after it', async () => {
      expect(await pdfText(sigi, `${session}/lembar-bicara`)).toContain('Jalur prosedural')
      expect(await pdfText(sigi, `${session}/daftar-hadir`)).toContain('Tanda tangan')
      for (const [page, name, count] of [
        [sigi, 'Kenarisatu', 1],
        [humas, 'Kenaridua', 2],
      ] as const) {
        await page.goto(`${product.url}${session}/hadir`)
        await page.click('.form-end .btn')
        await expect.poll(() => page.textContent('.summary')).toContain('perlu diperbaiki')
        await page.fill('#name', name)
        await page.check('input[name="sex"][value="f"]')
        await goes(page, '.form-end .btn', /\/hadir$/)
        // Neither of them holds the key of the office: noted is counted, and the name is read by others.
        await expect.poll(() => page.textContent('.stat')).toContain(String(count))
        expect(await page.textContent('main')).not.toContain(name)
        expect(await page.locator('li b').first().textContent()).toBe(`Peserta ${count}`)
        await sound(page)
      }
      await sigi.goto(`${product.url}${session}/laporan`)
      await sound(sigi)
      await sigi.fill('#covered', 'Jalur prosedural dan bahaya visa ziarah.')
      await sigi.fill('#questions', 'Berapa biayanya?\nKe mana mengadu?')
      await sigi.fill('#reached', '2')
      await goes(sigi, '.form-end .btn', /\/laporan$/)
      await expect.poll(() => sigi.locator('a[href$="/laporan/pdf"]').count()).toBe(1)
      const report = await pdfText(sigi, `${session}/laporan/pdf`)
      for (const said of [
        'Cek tawaran di Lindu',
        'Berapa biayanya?',
        'bahaya visa ziarah',
        'Lindu, Kabupaten Sigi',
      ])
        expect(report).toContain(said)
      expect(report).not.toContain('Ani')
    })

    test('what has not begun cannot be said to be held; called off needs a reason', async () => {
      await sigi.goto(product.url + session)
      await sigi.click('form[action$="/langkah/hold"] button')
      await expect.poll(() => sigi.textContent('main')).toContain('belum mulai')
      await sigi.goto(product.url + session)
      await sigi.click('summary:has-text("Tunda")')
      await sigi.click('form[action$="/langkah/postpone"] button')
      await expect.poll(() => sigi.textContent('.summary')).toContain('Tuliskan alasannya')
      await sigi.fill('#note-postpone', 'Jembatan putus')
      await goes(sigi, 'form[action$="/langkah/postpone"] button', /\/program\/\d+$/)
      await expect.poll(() => sigi.textContent('main')).toContain('Jembatan putus')
      await sound(sigi)
    })
  })
}
