import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'
import { signedIn } from '../visitor.ts'

describe('an officer keeps the procedural route on a phone, without JavaScript', () => {
  let product: Product
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    product = await startProduct()
    browser = await launch()
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    page = await signIn(context, product.url, 'humas@bp3mi.example', product.password('humas@bp3mi.example'))
    page.setDefaultTimeout(10_000)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const go = (path: string) => page.goto(`${product.url}/pedoman/jalur${path}`)
  const presses = async (button: string) => {
    const [answer] = await Promise.all([
      page.waitForResponse(one => one.request().method() === 'POST'),
      page.click(button),
    ])
    await page.waitForLoadState()
    return answer.status()
  }
  const version = async (number: number) =>
    (await (await signedIn(product, 'humas@bp3mi.example')).get(`/pedoman/jalur/versi/${number}/json`)).json()

  test('more rows are a button, and a row filled in is kept', async () => {
    await go('/isi?di=steps/tanya')
    const rows = await page.locator('input[name^="needs."]:not([type="hidden"])').count()
    await page.fill('[name="what.en"]', 'Ask about the job at the labour office, not only the recruiter.')
    expect(await presses('button[value="needs"]')).toBe(200)
    expect(await page.locator('input[name^="needs."]:not([type="hidden"])').count()).toBe(rows + 3)
    expect(await page.inputValue('[name="what.en"]')).toContain('not only the recruiter')
    await page.fill('[name="needs.0"]', 'surat-sakti')
    expect(await presses('button:has-text("Simpan ke rancangan")')).toBe(422)
    expect(await page.textContent('.summary')).toContain('tidak ada dalam daftarnya')
    await page.fill('[name="needs.0"]', 'izin-keluarga')
    expect(await seriousFindings(page, false)).toEqual([])
    expect(await presses('button:has-text("Simpan ke rancangan")')).toBe(303)
    const { steps } = await version(2)
    expect(steps.find(({ id }: { id: string }) => id === 'tanya').needs).toEqual(['izin-keluarga'])
  })

  test('a step is moved, and a destination is retired, in the draft alone', async () => {
    const [first, second] = (await version(1)).steps.map(({ id }: { id: string }) => id)
    await go(`/isi?di=steps/${second}`)
    expect(await presses('button:has-text("Naikkan")')).toBe(303)
    await go('/isi?di=destinations/bahrain')
    expect(await presses('button:has-text("Hapus:")')).toBe(303)
    const draft = await version(2)
    expect(draft.steps.slice(0, 2).map(({ id }: { id: string }) => id)).toEqual([second, first])
    const names = (body: { destinations: { id: string }[] }) => body.destinations.map(({ id }) => id)
    expect([names(draft).includes('bahrain'), names(await version(1)).includes('bahrain')]).toEqual([
      false,
      true,
    ])
    await go('/versi/2')
    expect(await page.textContent('main')).toContain('Dihapus')
    expect(await seriousFindings(page, false)).toEqual([])
  })

  test('a file with faults is refused with each named; a whole one becomes the draft', async () => {
    const given = await version(1)
    const file = join(product.dataDir, 'jalur.json')
    const sends = async (text: string) => {
      writeFileSync(file, text)
      await go('')
      await page.click('summary:has-text("Ganti seluruh isi")')
      await page.setInputFiles('#file', file)
      return presses('button:has-text("Masukkan ke rancangan")')
    }
    expect(await sends('{ "steps": [')).toBe(422)
    expect(await page.textContent('#file-error')).toContain('bukan JSON')
    delete given.steps[0].source
    expect(await sends(JSON.stringify(given))).toBe(422)
    expect(await page.textContent('#file-error')).toContain('Tanpa sumber')
    const whole = await version(1)
    whole.steps[0].title.en = 'Talk it over at home first'
    expect(await sends(JSON.stringify(whole))).toBe(303)
    expect(await version(2)).toEqual(whole)
  })
})
