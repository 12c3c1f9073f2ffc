import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { visitor } from '../visitor.ts'

let product: Product
let browser: Browser
let author: Page
let editor: Page
let reader: Page
let address: string

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  const opened = async (email: string, device: typeof desk | typeof phone) =>
    signIn(await browser.newContext(device), product.url, email, product.password(email))
  author = await opened('humas@bp3mi.example', phone)
  editor = await opened('koordinator@bp3mi.example', desk)
  reader = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const presses = async (page: Page, button: string) => {
  const [answer] = await Promise.all([
    page.waitForResponse(one => one.request().method() === 'POST'),
    page.click(button),
  ])
  await page.waitForLoadState()
  return answer.status()
}
const write = async (page: Page, body: string) => {
  await page.fill('#title', 'Lima hal sebelum menerima tawaran kerja')
  await page.fill('#body', body)
}

test('an article is drafted from a campaign, in the pattern and from its figures', async () => {
  await author.goto(`${product.url}/redaksi/baru`)
  await author.check('input[value^="campaign:"]')
  expect(await presses(author, 'main button.btn')).toBe(303)
  address = author.url()
  const text = (await author.textContent('main'))!
  expect(text).toContain('KemenP2MI (')
  expect(text).toContain('13 kantor yang menayangkan')
  expect(text).toContain('39 tugas tayang')
  expect(text).toContain('Dua sampai tiga kutipan')
  expect(await author.locator('mark', { hasText: '[kota]' }).count()).toBe(1)
  expect(await seriousFindings(author)).toEqual([])
})

test('the checker finds planted errors, and one tap corrects', async () => {
  await author.goto(`${address}/ubah`)
  await write(
    author,
    'Palu, KemenP2MI – Dinskertrans bersama 14 kantor yang menayangkan. Telepon 0812-3456-7890.',
  )
  expect(await presses(author, 'main button.btn')).toBe(303)
  expect(await author.locator('mark').allTextContents()).toEqual(['Dinskertrans', '14', '0812-3456-7890'])
  expect(await presses(author, 'button:has-text("Ganti menjadi “Disnakertrans”")')).toBe(303)
  expect(await presses(author, 'button:has-text("Ganti menjadi “13”")')).toBe(303)
  expect(await author.locator('mark').allTextContents()).toEqual(['0812-3456-7890'])
})

test('a personal number goes to no editor', async () => {
  expect(await presses(author, 'button:has-text("Ajukan")')).toBe(409)
  await author.goto(`${address}/ubah`)
  await write(author, 'Palu, KemenP2MI – Disnakertrans bersama 13 kantor yang menayangkan. Ada 77 pendengar.')
  expect(await presses(author, 'main button.btn')).toBe(303)
  expect(await presses(author, 'button:has-text("Ajukan")')).toBe(303)
  expect(await author.locator('button:has-text("Terbitkan")').count()).toBe(0)
})

test('another person lets a finding stand with a reason, and releases', async () => {
  await editor.goto(address)
  expect(await presses(editor, 'button:has-text("Terbitkan")')).toBe(409)
  await editor.goto(address)
  await editor.click('summary:has-text("Biarkan")')
  expect(await presses(editor, 'details[open] button')).toBe(422)
  await editor.fill('#reason', 'Dihitung penyiar radio')
  expect(await presses(editor, 'details[open] button')).toBe(303)
  expect(await presses(editor, 'button:has-text("Terbitkan")')).toBe(303)
  expect(await seriousFindings(editor)).toEqual([])
})

test('the public reads it without JavaScript, and machines through both feeds', async () => {
  await reader.goto(`${product.url}/berita`)
  await reader.click('a:has-text("Lima hal sebelum menerima tawaran kerja")')
  expect(await reader.textContent('article')).toContain('13 kantor yang menayangkan')
  expect(await reader.locator('mark').count()).toBe(0)
  const about = JSON.parse((await reader.textContent('script[type="application/ld+json"]'))!)
  expect(about).toMatchObject({ '@type': 'NewsArticle', headline: 'Lima hal sebelum menerima tawaran kerja' })
  expect(await reader.getAttribute('meta[property="og:type"]', 'content')).toBe('article')
  for (const path of ['/berita/umpan.atom', '/berita/umpan.json'])
    expect(await (await fetch(product.url + path)).text()).toContain('Lima hal sebelum menerima')
})

