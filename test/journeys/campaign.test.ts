import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn, withLine } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

/** The README's walk-through, as a person would do it, with and without JavaScript. */
for (const javaScriptEnabled of [true, false]) {
  describe(`one office's material becomes thirteen offices' publications, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let product: Product
    let browser: Browser
    let publicist: Page
    let campaignUrl: string
    let sigi: Page
    let shortLink: string

    const enter = async (email: string, screen: object) => {
      const context: BrowserContext = await browser.newContext({
        ...screen,
        javaScriptEnabled,
        acceptDownloads: true,
      })
      await withLine(context)
      return signIn(context, product.url, email, product.password(email))
    }
    const goes = (page: Page, click: string, to: RegExp) =>
      Promise.all([page.waitForURL(to), page.click(click)])

    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      publicist = await enter('humas@bp3mi.example', desk)
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    test('a publicist writes material; a wrong form comes back with what was typed', async () => {
      await publicist.goto(`${product.url}/materi/baru`)
      await publicist.fill('#title', 'Visa ziarah')
      await publicist.fill('#headline', 'Vi')
      await publicist.click('form .actions .btn')
      await expect.poll(() => publicist.textContent('.summary')).toContain('paling sedikit')
      expect(await publicist.inputValue('#title')).toBe('Visa ziarah')
      expect(await seriousFindings(publicist, javaScriptEnabled)).toEqual([])
      await publicist.fill('#headline', 'Visa ziarah bukan visa kerja.')
      await publicist.fill('#callToAction', 'Tanya dinas sebelum berangkat')
      await publicist.fill(
        '#caption',
        'Ditawari kerja dengan visa ziarah? Tanya {kantor}. Cek dulu: {tautan}',
      )
      await publicist.fill('#altText', 'Poster laut senja dengan tulisan visa ziarah bukan visa kerja.')
      await goes(publicist, 'form .actions .btn', /\/materi\/\d+$/)
      await goes(publicist, 'form[action$="/submit"] button', /\/materi\/\d+$/)
      expect(await publicist.textContent('main')).toContain('orang lain yang menyetujui')
      expect(await publicist.locator('form[action$="/approve"]').count()).toBe(0)
    })

    test('a second person approves it', async () => {
      const approver = await enter('koordinator@bp3mi.example', desk)
      await approver.goto(publicist.url())
      await goes(approver, 'form[action$="/approve"] button', /\/materi\/\d+$/)
      expect(await approver.textContent('.facts')).toContain('Disetujui')
      expect(await seriousFindings(approver, javaScriptEnabled)).toEqual([])
    })

    test('a campaign gives every one of the thirteen offices its duties at once', async () => {
      await publicist.goto(`${product.url}/kampanye/baru`)
      await publicist.fill('#title', 'Visa ziarah bukan visa kerja')
      await publicist.fill('#purpose', 'Calon pekerja mengenali tawaran dengan visa yang salah.')
      const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
      await publicist.fill('#startsOn', day(0))
      await publicist.fill('#endsOn', day(20))
      await publicist.fill('#dueOn', day(-2))
      await publicist.check('label:has-text("Visa ziarah") input[name="versions"]')
      for (const channel of ['whatsapp', 'facebook', 'print'])
        await publicist.check(`input[name="channels"][value="${channel}"]`)
      await publicist.click('form .actions .btn')
      await expect.poll(() => publicist.textContent('.summary')).toContain('Batas tayang')
      await publicist.fill('#dueOn', day(7))
      await goes(publicist, 'form .actions .btn', /\/kampanye\/\d+$/)
      campaignUrl = publicist.url()
      expect(await publicist.locator('.matrix tbody tr').count()).toBe(13)
      expect(await publicist.locator('.matrix .cell').count()).toBe(39)
      expect(await publicist.locator('.tile').count()).toBe(13)
      expect(await publicist.textContent('.lead')).toContain('0 dari 13 kantor')
      expect(await seriousFindings(publicist, javaScriptEnabled)).toEqual([])
    })

    test('a district officer on a phone opens the duty, takes the picture and gives proof', async () => {
      sigi = await enter('sigi@kabupaten.example', phone)
      expect(await sigi.locator('.list a:has-text("Visa ziarah")').count()).toBe(3)
      await goes(sigi, '.list a:has-text("Visa ziarah") >> nth=0', /\/tugas\/\d+$/)
      expect(await sigi.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(
        await sigi
          .locator('.poster')
          .first()
          .evaluate((image: HTMLImageElement) => image.complete || image.decode().then(() => true)),
      ).toBe(true)
      const caption = await sigi.inputValue('#caption')
      expect(caption).toContain('Dinas Tenaga Kerja dan Transmigrasi Kabupaten Sigi')
      shortLink = /http:\S+\/t\/\w{7}/.exec(caption)![0]
      expect(await seriousFindings(sigi, javaScriptEnabled)).toEqual([])
      await sigi.fill('#url', 'javascript:alert(1)')
      await sigi.click('form[action$="/bukti"] button')
      await expect.poll(() => sigi.textContent('.summary')).toContain('alamat unggahan')
      expect(await sigi.inputValue('#url')).toBe('javascript:alert(1)')
      await sigi.fill('#url', '')
      const photo = join(product.dataDir, 'proof.png')
      writeFileSync(
        photo,
        await sharp({ create: { width: 900, height: 1600, channels: 3, background: '#346' } })
          .png()
          .toBuffer(),
      )
      await sigi.setInputFiles('#photo', photo)
      await goes(sigi, 'form[action$="/bukti"] button', /\/tugas\/\d+$/)
      await expect
        .poll(() => sigi.locator('.steps li.done:has-text("Bukti dilampirkan")').count(), { timeout: 30_000 })
        .toBeGreaterThan(0)
    })

    if (javaScriptEnabled)
      test('the phone shares the picture itself, with its caption on the clipboard', async () => {
        const context = await browser.newContext(phone)
        await context.addInitScript(() => {
          const shared: unknown[] = []
          Object.assign(window, { shared })
          // A headless browser has no share menu: this stands in for it and keeps what it was given.
          navigator.canShare = () => true
          navigator.share = async data => void shared.push(data)
          Object.defineProperty(navigator, 'clipboard', {
            value: { writeText: async (text: string) => void shared.push(text) },
          })
        })
        const poso = await signIn(
          context,
          product.url,
          'poso@kabupaten.example',
          product.password('poso@kabupaten.example'),
        )
        await goes(poso, '.list a:has-text("Visa ziarah") >> nth=0', /\/tugas\/\d+$/)
        let goOn = () => {}
        // The deed is held up, so that the page stays while what was shared is looked at.
        const held = new Promise<void>(resolve => (goOn = resolve))
        await poso.route('**/bagikan', route => held.then(() => route.continue()))
        await Promise.all([poso.waitForRequest(/\/bagikan$/), poso.click('button[data-share]')])
        const given = await poso.evaluate(() => {
          const [caption, share] = (window as unknown as { shared: [string, ShareData] }).shared
          const { name, type, size } = share.files![0]!
          return { caption, name, type, heavy: size > 10_000 }
        })
        expect(given).toEqual({
          caption: expect.stringContaining('/t/'),
          name: expect.stringMatching(/^materi-\d+\.png$/),
          type: 'image/png',
          heavy: true,
        })
        goOn()
        await expect
          .poll(() => poso.locator('.steps li.done:has-text("Dibagikan")').count())
          .toBeGreaterThan(0)
        await context.close()
      })

    test('a reviewer returns a proof with a reason, and accepts the next one', async () => {
      const province = await enter('sekretaris@disnakertrans.example', desk)
      await province.goto(`${product.url}/tinjau`)
      await goes(province, '.list a:has-text("Visa ziarah") >> nth=0', /\/tugas\/\d+$/)
      await province.click('details:has(form[action$="/kembalikan"]) summary')
      await province.check('input[value="not-readable"]')
      await goes(province, 'form[action$="/kembalikan"] button', /\/tugas\/\d+$/)
      await sigi.reload()
      expect(await sigi.textContent('main')).toContain('Tidak terbaca')
      await sigi.fill('#url', 'https://www.facebook.com/disnakertrans.sigi/posts/1')
      await goes(sigi, 'form[action$="/bukti"] button', /\/tugas\/\d+$/)
      await province.reload()
      await goes(province, 'form[action$="/terima"] button', /\/tugas\/\d+$/)
      await publicist.goto(campaignUrl)
      expect(await publicist.locator('.matrix .cell.good').count()).toBe(1)
    })

    test('a click on the short link is counted and leads to the public page', async () => {
      const visitor = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
      await visitor.goto(shortLink)
      expect(visitor.url()).toMatch(/\/k\/visa-ziarah-bukan-visa-kerja\?kantor=\d+&materi=\d+$/)
      expect(await visitor.textContent('h1')).toBe('Visa ziarah bukan visa kerja.')
      expect(await visitor.textContent('main')).toContain('Kabupaten Sigi')
      await expect
        .poll(
          () =>
            visitor
              .locator('.poster')
              .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth),
          { timeout: 10_000 },
        )
        .toBeGreaterThan(300)
      expect(await seriousFindings(visitor, javaScriptEnabled)).toEqual([])
      const figure = async () => {
        await publicist.goto(campaignUrl)
        return publicist.textContent('.matrix tr:has-text("Sigi") td.num')
      }
      await expect.poll(figure, { timeout: 10_000 }).toBe('1')
    })

    test('the recap says the same as the screen, as PDF and XLSX', async () => {
      await publicist.goto(`${campaignUrl}/rekap`)
      await goes(publicist, 'form button.btn:not(.plain)', /\/pekerjaan\//)
      await expect
        .poll(
          async () => {
            await publicist.reload()
            return publicist.locator('a[href$="/pdf"]').count()
          },
          { timeout: 30_000 },
        )
        .toBe(1)
      const take = async (file: string) =>
        new Uint8Array(await (await publicist.request.get(`${publicist.url()}/${file}`)).body())
      const read = await extractText(await getDocumentProxy(await take('pdf')), { mergePages: true })
      const text = read.text.replace(/\s+/g, ' ')
      expect(text).toContain('0 dari 13 kantor sudah tayang penuh.')
      expect(text).toContain('1/39')
      for (const name of ['Kota Palu', 'Kabupaten Banggai Kepulauan', 'Kabupaten Sigi'])
        expect(text).toContain(name)
      const xlsx = await take('xlsx')
      expect(Buffer.from(xlsx.slice(0, 2)).toString()).toBe('PK')
    })

    test('another office cannot reach the duty, and it looks absent', async () => {
      const poso = await enter('poso@kabupaten.example', desk)
      const answer = await poso.goto(sigi.url())
      expect(answer!.status()).toBe(404)
    })
  })
}
