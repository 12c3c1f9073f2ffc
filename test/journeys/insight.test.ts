import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

/** "Where are we silent?": from the question to a planned activity, with and without JavaScript. */
for (const javaScriptEnabled of [true, false]) {
  describe(`a leader looks for silence, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let product: Product
    let browser: Browser
    let leader: Page
    let activity: string

    const enter = async (email: string, screen: object) => {
      const context = await browser.newContext({ ...screen, javaScriptEnabled })
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

    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      leader = await enter('sekretaris@disnakertrans.example', phone)
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    test('the page says in one sentence who is at risk and silent, and shows why', async () => {
      await leader.click('.topbar summary')
      await goes(leader, '.topbar a[href="/wawasan"]', /\/wawasan$/)
      expect(await leader.textContent('.lead')).toMatch(/daerah berisiko tinggi tetapi sunyi: \S+/)
      const silent = (await leader.textContent('.lead'))!.split(': ')[1]!.split(/,| dan |\./)[0]!
      const row = leader.locator(`tbody tr:has(th:has-text("${silent}"))`).first()
      expect(await row.textContent()).toContain('Risiko tinggi, sunyi')
      expect(await leader.locator('table tbody tr').count()).toBe(13)
      expect(await leader.locator('svg.chart[role="img"]').getAttribute('aria-label')).toMatch(/rata-rata/)
      await sound(leader)
    })

    test('one tap opens a plan that knows district and day; it is saved, and the step is gone', async () => {
      const step = leader.locator('a[href^="/program/baru"]').first()
      const district = (await step.textContent())!.replace('Rencanakan di ', '')
      await Promise.all([leader.waitForURL(/\/program\/baru\?/), step.click()])
      expect(await leader.inputValue('#kind')).toBe('outreach')
      expect(await leader.inputValue('#startsOn')).toMatch(/^20\d\d-\d\d-\d\d$/)
      await leader.fill('#title', `Sosialisasi untuk ${district}`)
      await leader.selectOption('#audience', 'families')
      await leader.fill('#startTime', '09:00')
      await leader.fill('#endTime', '11:00')
      await goes(leader, '.form-end .btn', /\/program\/\d+$/)
      activity = new URL(leader.url()).pathname
      expect(await leader.textContent('.facts')).toContain(district)
      await leader.goto(`${product.url}/wawasan`)
      expect(await leader.locator(`a[href^="/program/baru"]:has-text("${district}")`).count()).toBe(0)
      expect(activity).toMatch(/\d+$/)
    })

    test('another step becomes a follow-up for the office it concerns', async () => {
      await Promise.all([
        leader.waitForURL(/\/tindak-lanjut\/baru\?/),
        leader.locator('a[href^="/tindak-lanjut/baru"]').first().click(),
      ])
      expect(await leader.inputValue('#title')).toContain(': ')
      expect(await leader.inputValue('#detail')).toContain('aduan dalam 12 bulan')
      expect(await leader.inputValue('#office')).toMatch(/^\d+$/)
    })

    test('a leader who may plan nothing asks the own staff in one tap; from there it is one more to the plan', async () => {
      const head = await enter('pimpinan@bp3mi.example', phone)
      await head.goto(`${product.url}/wawasan`)
      expect(await head.locator('a[href^="/program/baru"], a[href^="/kampanye/baru"]').count()).toBe(0)
      await sound(head)
      const ask = head.locator('a.btn:has-text("Minta petugas BP3MI Sulteng merencanakan")').first()
      await Promise.all([head.waitForURL(/\/tindak-lanjut\/baru\?/), ask.click()])
      const title = await head.inputValue('#title')
      expect(title).toMatch(/^Rencanakan sosialisasi di /)
      expect(await head.inputValue('#dueOn')).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(await head.locator('#office option:checked').textContent()).toContain('BP3MI')
      await goes(head, '.form-end .btn', /\/tindak-lanjut\/\d+$/)

      const coordinator = await enter('koordinator@bp3mi.example', desk)
      await coordinator.goto(head.url())
      await goes(coordinator, 'a:has-text("Buka halaman asalnya")', /\/wawasan\/wilayah\/72\.\d\d$/)
      const district = await coordinator.textContent('h1')
      expect(title).toBe(`Rencanakan sosialisasi di ${district}`)
      await goes(coordinator, 'a.btn[href^="/program/baru"]', /\/program\/baru\?/)
    })

    test('who may start a campaign gives a duty to a district that has none, with that office chosen', async () => {
      const coordinator = await enter('koordinator@bp3mi.example', phone)
      await coordinator.goto(`${product.url}/kampanye/baru`)
      const one = coordinator.locator('input[name="offices"]').first()
      const id = await one.getAttribute('value')
      await coordinator.goto(`${product.url}/kampanye/baru?kantor=${id}`)
      expect(
        await coordinator
          .locator('input[name="offices"]:checked')
          .evaluateAll(boxes => boxes.map(box => (box as HTMLInputElement).value)),
      ).toEqual([id])
    })

    test('the data sheet of a district comes in three taps, without small figures', async () => {
      await leader.goto(`${product.url}/wawasan`)
      await goes(leader, 'tbody a[href$="/72.10"]', /\/wilayah\/72\.10$/)
      await sound(leader)
      const href = await leader.getAttribute('a[href$="/lembar.pdf"]', 'href')
      const answer = await leader.request.get(product.url + href!)
      expect(answer.headers()['content-type']).toBe('application/pdf')
      const document = await getDocumentProxy(new Uint8Array(await answer.body()))
      expect(document.numPages).toBe(1)
      const { text } = await extractText(document, { mergePages: true })
      for (const said of [
        'Sigi',
        '459',
        'Data contoh',
        'Cara yang dipakai perekrut',
        'Yang perlu dikerjakan dulu',
      ])
        expect(text).toContain(said)
      const shown = await leader.getAttribute('a[href$="/lembar.png"]', 'href')
      const picture = await leader.request.get(product.url + shown!)
      expect(picture.headers()['content-type']).toBe('image/png')
      expect(await sharp(await picture.body()).metadata()).toMatchObject({ width: 1191, height: 1684 })
      const small = await leader.request.get(`${product.url}/wawasan/wilayah/72.12/lembar.pdf`)
      const other = await extractText(await getDocumentProxy(new Uint8Array(await small.body())), {
        mergePages: true,
      })
      expect(other.text).toContain('kurang dari 5')
    })

    test('figures month by month say their source and since when they are known', async () => {
      await leader.goto(`${product.url}/wawasan/angka`)
      expect(await leader.textContent('main')).toContain('Sumber: catatan aduan semua kantor. Per ')
      expect(await leader.textContent('main')).toContain('belum ada data')
      await sound(leader)
      await leader.goto(`${product.url}/wawasan/angka?wilayah=72.10`)
      expect(await leader.locator('[aria-current="page"]:has-text("Sigi")').count()).toBe(1)
    })

    test('a district sees itself only; another is as if it were not there', async () => {
      const sigi = await enter('sigi@kabupaten.example', desk)
      await sigi.goto(`${product.url}/wawasan`)
      expect(await sigi.locator('table tbody tr').count()).toBe(1)
      await sound(sigi)
      for (const path of [
        '/wawasan/wilayah/72.02',
        '/wawasan/wilayah/72.02/lembar.pdf',
        '/wawasan/angka?wilayah=72.02',
      ])
        expect((await sigi.request.get(product.url + path)).status()).toBe(404)
    })

    test('everybody reads the open data; page, CSV and JSON say the same', async () => {
      const visitor = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
      await visitor.goto(`${product.url}/data`)
      expect(await visitor.textContent('main')).toContain('Aduan menurut daerah asal')
      await sound(visitor)
      const csv = await (await visitor.request.get(`${product.url}/data/angka.csv`)).text()
      const json = await (await visitor.request.get(`${product.url}/data/angka.json`)).json()
      const rows = csv.trim().split('\r\n').slice(1)
      expect(rows).toHaveLength(json.figures.length)
      expect(rows.length).toBeGreaterThan(3)
      for (const row of rows) expect(Number(row.split(',').at(-1))).toBeGreaterThanOrEqual(5)
    })
  })
}
