import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

/** Promise P9: of all tests the run itself watches it (test/template.ts); here is shown that it would see. */
test('a way out is refused and written down, in a process of its own too', async () => {
  const found = join(mkdtempSync(join(tmpdir(), 'sinergi-ways-')), 'ways-out')
  const script = `fetch('http://sinergi.example/').catch(({ cause }) => { console.log(cause.message); process.exit(7) })`
  const child = spawn(process.execPath, ['-e', script], { env: { ...process.env, SINERGI_WAYS_OUT: found } })
  let printed = ''
  child.stdout.on('data', piece => (printed += piece))
  const [code] = await once(child, 'exit')
  expect([code, printed]).toEqual([7, expect.stringContaining('sinergi.example')])
  expect(readFileSync(found, 'utf8')).toContain('sinergi.example')
})

test('a process of the tests is watched as well', () => {
  const found = join(mkdtempSync(join(tmpdir(), 'sinergi-ways-')), 'ways-out')
  const watched = process.env.SINERGI_WAYS_OUT
  process.env.SINERGI_WAYS_OUT = found
  try {
    expect(() => request({ host: '203.0.113.9', port: 443 }).end()).toThrow('203.0.113.9')
    expect(readFileSync(found, 'utf8')).toContain('203.0.113.9')
  } finally {
    process.env.SINERGI_WAYS_OUT = watched
  }
})

test('a browser asks nobody but this machine for a public page', async () => {
  const browser = await launch()
  let product: Product | undefined
  try {
    product = await startProduct()
    const page = await browser.newPage()
    const asked = new Set<string>()
    page.on('request', sent => asked.add(new URL(sent.url()).host))
    for (const path of ['/', '/cek', '/lapor', '/nomor', '/k', '/berita', '/data'])
      await page.goto(product.url + path)
    expect([...asked]).toEqual([new URL(product.url).host])
    await expect(page.goto('http://sinergi.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  } finally {
    await browser.close()
    await product?.stop()
  }
})
