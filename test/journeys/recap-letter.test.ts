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
import { comesBack, goes, narrow } from '../pages.ts'
import { type Product, startProduct } from '../product.ts'

const mails: ParsedMail[] = []
let post: SMTPServer
let product: Product
let browser: Browser
let owner: Page

const enter = async (email: string, screen: object, javaScriptEnabled: boolean) =>
  signIn(
    await browser.newContext({ ...screen, javaScriptEnabled, acceptDownloads: true }),
    product.url,
    email,
    product.password(email),
  )

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
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await new Promise<void>(done => post?.close(done))
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
    const subject = /^Rekap kampanye “Cek dulu sebelum berangkat”, \S/
    await expect
      .poll(() => mails.map(one => one.subject), { timeout: 120_000 })
      .toContainEqual(expect.stringMatching(subject))
    mail = mails.find(one => subject.test(one.subject ?? ''))!
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
