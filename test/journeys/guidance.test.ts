import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { signedIn } from '../visitor.ts'

/** Two of these ten stop at a place that no rule of the program minds. */
const offers = [
  'Lowongan perawat lansia di Taiwan, kontrak 3 tahun, daftar lewat dinas.',
  'Kerja kebun di Malaysia, kontrak jelas.',
  'Ayo ikut kerja di Malaysia, mampir zamrud dulu, hubungi saya.',
  'Butuh tukang las di Korea, ujian bahasa lewat kantor resmi.',
  'Jaga toko di Brunei, gaji 800 BND.',
  'Dicari 5 orang untuk Taiwan, mampir zamrud lalu lanjut naik bus. Daftar sekarang.',
  'Pekerja pabrik di Jepang, pelatihan enam bulan.',
  'Pengasuh anak di Hong Kong lewat P3MI.',
  'Nelayan di Taiwan, kontrak dalam dua bahasa.',
  'Tukang kebun di Brunei, visa kerja diurus pemberi kerja.',
].join('\n---\n')

const rule: Record<string, string> = {
  'title.id': 'Singgah di zamrud',
  'title.en': 'A stop at emerald',
  'why.id': 'Singgah di negara ketiga dipakai untuk menghindari pemeriksaan.',
  'why.en': 'A stop in a third country is used to avoid checks.',
  'ask.id': 'Tanyakan mengapa tidak langsung ke negara tujuan.',
  'ask.en': 'Ask why the way does not lead straight to the country.',
  'source.title': 'Catatan rapat BP3MI, contoh',
  'source.readOn': '2026-11-20',
  'hits.0': 'nanti mampir zamrud dulu',
  'misses.0': 'singgah di rumah nenek',
  weight: '12',
}

