import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { visitor } from '../visitor.ts'

const password = 'kapal-layar-biru-senja'

for (const javaScriptEnabled of [true, false]) {
  describe(`the staff of an office, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const letters: ParsedMail[] = []
    let product: Product
    let browser: Browser
    let post: SMTPServer
    let admin: Page
    let invited: Page
    let secret: string
    let recovery: string

    beforeAll(async () => {
      post = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onData: (stream, _session, done) =>
          void simpleParser(stream).then(letter => letters.push(letter) && done()),
      })
      await new Promise<void>(resolve => post.listen(0, '127.0.0.1', resolve))
      const { port } = post.server.address() as AddressInfo
      product = await startProduct({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } })
      browser = await launch()
      const context = await browser.newContext({ ...desk, javaScriptEnabled })
      admin = await signIn(
        context,
        product.url,
        'sigi@kabupaten.example',
        product.password('sigi@kabupaten.example'),
      )
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
      await new Promise<void>(resolve => post.close(resolve))
    })

    const goes = (page: Page, click: string, to: RegExp | string) =>
      Promise.all([page.waitForURL(to), page.click(click)])
    /** What stands beside a field, as it is tied to it for a screen reader. */
    const beside = (page: Page, field: string) =>
      page.evaluate(
        selector =>
          (document.querySelector(selector)?.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map(id => document.getElementById(id)?.textContent)
            .join(' '),
        field,
      )
    const errors = async (page: Page) => (await page.waitForSelector('.summary')).textContent()

    test('an administrator invites somebody by e-mail', async () => {
      await admin.goto(`${product.url}/petugas/undang`)
      await admin.fill('#name', 'Wahyu Contoh')
      await admin.fill('#email', 'bukan-alamat')
      await admin.click('main button.btn')
      expect(await errors(admin)).toContain('nama@kantor.go.id')
      expect(await admin.inputValue('#name')).toBe('Wahyu Contoh')
      await admin.fill('#email', 'poso@kabupaten.example')
      await admin.check('input[value="publicist"]')
      await admin.click('main button.btn')
      await expect.poll(() => admin.textContent('.summary')).toContain('sudah dipakai')
      await admin.fill('#email', 'wahyu@kabupaten.example')
      expect(await seriousFindings(admin, javaScriptEnabled)).toEqual([])
      await goes(admin, 'main button.btn', '**/petugas')
      expect(await admin.textContent('main')).toContain('wahyu@kabupaten.example')
      expect(await seriousFindings(admin, javaScriptEnabled)).toEqual([])
    })

    test('the letter leads to a password, and the password leads in', async () => {
      const [letter] = letters
      expect(letter!.to).toMatchObject({ text: 'wahyu@kabupaten.example' })
      const link = /http:\S+\/undangan\/\S+/.exec(letter!.text!)![0]
      invited = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
      await invited.goto(link)
      expect(await seriousFindings(invited, javaScriptEnabled)).toEqual([])
      await invited.fill('#password', 'pendek')
      await invited.click('button.btn')
      expect(await errors(invited)).toContain('paling sedikit 12')
      expect(await beside(invited, '#password')).toContain('paling sedikit 12')
      await invited.fill('#password', password)
      await goes(invited, 'button.btn', '**/masuk?selamat-datang')
      expect(await seriousFindings(invited, javaScriptEnabled)).toEqual([])
      expect((await visitor(product).get(new URL(link).pathname)).status).toBe(404)
      await invited.fill('#email', 'wahyu@kabupaten.example')
      await invited.fill('#password', password)
      await goes(invited, 'button.btn', '**/hari-ini')
    })

    test('a second factor is set up, with recovery codes to keep', async () => {
      await invited.goto(`${product.url}/akun`)
      expect(await seriousFindings(invited, javaScriptEnabled)).toEqual([])
      await invited.fill('form[action="/akun/langkah-kedua"] #password', 'bukan kata sandi itu')
      await invited.click('form[action="/akun/langkah-kedua"] button')
      expect(await errors(invited)).toContain('tidak cocok')
      await invited.fill('form[action="/akun/langkah-kedua"] #password', password)
      await invited.click('form[action="/akun/langkah-kedua"] button')
      await invited.waitForSelector('svg[role="img"]')
      secret = (await invited.textContent('.panel p code'))!
      recovery = (await invited.textContent('ul.num li code'))!
      expect(await seriousFindings(invited, javaScriptEnabled)).toEqual([])
      await invited.fill('#code', totp(secret))
      await goes(invited, 'form[action$="/pastikan"] button', '**/akun')
      expect(await invited.textContent('main')).toContain('Aktif')
    })

    test('signing in now asks for a code; a wrong one does not do, a recovery code does, once', async () => {
      const second = async (code: string) => {
        const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
        await page.goto(`${product.url}/masuk`)
        await page.fill('#email', 'wahyu@kabupaten.example')
        await page.fill('#password', password)
        await goes(page, 'button.btn', '**/masuk/kode*')
        expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
        await page.fill('#code', code)
        await page.click('button.btn')
        await page.waitForLoadState()
        await expect
          .poll(async () => page.url().endsWith('/hari-ini') || (await page.locator('.summary').count()) > 0)
          .toBe(true)
        return page.url().endsWith('/hari-ini')
      }
      expect(await second('000000')).toBe(false)
      expect(await second(totp(secret))).toBe(true)
      expect(await second(recovery)).toBe(true)
      expect(await second(recovery)).toBe(false)
    })

    test('sessions are listed, and another one can be ended', async () => {
      await invited.goto(`${product.url}/akun`)
      const before = await invited.locator('form[action$="/akhiri"]').count()
      expect(before).toBeGreaterThanOrEqual(2)
      await goes(invited, 'form[action$="/akhiri"] button >> nth=0', '**/akun')
      expect(await invited.locator('form[action$="/akhiri"]').count()).toBe(before - 1)
    })

    test('somebody who is deactivated is out at once', async () => {
      await admin.goto(`${product.url}/petugas`)
      await goes(admin, 'tr:has-text("Wahyu") form button', '**/petugas')
      await invited.goto(`${product.url}/hari-ini`)
      expect(invited.url()).toContain('/masuk')
      const again = visitor(product)
      await again.post('/masuk', { email: 'wahyu@kabupaten.example', password })
      expect((await again.post('/masuk/kode', { code: totp(secret) })).status).toBe(303)
      expect((await again.get('/hari-ini')).headers.get('location')).toBe('/masuk?ke=%2Fhari-ini')
    })

    test('guessing is slowed on other devices, while the person still comes in', async () => {
      const email = 'poso@kabupaten.example'
      const known = visitor(product)
      expect((await known.post('/masuk', { email, password: product.password(email) })).status).toBe(303)
      const stranger = visitor(product)
      const statuses: number[] = []
      for (let tries = 0; tries < 8; tries++)
        statuses.push((await stranger.post('/masuk', { email, password: 'tebakan-belaka' })).status)
      expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422])
      expect(statuses).toContain(429)
      expect(await (await stranger.post('/masuk', { email, password: 'tebakan-belaka' })).text()).toMatch(
        /Coba lagi dalam \d+ detik|tidak cocok/,
      )
      expect((await known.post('/masuk', { email, password: product.password(email) })).status).toBe(303)
    })

    test('an office keeps its contacts with source and date, and its logo clean', async () => {
      await admin.goto(`${product.url}/kantor`)
      expect(await seriousFindings(admin, javaScriptEnabled)).toEqual([])
      await goes(admin, 'a:has-text("Kabupaten Sigi")', /\/kantor\/\d+$/)
      await admin.selectOption('#kind', 'phone')
      await admin.fill('#value', '0800 0000 7211 (contoh)')
      await goes(admin, 'form[action$="/kontak"] button', /\/kantor\/\d+$/)
      const unverified = () => admin.textContent('li:has-text("7211"), tr:has-text("7211")')
      await expect.poll(unverified).toContain('Belum diverifikasi')
      await admin.selectOption('#kind', 'whatsapp')
      await admin.fill('#value', '0800 0000 7210 (contoh)')
      await admin.check('input[name="verified"]')
      await admin.click('form[action$="/kontak"] button')
      expect(await errors(admin)).toContain('perlu sumber')
      expect(await admin.inputValue('#value')).toBe('0800 0000 7210 (contoh)')
      await admin.fill('#source', 'Ditelepon sendiri')
      await goes(admin, 'form[action$="/kontak"] button', /\/kantor\/\d+$/)
      await expect.poll(() => admin.textContent('main')).toContain('Diverifikasi')
      expect(await seriousFindings(admin, javaScriptEnabled)).toEqual([])
      const drawing =
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#0a5a62"/>'
      const sent = async (name: string, content: string) => {
        const path = join(product.dataDir, name)
        writeFileSync(path, content)
        await admin.setInputFiles('#logo', path)
        await admin.click('form[action$="/logo"] button')
        await admin.waitForLoadState()
      }
      await sent('jahat.svg', `${drawing}<script>alert(1)</script></svg>`)
      await expect.poll(() => admin.textContent('.summary')).toContain('memuat skrip')
      expect(await beside(admin, '#logo')).toContain('memuat skrip')
      expect(await seriousFindings(admin, javaScriptEnabled)).toEqual([])
      await sent('teks.png', 'ini teks')
      await expect.poll(() => admin.textContent('.summary')).toContain('bukan gambar yang diterima')
      await sent('baik.svg', `${drawing}</svg>`)
      await expect.poll(() => admin.locator('img[src$="/logo"]').count()).toBe(1)
      const logo = await admin.request.get(`${admin.url().replace(/\/logo$/, '')}/logo`)
      expect([logo.headers()['content-type'], (await logo.body()).subarray(1, 4).toString()]).toEqual([
        'image/png',
        'PNG',
      ])
    })

    test('loading the regions is long work that shows its progress and can be left', async () => {
      const house = await signIn(
        await browser.newContext({ ...desk, javaScriptEnabled }),
        product.url,
        'admin@bp3mi.example',
        product.password('admin@bp3mi.example'),
      )
      await house.goto(`${product.url}/kantor`)
      await goes(house, 'a:has-text("Wilayah")', '**/wilayah')
      await goes(house, 'main form button', /\/pekerjaan\//)
      const page = house.url()
      await house.goto(`${product.url}/hari-ini`)
      await expect
        .poll(
          async () => {
            await house.goto(page)
            return house.textContent('main')
          },
          { timeout: 30_000 },
        )
        .toContain('91.599 wilayah terpasang')
    })

    test('the whole console speaks English too', async () => {
      await goes(admin, '.nav.side a:has-text("English")', /.*/)
      for (const [path, title] of [
        ['/hari-ini', 'Duties of Sigi'],
        ['/kampanye', 'Campaigns'],
        ['/kantor', 'Offices'],
        ['/akun', 'My account'],
        ['/jejak', 'Audit trail'],
      ] as const) {
        await admin.goto(product.url + path)
        expect(await admin.textContent('h1')).toBe(title)
        expect([path, await seriousFindings(admin, javaScriptEnabled)]).toEqual([path, []])
      }
    })
  })
}

/** RFC 6238 with the defaults that every authenticator has. */
const totp = (base32: string) => {
  const bits = [...base32]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
