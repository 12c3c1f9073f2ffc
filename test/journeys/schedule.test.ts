import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { comesBack, goes, narrow, toPutRight } from '../pages.ts'
import { type Product, startProduct } from '../product.ts'

let product: Product
let browser: Browser
let owner: Page
let sigi: Page

const enter = async (email: string, screen: object, javaScriptEnabled: boolean) =>
  signIn(
    await browser.newContext({ ...screen, javaScriptEnabled, acceptDownloads: true }),
    product.url,
    email,
    product.password(email),
  )
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  owner = await enter('humas@bp3mi.example', desk, false)
  sigi = await enter('sigi@kabupaten.example', phone, true)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('a campaign that comes again every week', () => {
  let campaign: string

  test('is started in one go; a last day outside of it comes back with what was typed', async () => {
    await owner.goto(`${product.url}/kampanye/baru`)
    await owner.fill('#title', 'Setiap pekan cek dulu')
    await owner.fill('#purpose', 'Setiap pekan satu pengingat sebelum berangkat.')
    await owner.fill('#startsOn', day(0))
    await owner.fill('#endsOn', day(40))
    await owner.fill('#dueOn', day(7))
    await owner.fill('#weeklyUntil', day(60))
    await owner.check('input[name="versions"] >> nth=0')
    for (const channel of ['whatsapp', 'radio'])
      await owner.check(`input[name="channels"][value="${channel}"]`)
    await comesBack(owner, '.actions .btn')
    expect(await owner.textContent('.summary')).toContain('Hari terakhir')
    expect(await owner.inputValue('#weeklyUntil')).toBe(day(60))
    await owner.fill('#weeklyUntil', day(21))
    await goes(owner, '.actions .btn', /\/kampanye\/\d+$/)
    campaign = owner.url()
    expect(await owner.textContent('.stats')).toContain('0/78')
    expect(await owner.locator('.tabs a').count()).toBe(4)
    await goes(owner, '.tabs a:has-text("Pekan 2")', /pekan=2$/)
    expect(await owner.textContent('.stats')).toContain('0/26')
  })

  test('an office on a phone asks for time for one duty, and to be let off another', async () => {
    const mine = '.list a:has-text("Setiap pekan")'
    await sigi.goto(`${product.url}/hari-ini`)
    await goes(sigi, `${mine} >> nth=0`, /\/tugas\/\d+$/)
    await goes(sigi, 'a[href$="/minta"]', /\/minta$/)
    await comesBack(sigi, '.actions .btn')
    expect(await toPutRight(sigi)).toEqual(['Pilih salah satu', 'Isian ini wajib diisi'])
    expect(await seriousFindings(sigi, true)).toEqual([])
    await sigi.check('input[value="postpone"]')
    await sigi.fill('#wantedOn', day(12))
    await sigi.fill('#reason', 'Petugas radio cuti sampai Jumat')
    expect(await narrow(sigi)).toBeLessThanOrEqual(360)
    await comesBack(sigi, 'form[action$="/minta"] .btn')
    expect(await sigi.textContent('main')).toContain('Menunggu jawaban')
    await sigi.goto(`${product.url}/hari-ini`)
    await goes(sigi, `${mine} >> nth=1`, /\/tugas\/\d+$/)
    await goes(sigi, 'a[href$="/minta"]', /\/minta$/)
    await sigi.check('input[value="excuse"]')
    await sigi.fill('#reason', 'Tidak ada radio di Sigi')
    await comesBack(sigi, 'form[action$="/minta"] .btn')
  })

  test('the owner grants both at once; the office reads the answer', async () => {
    await owner.goto(`${campaign}/tugas`)
    expect(await owner.textContent('main')).toContain('2 permintaan kantor menunggu jawaban')
    for (const box of await owner.locator('input[name="requests"]').all()) await box.check()
    await comesBack(owner, 'button[value="granted"]')
    await goes(owner, '.tabs a:has-text("Dibebaskan")', /dibebaskan$/)
    expect(await owner.locator('tbody tr').count()).toBe(1)
    await sigi.reload()
    expect(await sigi.textContent('main')).toContain('Dikabulkan')
    await owner.goto(campaign)
    expect(await owner.textContent('.stats')).toContain('1dibebaskan')
  })

  test('many are handed on with one reason; nothing is carried out before everything fits', async () => {
    await owner.goto(`${campaign}/kantor`)
    expect(await owner.textContent('main')).toContain('Dinas Tenaga Kerja')
    await owner.goto(`${campaign}/tugas?tampil=berjalan&pekan=3`)
    await owner.selectOption('select[name="kantor"]', { label: 'Poso' })
    await goes(owner, 'form.row button', /kantor=\d+/)
    await goes(owner, 'a[href*="pilih=semua"]', /pilih=semua/)
    await owner.check('input[value="reassign"]')
    await comesBack(owner, 'form[method="post"] .actions .btn')
    expect(await toPutRight(owner)).toEqual(['Isian ini wajib diisi', 'Pilih salah satu'])
    expect(await owner.locator('input[name="duties"]:checked').count()).toBe(2)
    expect(await seriousFindings(owner, false)).toEqual([])
    await owner.selectOption('#office', { label: await bp3mi(owner) })
    await owner.fill('#reason', 'Kantor Poso pindah gedung')
    await goes(owner, 'form[method="post"] .actions .btn', /kantor=\d+$/)
    expect(await owner.textContent('main')).toContain('Tidak ada tugas di daftar ini')
    await owner.goto(`${campaign}?pekan=3`)
    expect(await owner.textContent('.matrix')).toContain('BP3MI')
  })

  test('two owners from the same page: the second sees what the first decided, and her own choice is still there', async () => {
    const second = await enter('sekretaris@disnakertrans.example', desk, false)
    const list = `${product.url}/kampanye/1/tugas?tampil=berjalan`
    await owner.goto(list)
    await second.goto(list)
    const first = await owner.inputValue('input[name="duties"] >> nth=0')
    for (const [page, due] of [
      [owner, day(20)],
      [second, day(25)],
    ] as const) {
      await page.check(`input[name="duties"][value="${first}"]`)
      await page.check('input[value="postpone"]')
      await page.fill('#dueOn', due)
      await page.fill('#reason', 'Libur panjang daerah')
    }
    await comesBack(owner, 'form[method="post"] .actions .btn')
    await comesBack(second, 'form[method="post"] .actions .btn')
    expect(await second.textContent('main')).toContain('Ada yang berubah sejak Anda memilih')
    expect(await second.textContent('main')).toContain('sekarang paling lambat')
    expect(await second.inputValue('#dueOn')).toBe(day(25))
    expect(await second.locator('input[name="duties"]:checked').count()).toBe(1)
    expect(await seriousFindings(second, false)).toEqual([])
    await comesBack(second, 'form[method="post"] .actions .btn')
    await second.context().close()
  })

  test('the calendar shows what is due, for all and for one office, on a phone too', async () => {
    await owner.goto(`${product.url}/kalender-tayang?bulan=${day(14).slice(0, 7)}`)
    expect(await owner.textContent('.month')).toContain('Setiap pekan cek dulu')
    expect(await seriousFindings(owner, false)).toEqual([])
    await sigi.goto(`${product.url}/kalender-tayang?bulan=${day(14).slice(0, 7)}`)
    expect(await sigi.textContent('.month')).toContain('Sigi: Setiap pekan cek dulu')
    expect(await sigi.textContent('.month')).not.toContain('Poso')
    expect(await narrow(sigi)).toBeLessThanOrEqual(360)
    expect(await seriousFindings(sigi, true)).toEqual([])
  })
})

const bp3mi = async (page: Page) =>
  (await page.locator('#office option').allTextContents()).find(name => name.includes('BP3MI'))!

test('an owner finds a ready WhatsApp text for each office that is overdue', async () => {
  await owner.goto(`${product.url}/kampanye/1/tugas?tampil=terlambat`)
  const link = owner.locator('a.wa').first()
  const address = new URL((await link.getAttribute('href'))!)
  expect(address.host).toBe('wa.me')
  expect(address.searchParams.get('text')).toContain('/tugas/')
})

test('a person says how to be reminded, and a wrong hour is not taken', async () => {
  await sigi.goto(`${product.url}/pengingat`)
  await sigi.selectOption('#digestHour', '10')
  await sigi.uncheck('#mail')
  await comesBack(sigi, 'form[action="/pengingat"] .btn')
  expect(await sigi.inputValue('#digestHour')).toBe('10')
  expect(await sigi.isChecked('#mail')).toBe(false)
  expect(await seriousFindings(sigi, true)).toEqual([])
  expect(await narrow(sigi)).toBeLessThanOrEqual(360)
})
