import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { visitor } from '../visitor.ts'

const officer = 'wahyu@kabupaten.example'
const first = 'kapal-layar-biru-senja'
const second = 'perahu-cadik-merah-pagi'

/** Promise P8, as the people live it; that nothing sealed is lost is shown in promises/vault.test.ts. */
describe.each([true, false])(
  'an officer loses password and second factor, JavaScript %s',
  javaScriptEnabled => {
    let product: Product
    let browser: Browser
    let admin: Page
    let leader: Page

    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      const at = async (email: string) =>
        signIn(
          await browser.newContext({ ...desk, javaScriptEnabled }),
          product.url,
          email,
          product.password(email),
        )
      admin = await at('sigi@kabupaten.example')
      leader = await at('pimpinan.sigi@kabupaten.example')
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    const goes = (page: Page, click: string, to: RegExp | string) =>
      Promise.all([page.waitForURL(to), page.click(click)])
    const link = async (path: string) => {
      const outbox = join(product.dataDir, 'outbox')
      for (const file of readdirSync(outbox)) {
        const { to, text } = await simpleParser(readFileSync(join(outbox, file)))
        const found =
          [to].flat()[0]?.text === officer && new RegExp(`http:\\S+/${path}/\\S+`).exec(text ?? '')
        if (found) return found[0]
      }
      throw new Error(`no letter with /${path}/`)
    }
    const comeIn = async (password: string) =>
      signIn(await browser.newContext({ ...phone, javaScriptEnabled }), product.url, officer, password)
    const says = async (page: Page) => {
      await page.goto(`${product.url}/kunci`)
      expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
      return page.textContent('main')
    }

    test('a new officer waits until a colleague gives access', async () => {
      await admin.goto(`${product.url}/petugas/undang`)
      await admin.fill('#name', 'Wahyu Contoh')
      await admin.fill('#email', officer)
      await admin.check('input[value="case-officer"]')
      await goes(admin, 'main button.btn', '**/petugas')
      const invited = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
      await invited.goto(await link('undangan'))
      await invited.fill('#password', first)
      await goes(invited, 'button.btn', '**/masuk?selamat-datang')
      const page = await comeIn(first)
      expect(await says(page)).toContain('Anda belum memegang kunci kantor')
      expect(await says(leader)).toContain('Menunggu akses')
      await goes(leader, 'tr:has-text("Wahyu") form button', '**/kunci')
      expect(await says(page)).toContain('Anda memegang kunci kantor')
    })

    test('the leader makes the paper key, and it counts once its last signs are typed', async () => {
      expect(await says(leader)).toContain('Belum ada kunci kertas')
      await leader.click('form[action="/kunci/kertas"] button')
      await leader.waitForSelector('main code')
      const halves = await leader.locator('main code').allTextContents()
      expect(halves.length).toBe(2)
      expect(await seriousFindings(leader, javaScriptEnabled)).toEqual([])
      await leader.fill('#lastOne', 'ZZZZ')
      await leader.fill('#lastTwo', halves[1]!.slice(-4))
      await leader.click('form[action$="/pastikan"] button')
      expect(await (await leader.waitForSelector('.summary')).textContent()).toContain('Tidak cocok')
      await leader.fill('#lastOne', halves[0]!.slice(-4).toLowerCase())
      await goes(leader, 'form[action$="/pastikan"] button', '**/kunci')
      expect(await leader.textContent('main')).toContain('Tersimpan, diperiksa')
    })

    test('a locked vault asks for the password, and the deed goes on where it stopped', async () => {
      const page = await comeIn(first)
      const cookies = await page.context().cookies()
      const vault = cookies.find(({ name }) => name === 'vault')!
      expect(vault).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 })
      await page.context().clearCookies({ name: 'vault' })
      await page.goto(`${product.url}/kunci`)
      await page.click('form[action="/kunci/kertas"] button')
      await page.waitForSelector('#vaultPassword')
      expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
      await page.fill('#vaultPassword', 'bukan itu kata sandinya')
      await page.click('main button.btn')
      expect(await (await page.waitForSelector('.summary')).textContent()).toContain('tidak membuka')
      await page.fill('#vaultPassword', first)
      await page.click('main button.btn')
      await page.waitForSelector('main code')
      expect(await page.locator('main code').count()).toBe(2)
      await page.goto(`${product.url}/kunci/buka?ke=/akun`)
      await page.fill('#password', first)
      await goes(page, 'main button.btn', '**/akun')
    })

    test('restored by the administrator, the officer comes in and reads nothing until a key holder grants', async () => {
      const before = await comeIn(first)
      await admin.goto(`${product.url}/petugas`)
      await goes(admin, 'tr:has-text("Wahyu") form[action$="/pulihkan"] button', '**/petugas?surat-terkirim')
      expect(await admin.textContent('main')).toContain('sudah dikirim')
      const again = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
      const letter = await link('pulih')
      await again.goto(letter)
      expect(await seriousFindings(again, javaScriptEnabled)).toEqual([])
      await again.fill('#password', second)
      await goes(again, 'button.btn', '**/masuk?pulih')
      expect((await visitor(product).get(new URL(letter).pathname)).status).toBe(404)
      await before.goto(`${product.url}/kunci`)
      expect(before.url()).toContain('/masuk')
      expect((await visitor(product).post('/masuk', { email: officer, password: first })).status).toBe(422)
      const page = await comeIn(second)
      expect(await says(page)).toContain('Anda belum memegang kunci kantor')
      await admin.goto(`${product.url}/kunci`)
      expect(await admin.textContent('main')).not.toContain('Wahyu')
      await leader.goto(`${product.url}/kunci`)
      await goes(leader, 'tr:has-text("Wahyu") form button', '**/kunci')
      expect(await says(page)).toContain('Anda memegang kunci kantor')
      await leader.goto(`${product.url}/jejak`)
      const trail = await leader.textContent('main')
      for (const verb of [
        'staff.restore-asked',
        'staff.restored',
        'office-key.granted',
        'office-key.paper-proved',
      ])
        expect(trail).toContain(verb)
    })
  },
)