for (const javaScriptEnabled of [true, false]) {
  describe(`an officer releases a new rule after seeing its effect, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    let product: Product
    let browser: Browser
    let author: Page
    let colleague: Page
    const opened = (email: string, device: typeof desk | typeof phone) =>
      browser
        .newContext({ ...device, javaScriptEnabled })
        .then((context: BrowserContext) => signIn(context, product.url, email, product.password(email)))

    beforeAll(async () => {
      product = await startProduct()
      browser = await launch()
      author = await opened('humas@bp3mi.example', phone)
      colleague = await opened('koordinator@bp3mi.example', desk)
      for (const page of [author, colleague]) page.setDefaultTimeout(10_000)
    })
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    const go = (page: Page, path: string) => page.goto(product.url + path)
    const presses = (page: Page, button: string) =>
      Promise.all([
        page.waitForResponse(answer => answer.request().method() === 'POST'),
        page.click(button),
      ]).then(([answer]) => page.waitForLoadState().then(() => answer.status()))
    const save = (page: Page) => presses(page, 'button:has-text("Simpan ke rancangan")')
    const field = (name: string) => `[name="${name}"]`
    const beside = (page: Page, name: string) => page.textContent(`[id="${name}-error"]`)
    const looksRight = async (page: Page) =>
      expect(await seriousFindings(page, javaScriptEnabled)).toEqual([])
    const bodyOf = async (email: string, path: string) =>
      (await (await signedIn(product, email)).get(path)).json()

    test('a rule that cannot be right is refused beside its field, and nothing typed is lost', async () => {
      await go(author, '/pedoman')
      await author.click('a:has-text("Aturan cek lowongan")')
      await author.click('a:has-text("Buka dan ubah")')
      await author.click('a:has-text("Tambah")')
      for (const [name, value] of Object.entries(rule)) await author.fill(field(name), value)
      await author.selectOption(field('tone'), 'danger')
      await author.fill(field('source.title'), '')
      await author.fill(field('phrases.0'), 'mampir zamrud')
      expect(await save(author)).toBe(422)
      expect(await beside(author, 'source.title')).toContain('Tanpa sumber')
      await author.fill(field('source.title'), rule['source.title']!)
      await author.fill(field('phrases.0'), 'mampir (zamrud')
      expect(await save(author)).toBe(422)
      expect(await beside(author, 'phrases')).toContain('Pola ini tidak dapat dibaca')
      await looksRight(author)
      await author.fill(field('phrases.0'), 'singgah')
      expect(await save(author)).toBe(422)
      expect(await beside(author, 'hits.0')).toContain('seharusnya kena')
      expect(await beside(author, 'misses.0')).toContain('seharusnya tidak kena')
      expect(await author.inputValue(field('why.id'))).toBe(rule['why.id'])
      await author.fill(field('phrases.0'), 'mampir zamrud')
      expect(await save(author)).toBe(303)
      expect(await author.textContent('tr:has-text("Singgah di zamrud")')).toContain('dalam rancangan')
      await looksRight(author)
    })

    test('the author sees in the test bench which of ten offers change, and submits', async () => {
      await author.click('a:has-text("Lihat rancangan dan ajukan")')
      await author.click('a:has-text("Lihat akibatnya")')
      await author.fill('#offers', offers)
      await author.check('[name="only"]')
      expect(await presses(author, 'button:has-text("Uji")')).toBe(200)
      expect(await author.textContent('main .notice')).toContain(
        '2 dari 10 berubah tingkat; 2 menjadi tanda bahaya',
      )
      expect(await author.locator('tbody tr').count()).toBe(2)
      expect(await author.textContent('tbody')).toContain('Singgah di zamrud')
      await looksRight(author)
      await go(author, '/pedoman/aturan/versi/2')
      await author.fill('#note', '')
      expect(await presses(author, 'button:has-text("Ajukan")')).toBe(422)
      await author.fill('#note', 'Menambah singgah di zamrud setelah rapat.')
      expect(await presses(author, 'button:has-text("Ajukan")')).toBe(303)
      expect(await author.textContent('main')).toContain('penulis tidak memberlakukan rancangannya sendiri')
      expect(await author.locator('button:has-text("Berlakukan")').count()).toBe(0)
      await looksRight(author)
    })

    test('the author cannot release the own version, whatever is sent', async () => {
      const person = await signedIn(product, 'humas@bp3mi.example')
      expect((await person.post('/pedoman/aturan/versi/2/lepas', {})).status).toBe(409)
      const district = await signedIn(product, 'sigi@kabupaten.example')
      expect((await district.post('/pedoman/aturan/versi/2/lepas', {})).status).toBe(404)
    })

    test('a colleague looks at the difference and the bench, returns it once, and releases it', async () => {
      await go(colleague, '/pedoman')
      expect(await colleague.textContent('main')).toContain('1 menunggu keputusan')
      await go(colleague, '/pedoman/aturan/versi/2')
      expect(await colleague.textContent('main')).toContain('1 bagian berubah')
      expect(await colleague.textContent('main')).toContain(rule['why.id'])
      await looksRight(colleague)
      await colleague.click('summary:has-text("Kembalikan")')
      await colleague.fill('#note', 'Bobotnya cukup sepuluh.')
      expect(await presses(colleague, 'main details button')).toBe(303)
      await go(author, '/pedoman/aturan')
      expect(await author.textContent('main')).toContain('Rancangan Anda dikembalikan')
      await go(author, '/pedoman/aturan/isi')
      await author.click('a:has-text("Singgah di zamrud")')
      await author.fill(field('weight'), '10')
      expect(await save(author)).toBe(303)
      await go(author, '/pedoman/aturan/versi/2')
      expect(await presses(author, 'button:has-text("Ajukan")')).toBe(303)
      await go(colleague, '/pedoman/aturan/uji?versi=2')
      await colleague.fill('#offers', offers)
      await presses(colleague, 'button:has-text("Uji")')
      expect(await colleague.textContent('main .notice')).toContain('2 dari 10 berubah tingkat')
      await looksRight(colleague)
      await go(colleague, '/pedoman/aturan/versi/2')
      expect(await presses(colleague, 'button:has-text("Berlakukan")')).toBe(303)
      expect(await colleague.textContent('main')).toContain('Diberlakukan')
    })

    test('the check finds it at once', async () => {
      await go(colleague, '/pedoman/aturan/uji?versi=1')
      await colleague.fill('#offers', 'Ayo ikut kerja di Malaysia, mampir zamrud dulu, hubungi saya.')
      await presses(colleague, 'button:has-text("Uji")')
      expect(await colleague.textContent('tbody td')).toContain('Tanda bahaya')
      expect(await colleague.textContent('tbody')).toContain('Tidak lagi ditemukan')
    })

    test('two windows of one author: the second sees both values, and what was typed stays', async () => {
      const rulePage = await author.context().newPage()
      const path = `/pedoman/aturan/isi?di=${encodeURIComponent('rules/a-stop-at-emerald')}`
      await go(author, path)
      await go(rulePage, path)
      await rulePage.fill(field('weight'), '6')
      expect(await save(rulePage)).toBe(303)
      await author.fill(field('weight'), '7')
      expect(await save(author)).toBe(409)
      const clash = await author.textContent('.notice.warn')
      expect(clash).toContain('sudah diubah sementara Anda mengetik')
      expect(clash).toMatch(/6[\s\S]*7/)
      expect(await author.inputValue(field('weight'))).toBe('7')
      await looksRight(author)
      expect(await save(author)).toBe(303)
      await rulePage.close()
    })

    test('two people at one rule: the second is shown both values and chooses', async () => {
      const path = `/pedoman/aturan/isi?di=${encodeURIComponent('rules/a-stop-at-emerald')}`
      await go(colleague, path)
      await colleague.fill(field('weight'), '3')
      await colleague.fill(field('why.en'), 'A stop in a third country keeps you out of sight of the checks.')
      expect(await save(colleague)).toBe(303)
      await go(author, '/pedoman/aturan/versi/3')
      await author.fill('#note', 'Bobot menurut pengalaman bulan ini.')
      await presses(author, 'button:has-text("Ajukan")')
      await go(colleague, '/pedoman/aturan/versi/3')
      await presses(colleague, 'button:has-text("Berlakukan")')
      await go(colleague, '/pedoman/aturan')
      expect(await colleague.textContent('main')).toContain('Rancangan Anda tertinggal')
      await colleague.click('a:has-text("Gabungkan")')
      const choices = await colleague.textContent('fieldset')
      expect(choices).toMatch(/Bobot[\s\S]*10[\s\S]*3[\s\S]*7/)
      await looksRight(colleague)
      expect(await presses(colleague, 'main button:has-text("Gabungkan")')).toBe(422)
      await colleague.check('input[value="mine"]')
      expect(await presses(colleague, 'main button:has-text("Gabungkan")')).toBe(303)
      const { rules } = await bodyOf('koordinator@bp3mi.example', '/pedoman/aturan/versi/5/json')
      const merged = rules.find(({ id }: { id: string }) => id === 'a-stop-at-emerald')
      expect([merged.weight, merged.why.en]).toEqual([
        3,
        'A stop in a third country keeps you out of sight of the checks.',
      ])
    })

    test('every move is in the audit trail', async () => {
      const admin = await signedIn(product, 'admin@bp3mi.example')
      const trail = await (await admin.get('/jejak')).text()
      for (const verb of ['changed', 'tried', 'submitted', 'returned', 'released', 'merged'])
        expect(trail).toContain(`guidance.${verb}`)
    })
  })
}
