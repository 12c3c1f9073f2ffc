import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forOldBrowsers, lightTokens } from '../../scripts/old-browsers.ts'
import { launch, phone } from '../browser.ts'
import { publicPages } from '../expected/index.ts'
import { type Product, startProduct } from '../product.ts'

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

/** What Chrome 36 drops: whole rules in layers, and declarations it cannot read. */
const unreadable =
  /[\w-]+:[^;{}]*(?:var\(|clamp\(|(?<![\w-])min\(|max\(|color-mix\(|fit-content|max-content)[^;{}]*;?|--[\w-]+:[^;}]*;?|(?:margin|padding|border|inset)-(?:block|inline)[\w-]*:[^;}]*;?|(?:display:(?:inline-)?grid|grid-[\w-]+:[^;}]*|gap:[^;}]*|place-[\w-]+:[^;}]*|inset:[^;}]*|clip-path:[^;}]*);?/g
const asOf2014 = (css: string) => css.replace(/@layer[^{;]*\{.*$/s, '').replace(unreadable, '')

test('a rule in a layer becomes one that an old browser reads, with the light value first', () => {
  const tokens = lightTokens(':root {\n  --line: #eee;\n  --s1: 4px;\n}\n@media dark {\n  --line: #000;\n}')
  const css =
    '@layer parts {\n  .a {\n    padding-inline: var(--s1) 2px;\n    border-block-end: 1px solid var(--line);\n  }\n}'
  expect(
    forOldBrowsers(css, tokens)
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  ).toEqual([
    '.a {',
    'padding-left: 4px;',
    'padding-left: var(--s1);',
    'padding-right: 2px;',
    'border-bottom: 1px solid #eee;',
    'border-bottom: 1px solid var(--line);',
    '}',
  ])
})

test('the public stylesheet that is sent has no layer and no logical side', () => {
  const { 'public.css': file } = JSON.parse(readFileSync('dist/assets/manifest.json', 'utf8'))
  const css = readFileSync(`dist/assets/${file}`, 'utf8')
  expect(css).not.toContain('@layer')
  expect(css.match(/(margin|padding|border|inset)-(block|inline)[\w-]*:/g)).toBeNull()
})

test('with what a browser of 2014 reads of the styles, every public page fits the phone and has its colours', async () => {
  const page = await opened(async context => {
    await context.route('**/*.css', async route => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: asOf2014(await answer.text()) })
    })
  })
  for (const path of publicPages) {
    await page.goto(product.url + path)
    const seen = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      ink: getComputedStyle(document.body).color,
    }))
    expect([path, seen]).toEqual([path, { width: 360, ink: 'rgb(22, 39, 43)' }])
  }
})

test('without any style every public page reads from top to bottom, and no drawing fills the screen', async () => {
  const page = await opened(async context => {
    await context.route('**/*.css', route => route.abort())
  })
  for (const path of publicPages) {
    await page.goto(product.url + path)
    const [title, largest] = await page.evaluate(() => [
      document.querySelector('h1')?.textContent,
      Math.max(0, ...[...document.querySelectorAll('svg')].map(svg => svg.getBoundingClientRect().height)),
    ])
    expect([path, title?.length ?? 0]).not.toEqual([path, 0])
    expect([path, largest! <= 48]).toEqual([path, true])
  }
})

const opened = async (prepare: (context: BrowserContext) => Promise<void>): Promise<Page> => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: true, serviceWorkers: 'block' })
  // A browser of that age runs no modules.
  await context.route('**/*.js', route => route.abort())
  await prepare(context)
  return context.newPage()
}
