import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { signedIn } from '../visitor.ts'

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

test('without JavaScript somebody finds the office of a village, and only the number that was verified', async () => {
  const sigi = await signedIn(product, 'sigi@kabupaten.example')
  const office = '/kantor/13'
  const told = { kind: 'phone', value: '0451-700-123', source: 'Papan kantor', verified: 'yes' }
  expect((await sigi.post(`${office}/kontak`, told)).status).toBe(303)
  await sigi.post(`${office}/kontak`, { kind: 'whatsapp', value: '0812-0000-999' })
  await sigi.post(`${office}/kontak`, { ...told, kind: 'hours', value: 'Senin-Jumat 08.00-16.00' })
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await page.goto(product.url)
  await page.fill('#nama', 'SIBALAYA')
  await page.click('text=Cari kantor')
  await page.click('text=Sibalaya Barat')
  const text = await page.textContent('main')
  expect(text).toContain('Sibalaya Barat, Tanambulava, Kabupaten Sigi')
  expect(text).toContain('Kontak diverifikasi')
  expect(text).toContain('Senin-Jumat 08.00-16.00')
  expect(await page.getAttribute('[itemprop=telephone]', 'href')).toBe('tel:0451700123')
  expect(text).not.toContain('999')
  // The office above has no verified number yet: no number is better than a wrong one.
  expect(text).toContain('BP3MI Sulawesi Tengah')
})

test('by map or list, down to the village, an office without a verified number sends on to help', async () => {
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await page.goto(`${product.url}/kantor-terdekat`)
  await page.click('.tiles >> text=Poso')
  await page.selectOption('#wilayah', { label: 'Lore Utara' })
  await page.click('button:has-text("Tampilkan")')
  expect(await page.textContent('main')).toContain('Lore Utara, Kabupaten Poso')
  expect(await page.textContent('.notice')).toContain('belum diverifikasi')
  await page.click('.notice >> text=Bantuan')
  expect(await page.textContent('main')).toContain('Bila Anda dalam bahaya sekarang')
})

test('a name that no village has is said, and stays in its field', async () => {
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(`${product.url}/kantor-terdekat?nama=${encodeURIComponent('<b>%_\\')}`)
  expect(await page.inputValue('#nama')).toBe('<b>%_\\')
  expect(await page.textContent('[role=status]')).toContain('<b>%_\\')
})

test('search finds by the stem of a word, marks it, and helps where nothing fits', async () => {
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(`${product.url}/cari?q=menyerahkan+uang`)
  expect(await page.textContent('main article h2')).toBe('Ditawari kerja di luar negeri?')
  expect((await page.textContent('main article mark'))?.toLowerCase()).toMatch(/menyerahkan|uang/)
  await page.goto(`${product.url}/cari?q=${encodeURIComponent('<script>alert(1)</script> & | ! ( zzz')}`)
  expect(await page.textContent('main')).toContain('Coba satu kata yang lebih umum')
  await page.goto(`${product.url}/cari?q=sibalaya`)
  expect(await page.textContent('main')).toContain('Sibalaya Utara')
})

test.each([
  ['id', 'Halaman ini tidak ada', 'Cek lowongan'],
  ['en', 'This page is not here', 'Check an offer'],
])('an address that does not exist says so in %s, with search and three doors', async (lang, said, door) => {
  const context = await browser.newContext(phone)
  await context.addCookies([{ name: 'lang', value: lang, url: product.url }])
  const page = await context.newPage()
  expect((await page.goto(`${product.url}/tidak-ada`))?.status()).toBe(404)
  expect(await page.textContent('h1')).toBe(said)
  expect(await page.locator('.door').count()).toBe(3)
  expect(await page.textContent('main')).toContain(door)
  expect(await page.locator('form[action="/cari"]').count()).toBe(1)
})

test('the sitemap names only public pages, and each answers', async () => {
  const sitemap = await (await fetch(`${product.url}/sitemap.xml`)).text()
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!)
  expect(addresses.length).toBeGreaterThan(4)
  for (const address of addresses) {
    const answer = await fetch(address, { redirect: 'manual' })
    expect([address, answer.status, answer.headers.get('set-cookie')]).toEqual([address, 200, null])
  }
  const robots = await (await fetch(`${product.url}/robots.txt`)).text()
  for (const path of ['/hari-ini$', '/kantor$', '/kantor/', '/jejak$', '/rekaman$'])
    expect(robots).toContain(`Disallow: ${path}\n`)
  expect(robots).not.toContain('Disallow: /kantor-terdekat')
})

