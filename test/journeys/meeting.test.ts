import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

const planner = 'koordinator@bp3mi.example'
const secretary = 'sekretaris@disnakertrans.example'

/** From an agenda to minutes by two writers at once, an agreement signed by both sides, follow-ups, and the next agenda. */
for (const javaScriptEnabled of [true, false]) {
  describe(`a meeting, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let product: Product
    let browser: Browser
    let bima: Page
    let darma: Page
    let meeting: string
    let agreement: string
    let followUp: string
    const title = 'Rapat evaluasi akhir tahun'

    const enter = async (email: string, screen: object) =>
      signIn(
        await browser.newContext({ ...screen, javaScriptEnabled }),
        product.url,
        email,
        product.password(email),
      )
    // The same address may come back: what counts is that the page is a new one.
    const goes = async (page: Page, click: string, to: RegExp) => {
      await Promise.all([page.waitForEvent('domcontentloaded'), page.click(click)])
      expect(page.url()).toMatch(to)
    }
    const fine = async (page: Page) => {
      expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }

    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      bima = await enter(planner, desk)
      darma = await enter(secretary, phone)
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    test('is planned; a slip in the time comes back with what was typed', async () => {
      await bima.goto(`${product.url}/rapat/baru`)
      await bima.fill('#title', title)
      await bima.fill('#day', '2026-12-30')
      await bima.fill('#starts', '10:00')
      await bima.fill('#ends', '09:00')
      await bima.fill('#chair', 'Bima Prasetya')
      await bima.check('label:has-text("Transmigrasi Provinsi") input')
      await bima.click('.form-end .btn')
      await expect.poll(() => bima.textContent('.summary')).toContain('Jam selesai')
      expect(await bima.textContent('.summary')).toContain('tempat atau tautan')
      expect(await bima.inputValue('#title')).toBe(title)
      await bima.fill('#ends', '12:00')
      await bima.fill('#place', 'Aula Disnakertrans, Palu')
      await goes(bima, '.form-end .btn', /\/rapat\/\d+$/)
      meeting = bima.url()
      expect(await bima.textContent('main')).toContain('Rabu, 30 Desember 2026 10.00 WITA')
    })

    test('its agenda fills with what is open by one tap, takes an own point, and is put in order', async () => {
      await goes(bima, 'form[action$="/acara/isi"] button', /\/rapat\/\d+$/)
      const points = () => bima.locator('.agenda > li').allTextContents()
      expect((await points()).join()).toContain('Rekap penayangan dinas')
      const filled = (await points()).length
      await goes(bima, 'form[action$="/acara/isi"] button', /\/rapat\/\d+$/)
      expect((await points()).length).toBe(filled)
      await bima.click('summary:has-text("Tambah butir")')
      await bima.fill('#point', 'Jadwal sosialisasi triwulan pertama')
      await goes(bima, 'form[action$="/acara/baru"] button', /\/rapat\/\d+$/)
      expect((await points()).at(-1)).toContain('Jadwal sosialisasi')
      for (let place = filled; place > 0; place--)
        await goes(bima, 'button[aria-label="Naikkan Jadwal sosialisasi triwulan pertama"]', /\/rapat\/\d+$/)
      expect((await points())[0]).toContain('Jadwal sosialisasi')
      await fine(bima)
    })

    test('is moved across the year, and says so; a hand that saw the older plan changes nothing', async () => {
      const late = await bima.context().newPage()
      await late.goto(`${meeting}/ubah`)
      await bima.goto(`${meeting}/ubah`)
      await bima.fill('#day', '2027-01-05')
      await goes(bima, '.form-end .btn', /\/rapat\/\d+$/)
      const page = await bima.textContent('main')
      expect(page).toContain('Selasa, 5 Januari 2027 10.00 WITA')
      expect(page).toContain('dari Rabu, 30 Desember 2026 10.00 WITA ke Selasa, 5 Januari 2027 10.00 WITA')
      expect(page).toContain('Jadwal sosialisasi')
      await late.fill('#day', '2026-12-31')
      const [answer] = await Promise.all([
        late.waitForResponse(response => response.request().method() === 'POST'),
        late.click('.form-end .btn'),
      ])
      expect(answer.status()).toBe(409)
      // What was typed is still there, beside what stands now.
      await expect.poll(() => late.textContent('.notice.warn >> nth=-1')).toContain('5 Januari 2027')
      expect(await late.inputValue('#day')).toBe('2026-12-31')
      await late.close()
      await bima.goto(meeting)
      expect(await bima.textContent('.facts')).toContain('5 Januari 2027')
    })

    test('two write the minutes at once, each a part, and neither loses a word', async () => {
      await bima.goto(meeting)
      await goes(bima, 'form[action$="/langkah/hold"] button', /\/rapat\/\d+$/)
      await goes(bima, 'form[action$="/hadir/saya"] button', /\/rapat\/\d+$/)
      for (const page of [bima, darma]) await page.goto(`${meeting}/notulen`)
      const add = async (page: Page, kind: string, body: string) => {
        await page.selectOption('#kind', kind)
        await page.fill('#body', body)
        await goes(page, 'form:has(#body) .btn', /\/notulen(#blok-\d+)?$/)
        await expect.poll(() => page.textContent('.blocks')).toContain(body.slice(0, 20))
      }
      await add(bima, 'discussion', 'Sebelas dinas sudah menayangkan.')
      await add(
        darma,
        'agreement',
        'Rekap bulanan bersama\nKedua kantor menyusun rekap paling lambat tanggal lima.',
      )
      await darma.goto(`${meeting}/notulen`)
      expect(await darma.textContent('.blocks')).toContain('Sebelas dinas')
      await fine(darma)
      if (javaScriptEnabled)
        await expect
          .poll(() => bima.textContent('.blocks'), { timeout: 15_000 })
          .toContain('Rekap bulanan bersama')
      else await bima.goto(`${meeting}/notulen`)
      await add(bima, 'follow-up', 'Contoh format rekap')
      expect(await bima.locator('.blocks > li').count()).toBe(3)
    })

    test('two writers in one part: the second sees both texts, and joins them', async () => {
      const open = (page: Page) =>
        page.goto(`${meeting}/notulen`).then(() => page.click('.blocks li:first-child a:has-text("Ubah")'))
      await open(bima)
      await open(darma)
      await bima.waitForSelector('.blocks #body')
      await darma.waitForSelector('.blocks #body')
      await darma.fill('#body', 'Sedang ditulis Darma.')
      await bima.fill('#body', 'Sebelas dinas sudah menayangkan; dua belum.')
      await goes(bima, '.blocks form .btn:not(.plain)', /\/notulen#blok-\d+$/)
      if (javaScriptEnabled)
        await expect.poll(() => darma.isVisible('[data-changed]'), { timeout: 15_000 }).toBe(true)
      expect(await darma.inputValue('#body')).toBe('Sedang ditulis Darma.')
      const [answer] = await Promise.all([
        darma.waitForResponse(response => response.request().method() === 'POST'),
        darma.click('.blocks form .btn:not(.plain)'),
      ])
      expect(answer.status()).toBe(409)
      await expect.poll(() => darma.textContent('main')).toContain('Dua orang menulis bagian yang sama')
      expect(await darma.inputValue('#body')).toBe(
        'Sebelas dinas sudah menayangkan; dua belum.\n\nSedang ditulis Darma.',
      )
      expect(await darma.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      await goes(darma, '.form-end .btn', /\/notulen#blok-\d+$/)
      const first = await darma.textContent('.blocks li:first-child')
      expect(first).toContain('dua belum.')
      expect(first).toContain('Sedang ditulis Darma.')
      expect(first).toContain('Tulisan sebelumnya')
    })

    test('what was agreed becomes an agreement with both offices as parties', async () => {
      await bima.goto(`${meeting}/notulen`)
      await goes(bima, 'a:has-text("Jadikan kesepakatan")', /\/kesepakatan\/baru/)
      expect(await bima.inputValue('#title')).toBe('Rekap bulanan bersama')
      expect(await bima.isChecked('label:has-text("Transmigrasi Provinsi") input')).toBe(true)
      await goes(bima, '.form-end .btn', /\/kesepakatan\/\d+$/)
      agreement = bima.url()
      expect(await bima.locator('form[action$="/tanda-tangan"]').count()).toBe(0)
      await fine(bima)
    })

    test('a leader signs; a change voids it; when both have signed the same text it is in force', async () => {
      const marlina = await enter('pimpinan@bp3mi.example', desk)
      const sign = async (page: Page, position: string) => {
        await page.goto(agreement)
        await page.fill('#position', position)
        await page.check('#read')
        await goes(page, 'form[action$="/tanda-tangan"] .btn', /\/kesepakatan\/\d+$/)
      }
      await marlina.goto(agreement)
      await marlina.fill('#position', 'Kepala')
      await marlina.click('form[action$="/tanda-tangan"] .btn')
      await expect.poll(() => marlina.textContent('.summary')).toContain('Centang pernyataan')
      await sign(marlina, 'Kepala BP3MI')
      expect(await marlina.textContent('main')).toContain('Menunggu tanda tangan')
      await darma.goto(`${agreement}/ubah`)
      await darma.fill('#body', 'Kedua kantor menyusun rekap paling lambat tanggal sepuluh.')
      await goes(darma, '.form-end .btn', /\/kesepakatan\/\d+$/)
      expect(await darma.textContent('main')).toContain('Versi 2')
      expect(await darma.locator('.chip:has-text("Belum menandatangani")').count()).toBe(2)
      await sign(darma, 'Sekretaris Dinas')
      await sign(marlina, 'Kepala BP3MI')
      const page = await marlina.textContent('main')
      expect(page).toContain('Berlaku')
      expect(page).toContain('Naskah cocok dengan sidiknya')
      await fine(darma)
      // Signed by all, it is read by offices that are no party to it; before, it was absent.
      const poso = await enter('poso@kabupaten.example', phone)
      expect((await poso.goto(agreement))!.status()).toBe(200)
      expect((await poso.goto(meeting))!.status()).toBe(404)
    })

    test('what has to be done becomes a follow-up with an owner and a day, done with evidence and confirmed', async () => {
      await bima.goto(`${meeting}/notulen`)
      await goes(bima, 'a:has-text("Jadikan tindak lanjut")', /\/tindak-lanjut\/baru/)
      expect(await bima.inputValue('#title')).toBe('Contoh format rekap')
      await bima.selectOption('#office', {
        label: 'Dinas Tenaga Kerja dan Transmigrasi Provinsi Sulawesi Tengah',
      })
      await bima.fill('#dueOn', '2027-01-15')
      await goes(bima, '.form-end .btn', /\/tindak-lanjut\/\d+$/)
      followUp = bima.url()
      expect(await bima.locator('form[action$="/langkah/report"]').count()).toBe(0)
      await darma.goto(followUp)
      await darma.click('form[action$="/langkah/report"] .btn')
      await expect.poll(() => darma.textContent('.summary')).toContain('Tuliskan apa yang dilakukan')
      await fine(darma)
      const photo = join(product.dataDir, 'evidence.png')
      const picture = sharp({ create: { width: 640, height: 900, channels: 3, background: '#274' } })
      writeFileSync(photo, await picture.png().toBuffer())
      await darma.fill('#evidence', 'Format sudah dikirim.')
      await darma.setInputFiles('#file', photo)
      await goes(darma, 'form[action$="/langkah/report"] .btn', /\/tindak-lanjut\/\d+$/)
      expect(await darma.textContent('main')).toContain('Menunggu dipastikan')
      await bima.goto(followUp)
      expect(await bima.textContent('main')).toContain('Format sudah dikirim.')
      expect(await bima.locator('figure img').count()).toBe(1)
      await bima.click('summary:has-text("Kembalikan")')
      await bima.fill('#missing', 'Kolom jangkauan belum ada.')
      await goes(bima, 'form[action$="/langkah/return"] .btn', /\/tindak-lanjut\/\d+$/)
      expect(await bima.textContent('main')).toContain('Kolom jangkauan belum ada.')
    })

    test('what is still open comes back at the next meeting; what is confirmed does not', async () => {
      const { pathname } = new URL(followUp)
      const agendaOf = async (name: string) => {
        await bima.goto(`${product.url}/rapat/baru`)
        await bima.fill('#title', name)
        await bima.fill('#day', '2027-04-06')
        await bima.fill('#starts', '09:00')
        await bima.fill('#place', 'Palu')
        await bima.fill('#chair', 'Darma Saputra')
        await bima.check('label:has-text("Transmigrasi Provinsi") input')
        await goes(bima, '.form-end .btn', /\/rapat\/\d+$/)
        await goes(bima, 'form[action$="/acara/isi"] button', /\/rapat\/\d+$/)
        return bima.locator(`.agenda a[href="${pathname}"]`).count()
      }
      expect(await agendaOf('Rapat triwulan')).toBe(1)
      await darma.goto(followUp)
      await darma.fill('#evidence', 'Kolom jangkauan ditambahkan.')
      await goes(darma, 'form[action$="/langkah/report"] .btn', /\/tindak-lanjut\/\d+$/)
      await bima.goto(followUp)
      await goes(bima, 'form[action$="/langkah/confirm"] button', /\/tindak-lanjut\/\d+$/)
      expect(await bima.textContent('main')).toContain('Selesai')
      expect(await agendaOf('Rapat triwulan kedua')).toBe(0)
    })

    test('the minutes are closed and printed; nothing is written into them any more', async () => {
      await bima.goto(meeting)
      await goes(bima, 'form[action$="/langkah/close"] button', /\/rapat\/\d+$/)
      const pdf = new Uint8Array(await (await bima.request.get(`${meeting}/notulen/pdf`)).body())
      const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
      const words = text.replace(/\s+/g, ' ')
      for (const said of [
        title,
        '5 Januari 2027',
        'dua belum.',
        'Sedang ditulis Darma.',
        'Contoh format rekap',
        'Bima Prasetya',
      ])
        expect(words).toContain(said)
      await darma.goto(`${meeting}/notulen`)
      expect(await darma.locator('form:has(#body)').count()).toBe(0)
    })
  })
}