test('the Atom feed is well-formed and complete by RFC 4287, as an XML parser of its own reads it', async () => {
  const text = await (await fetch(`${product.url}/berita/umpan.atom`)).text()
  const page = await author.context().newPage()
  await page.goto(`${product.url}/berita`)
  const read = await page.evaluate(source => {
    const tree = new DOMParser().parseFromString(source, 'application/xml')
    const children = (parent: Element, name: string) =>
      [...parent.children].filter(one => one.localName === name).map(one => one.textContent ?? '')
    const shape = (parent: Element) => ({
      namespace: parent.namespaceURI,
      id: children(parent, 'id'),
      title: children(parent, 'title'),
      updated: children(parent, 'updated'),
      authors: [...parent.children]
        .filter(one => one.localName === 'author')
        .map(one => children(one, 'name')),
      links: [...parent.children]
        .filter(one => one.localName === 'link')
        .map(one => [one.getAttribute('rel'), one.getAttribute('type'), one.getAttribute('href')]),
      others: [...parent.children].map(one => one.localName).filter(name => name !== 'entry'),
    })
    const root = tree.documentElement
    return {
      broken: tree.querySelector('parsererror')?.textContent ?? null,
      root: root.localName,
      feed: shape(root),
      entries: [...root.children].filter(one => one.localName === 'entry').map(shape),
    }
  }, text)
  await page.close()
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
  const named = ['id', 'title', 'updated', 'author', 'link', 'published', 'summary', 'content', 'category']
  expect([read.broken, read.root, read.feed.links.map(([rel]) => rel)]).toEqual([
    null,
    'feed',
    ['self', 'alternate'],
  ])
  expect(read.entries.length).toBeGreaterThan(0)
  for (const one of [read.feed, ...read.entries]) {
    expect(one.namespace).toBe('http://www.w3.org/2005/Atom')
    expect([one.id.length, one.title.length, one.updated.length]).toEqual([1, 1, 1])
    expect(() => new URL(one.id[0]!)).not.toThrow()
    expect(one.updated[0]).toMatch(moment)
    for (const [, type, href] of one.links) expect([new URL(href!).protocol, type]).toContain('http:')
    expect(one.others.filter(name => !named.includes(name))).toEqual([])
  }
  // The feed names no author of its own, so every entry must; ids are each their own.
  for (const { authors } of read.entries) expect(authors.flat().filter(Boolean)).toHaveLength(1)
  expect(new Set(read.entries.map(({ id }) => id[0])).size).toBe(read.entries.length)
})

test('the second of two writers sees both texts and chooses; nothing typed is lost', async () => {
  const other = await author.context().newPage()
  for (const page of [author, other]) await page.goto(`${address}/ubah`)
  await author.fill('#changeNote', 'Jumlah pendengar dihapus karena belum pasti.')
  await write(author, 'Palu, KemenP2MI – Disnakertrans bersama 13 kantor yang menayangkan.')
  expect(await presses(author, 'main button.btn')).toBe(303)
  await other.fill('#changeNote', 'Kalimat kedua.')
  await write(other, 'Tulisan kedua yang panjangnya cukup.')
  expect(await presses(other, 'main button.btn')).toBe(409)
  expect(await other.textContent('main')).toContain('bersama 13 kantor yang menayangkan.')
  expect(await other.inputValue('#body')).toBe('Tulisan kedua yang panjangnya cukup.')
  expect(await seriousFindings(other)).toEqual([])
  await other.close()
})

test('the public keeps the old text until the correction is released, then sees what changed', async () => {
  await reader.reload()
  expect(await reader.textContent('article')).toContain('77 pendengar')
  await author.goto(address)
  expect(await presses(author, 'button:has-text("Ajukan")')).toBe(303)
  await editor.goto(address)
  expect(await presses(editor, 'button:has-text("Terbitkan")')).toBe(303)
  await reader.reload()
  expect(await reader.textContent('article')).not.toContain('77 pendengar')
  expect(await reader.textContent('article')).toContain('Jumlah pendengar dihapus karena belum pasti.')
})

test('a withdrawn article leaves its notice and nothing else', async () => {
  const page = reader.url()
  await editor.goto(address)
  await editor.click('summary:has-text("Tarik dari umum")')
  await editor.fill('[name="note.withdraw"]', 'Kampanye ini diganti.')
  expect(await presses(editor, 'details[open] button')).toBe(303)
  expect((await reader.goto(page))!.status()).toBe(410)
  expect(await reader.textContent('main')).toContain('Kampanye ini diganti.')
  expect(await reader.content()).not.toContain('13 kantor')
  expect(await reader.content()).not.toContain('Lima hal sebelum menerima')
  await author.goto(page)
  expect(await seriousFindings(author)).toEqual([])
  expect(await (await visitor(product).get('/berita/umpan.json')).text()).not.toContain('Lima hal sebelum')
})