test('after one visit the pages open without a line; others say that they need one', async () => {
  const context = await browser.newContext(phone)
  const page = await visited(context)
  await context.setOffline(true)
  for (const [path, words] of [
    ['/', 'Cek lowongan'],
    ['/bantuan', 'SAPA 129'],
    ['/aman', 'Menghapus jejak'],
    ['/kantor-terdekat', 'Kabupaten Sigi'],
    ['/cari?q=visa', 'Sedang tidak tersambung'],
    ['/kantor-terdekat?wilayah=72.10', 'Sedang tidak tersambung'],
    ['/entah', 'Sedang tidak tersambung'],
  ] as const) {
    await page.goto(product.url + path)
    expect([path, await page.textContent('body')]).toEqual([path, expect.stringContaining(words)])
  }
  await context.close()
})

test('without a line an offer is checked by questions, and the official road and its list are there', async () => {
  const context = await browser.newContext(phone)
  const page = await visited(context)
  await page.goto(`${product.url}/jalur/daftar`)
  await context.setOffline(true)
  await page.goto(`${product.url}/cek/tanya`)
  await page.check('input[name="q-q-visa"][value="no"]')
  await page.check('input[name="q-q-passport"][value="yes"]')
  await page.click('form .form-end button')
  const answer = page.locator('[data-answers]')
  expect(await answer.locator('.verdict:visible h2').allTextContents()).toEqual(['Ada tanda bahaya'])
  expect((await answer.locator('[data-rule]:visible h3').allTextContents()).length).toBe(2)
  expect(await seriousFindings(page)).toEqual([])
  for (const path of ['/jalur', '/jalur/daftar', '/cek']) {
    await page.goto(product.url + path)
    expect([path, await page.textContent('body')]).not.toEqual([
      path,
      expect.stringContaining('Sedang tidak tersambung'),
    ])
  }
  await context.close()
})

test('what is kept weighs at most 150 kB and follows the language', async () => {
  const context = await browser.newContext(phone)
  const page = await visited(context)
  expect(await page.evaluate(weightKept)).toBeLessThanOrEqual(150_000)
  await page.goto(`${product.url}/bahasa/en?ke=/bantuan`)
  expect(await page.textContent('h1')).toBe('Help')
  await page.waitForFunction(async () => {
    const name = (await caches.keys()).find(one => one.includes('pages'))!
    const home = await (await caches.open(name)).match('/aman')
    return home && (await home.text()).includes('lang="en"')
  })
  await context.close()
})

test('no page of staff is ever kept, and the button removes what was', async () => {
  const context = await browser.newContext(phone)
  const page = await visited(context)
  const email = 'sigi@kabupaten.example'
  const staff = await signIn(context, product.url, email, product.password(email))
  for (const path of ['/hari-ini', '/kantor/13', '/tugas/1', '/akun', '/cari?q=rahasia'])
    await staff.goto(product.url + path)
  await page.goto(`${product.url}/bantuan`)
  const paths = await page.evaluate(kept)
  expect(paths.filter(path => /hari-ini|kantor\/|tugas|akun|masuk|cari|\?/.test(path))).toEqual([])
  expect(paths).toContain('/bantuan')
  await page.goto(`${product.url}/aman`)
  await page.click('text=Hapus salinan luring')
  expect(await page.textContent('main')).toContain('Salinan di HP ini sudah dihapus')
  expect(await page.evaluate(kept)).toEqual([])
  await page.goto(product.url, { waitUntil: 'networkidle' })
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  await context.close()
})

test('the quick exit leaves no way back to the page it was on', async () => {
  const context = await browser.newContext(phone)
  await context.route('https://www.bmkg.go.id/**', route => route.fulfill({ body: 'cuaca' }))
  const page = await context.newPage()
  await page.goto(`${product.url}/aman`)
  await page.goto(`${product.url}/bantuan`)
  await Promise.all([page.waitForURL('https://www.bmkg.go.id/'), page.click('.leave')])
  await page.goBack()
  expect(page.url()).toBe(`${product.url}/aman`)
  await context.close()
})

const visited = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(product.url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return page
}

const kept = async () => {
  const paths: string[] = []
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys())
      paths.push(new URL(url).pathname + new URL(url).search)
  return paths
}

const weightKept = async () => {
  let bytes = 0
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      bytes += (await (await cache.match(request))!.arrayBuffer()).byteLength
  }
  return bytes
}
