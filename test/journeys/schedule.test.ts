import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { parse } from 'csv-parse/sync'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { SMTPServer } from 'smtp-server'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

const mails: ParsedMail[] = []
let post: SMTPServer
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
const goes = (page: Page, click: string, to: RegExp) => Promise.all([page.waitForURL(to), page.click(click)])
/** The form's own page comes again, after the deed or with what is wrong. */
const comesBack = (page: Page, click: string) => Promise.all([page.waitForEvent('load'), page.click(click)])
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const narrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      simpleParser(stream).then(mail => {
        mails.push(mail)
        done()
      }, done)
    },
  })
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
  const { port } = post.server.address() as AddressInfo
  product = await startProduct({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } })
  browser = await launch()
  owner = await enter('humas@bp3mi.example', desk, false)
  sigi = await enter('sigi@kabupaten.example', phone, true)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await new Promise<void>(done => post?.close(done))
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
    expect(await sigi.textContent('.summary')).toBeTruthy()
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
    expect(await owner.textContent('.summary')).toBeTruthy()
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

describe('a leader who only opens the paper in the mail', () => {
  const leader = 'pimpinan.sigi@kabupaten.example'
  let mail: ParsedMail
  let figures: string[]

  test('gets the edition that the owner makes, with three figures in the letter', async () => {
    await owner.goto(`${product.url}/kampanye/1/rekap`)
    expect(await seriousFindings(owner, false)).toEqual([])
    await owner.check('label:has-text("Sigi") input[name="readers"]')
    await comesBack(owner, 'form[action$="/kirim"] .btn')
    await goes(owner, 'form[action$="/rekap"] .btn', /\/pekerjaan\//)
    const found = () => mails.find(one => one.subject?.startsWith('Rekap kampanye'))
    await expect.poll(found, { timeout: 120_000 }).toBeTruthy()
    mail = found()!
    expect([mail.to].flat()[0]?.text).toBe(leader)
    figures = [...mail.text!.matchAll(/^- (\S+) /gm)].map(([, figure]) => figure!)
    expect(figures).toHaveLength(3)
    expect(figures[0]).toMatch(/^\d+\/39$/)
  })

  test('reads the same figures in the PDF', async () => {
    const [paper] = mail.attachments
    expect(paper).toMatchObject({ contentType: 'application/pdf', filename: 'rekap-1.pdf' })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper!.content)), {
      mergePages: true,
    })
    const words = text.replace(/\s+/g, ' ')
    for (const figure of figures) expect(words).toContain(figure)
    for (const word of ['Nomor', '/REKAP/', 'Lampiran', 'Perihal', 'Tembusan', 'Arsip', 'Kabupaten Sigi'])
      expect(words).toContain(word)
  })

  test('follows the link to the frozen edition, after signing in, and sees them on the screen', async () => {
    const link = /http:\S+\/rekap\/\d+/.exec(mail.text!)![0]
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
    await page.goto(link)
    await page.fill('#email', leader)
    await page.fill('#password', product.password(leader))
    await goes(page, 'button.btn', /\/rekap\/\d+$/)
    expect(await page.locator('.stats b').allTextContents()).toEqual(expect.arrayContaining(figures))
    expect(await page.textContent('main')).toContain('Cocok dengan isinya')
    expect(await narrow(page)).toBeLessThanOrEqual(360)
    expect(await seriousFindings(page, false)).toEqual([])
    await page.context().close()
  })

  test('and all four say the same: page, paper, workbook and data', async () => {
    const link = /http:\S+\/rekap\/\d+/.exec(mail.text!)![0]
    await owner.goto(link)
    const onPage = await owner
      .locator('tbody tr')
      .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent!.trim())))
    const take = async (file: string) => (await owner.request.get(`${link}/${file}`)).body()
    const sheet = (await readXlsxFile(await take('xlsx'))) as unknown as
      | { sheet: string; data: unknown[][] }[]
      | unknown[][]
    const table = (
      Array.isArray((sheet as unknown[][])[0]) ? sheet : (sheet as { data: unknown[][] }[])[0]!.data
    ) as unknown[][]
    const inSheet = table.slice(7).map(row => [row[0], `${row[1]}/${row[2]}`, String(row[3]), row[4], row[5]])
    expect(inSheet.slice(0, -1).map(row => row.map(String))).toEqual(onPage.map(row => row.map(plain)))
    const data = parse(await take('csv'), { columns: true, bom: true }) as Record<string, string>[]
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await take('pdf'))), {
      mergePages: true,
    })
    const words = text.replace(/\s+/g, ' ')
    for (const [name, figure, , visits] of onPage) {
      const own = data.filter(row => Object.values(row)[0] === name)
      const accepted = own.filter(row => Object.values(row)[5] === 'Tayang').length
      expect(`${accepted}/${own.length}`).toBe(figure)
      expect(own.reduce((sum, row) => sum + Number(Object.values(row)[6]), 0)).toBe(Number(plain(visits!)))
      expect(words).toContain(`${name} ${figure}`)
    }
  })

  test('another district, to which it was not sent, does not see it', async () => {
    const link = /http:\S+\/rekap\/\d+/.exec(mail.text!)![0]
    const poso = await enter('poso@kabupaten.example', desk, false)
    for (const path of ['', '/pdf', '/csv']) expect((await poso.request.get(link + path)).status()).toBe(404)
    await poso.context().close()
  })
})

const plain = (text: string) => text.replaceAll('.', '')
