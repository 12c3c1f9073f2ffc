import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, main, phone, presses, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

for (const javaScriptEnabled of [true, false]) {
  describe(`a report passes from office to office, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let product: Product
    let browser: Browser
    let family: Page
    let sigi: Page
    let palu: Page
    let bp3mi: Page
    let leader: Page
    let digits = ''
    let path = ''

    const opened = async (email: string, device: typeof desk | typeof phone = desk) => {
      const context = await browser.newContext({ ...device, javaScriptEnabled })
      return signIn(context, product.url, email, product.password(email))
    }
    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      family = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
      sigi = await opened('petugas.sigi@kabupaten.example', phone)
      palu = await opened('petugas.palu@kabupaten.example')
      bp3mi = await opened('pelindungan@bp3mi.example')
      leader = await opened('pimpinan@bp3mi.example')
      for (const page of [family, sigi, palu, bp3mi, leader]) page.setDefaultTimeout(6000)
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    const go = (page: Page, to: string) => page.goto(product.url + to)
    /** Opens what is folded, as a person would. */
    const unfolds = (page: Page, summary: string) =>
      page.locator('main summary', { hasText: summary }).click()
    const opensNumber = async () => {
      await go(family, '/nomor')
      await family.fill('#number', digits)
      await presses(family, 'Buka')
      return main(family)
    }
    const passesOn = async (page: Page, office: string) => {
      await go(page, `${path}/serahkan`)
      await page.selectOption('#office', { label: office })
      await page.selectOption('#reason', 'their-duty')
      await page.selectOption('#consent', 'given')
      await presses(page, 'Tawarkan')
    }

    test('a family files it, and the district that serves the place has it', async () => {
      await go(family, '/lapor')
      await family.fill('#story', 'Adik saya diajak tetangga berangkat ke Jeddah bulan depan.')
      await family
        .selectOption('#district', '72.10')
        .catch(() => family.check('input[name=district][value="72.10"]'))
      await family.check('input[name=situation][value=leaving]')
      await presses(family, 'Kirim laporan')
      digits = (await family.locator('.receipt strong:visible').textContent())!.trim()
      await go(sigi, '/aduan?lihat=new')
      expect(await main(sigi)).toContain('Masuk hari ini, belum dimulai')
      await Promise.all([sigi.waitForURL('**/aduan/*-*'), sigi.click('a.item')])
      path = new URL(sigi.url()).pathname
      expect(await main(sigi)).toContain('Adik saya diajak tetangga')
      if (javaScriptEnabled) expect(await seriousFindings(sigi)).toEqual([])
    })

    test('one office refuses it and it never was without an owner; the number works all along', async () => {
      await presses(sigi, 'Mulai tangani')
      await passesOn(sigi, 'Dinas Koperasi, UMKM dan Tenaga Kerja Kota Palu')
      expect(await main(sigi)).toContain('tetap penanggung jawab sampai diterima')
      await go(palu, '/aduan?meja=offered')
      await Promise.all([palu.waitForURL('**/aduan/*-*'), palu.click(`a.item[href="${path}"]`)])
      const seen = await main(palu)
      expect(seen).toContain('Isi tersegel')
      expect(seen).not.toContain('Adik saya')
      expect(await opensNumber()).toContain('Kabupaten Sigi')
      await unfolds(palu, 'Tolak dengan alasan')
      await palu.selectOption('#reject', 'not-our-area')
      await presses(palu, 'Tolak')
      expect((await go(palu, path))?.status()).toBe(404)
      await go(sigi, path)
      expect(await main(sigi)).toContain('Pelimpahan ditolak')
      expect(await opensNumber()).toContain('Kabupaten Sigi')
    })

    test('another accepts it, reads it, and the giver does not any more', async () => {
      await passesOn(sigi, 'BP3MI Sulawesi Tengah')
      await go(bp3mi, path)
      expect(await main(bp3mi)).not.toContain('Adik saya')
      await presses(bp3mi, 'Terima penguasaan')
      expect(await main(bp3mi)).toContain('Adik saya diajak tetangga')
      expect((await go(sigi, path))?.status()).toBe(404)
      expect(await opensNumber()).toContain('BP3MI Sulawesi Tengah')
    })

    test('the officer asks, the reporter answers, and the clocks stood still meanwhile', async () => {
      await go(bp3mi, path)
      await bp3mi.fill('#message', 'Tanggal berapa adik Ibu akan berangkat?')
      await bp3mi.selectOption('#awaits', 'answer')
      await presses(bp3mi, 'Kirim')
      expect(await main(bp3mi)).toMatch(/Menunggu jawaban pelapor[\s\S]*Berhenti sementara/)
      expect(await opensNumber()).toContain('Tanggal berapa adik Ibu')
      await family.fill('#message', 'Katanya tanggal 12, dari Palu.')
      await presses(family, 'Kirim')
      await go(bp3mi, path)
      expect(await main(bp3mi)).toContain('Katanya tanggal 12, dari Palu.')
      expect(await main(bp3mi)).not.toContain('Berhenti sementara')
    })

    test('it is closed with an outcome; grounds whose time has not run out are not offered', async () => {
      await go(bp3mi, `${path}/tutup`)
      expect(await bp3mi.locator('input[name=ground][value=unreachable]').count()).toBe(0)
      await bp3mi.check('input[name=ground][value=departure-averted]')
      await bp3mi.fill('#toReporter', 'Adik Ibu batal berangkat dan sudah kembali ke rumah.')
      await presses(bp3mi, 'Tutup laporan')
      expect(await opensNumber()).toContain('batal berangkat dan sudah kembali')
    })

    test('an objection is judged by somebody who did not close it', async () => {
      await family.fill('#objection', 'Adik saya masih diajak lagi oleh orang yang sama.')
      await presses(family, 'Sampaikan keberatan')
      expect((await go(bp3mi, `${path}/putusan`))?.status()).toBe(409)
      await go(leader, path)
      expect(await leader.locator('#message').count()).toBe(0)
      await Promise.all([leader.waitForURL('**/putusan'), leader.click('a:has-text("Putuskan keberatan")')])
      expect(await main(leader)).toContain('masih diajak lagi')
      await leader.check('input[name=verdict][value=reopen]')
      await leader.fill('#toReporter', 'Anda benar, kami buka lagi dan mendatangi perekrutnya.')
      await presses(leader, 'Simpan putusan')
      expect(await opensNumber()).toContain('kami buka lagi')
      await go(bp3mi, path)
      expect(await main(bp3mi)).toContain('Dibuka lagi')
    })
  })
}
