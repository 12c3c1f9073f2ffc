import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { launch, phone } from '../test/browser.ts'
import { publicPages } from '../test/expected/index.ts'
import { startProduct } from '../test/product.ts'

/** A cheap phone's line: 256 kbit/s and 300 ms there and back. */
const slowLine = {
  offline: false,
  latency: 300,
  downloadThroughput: 256_000 / 8,
  uploadThroughput: 256_000 / 8,
}

type Figures = Record<string, number | boolean>

/**
 * Every public page on a cold visit: bytes and requests, milliseconds to the first words and to usable on a slow line,
 * and what Lighthouse says. It reports; only a page that does not answer is wrong.
 * Needs the build; run with node scripts/bench.ts public-site.
 */
export const publicSite = async (): Promise<Figures> => {
  const product = await startProduct()
  const port = await freePort()
  const browser = await launch([`--remote-debugging-port=${port}`])
  try {
    const figures: Figures = {}
    for (const path of publicPages) {
      const seen = await coldVisit(browser, product.url + path)
      for (const [name, figure] of Object.entries(seen)) figures[`${path} ${name}`] = figure
      for (const [name, figure] of Object.entries(await judged(product.url + path, port)))
        figures[`${path} ${name}`] = figure
    }
    return figures
  } finally {
    await browser.close()
    await product.stop()
  }
}

const coldVisit = async (browser: Browser, url: string): Promise<Figures> => {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', slowLine)
  let bytes = 0
  let requests = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    if (encodedDataLength === 0) return
    bytes += encodedDataLength
    requests++
  })
  const answer = await page.goto(url, { waitUntil: 'load' })
  // The first paint may come a moment after the last byte.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const times = await page.evaluate(() => ({
    firstWords: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    usable: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).domInteractive,
    loaded: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventStart,
  }))
  await context.close()
  return {
    answers: answer?.status() === 200,
    bytes,
    requests,
    firstWordsMs: Math.round(times.firstWords),
    usableMs: Math.round(Math.max(times.firstWords, times.usable)),
    loadedMs: Math.round(times.loaded),
  }
}

/** The categories of this Lighthouse, 0 to 100. */
const judged = async (url: string, port: number): Promise<Figures> => {
  const result = await lighthouse(url, { port, logLevel: 'silent', output: 'json' })
  const figures: Figures = {}
  for (const [name, { score, auditRefs }] of Object.entries(result!.lhr.categories)) {
    figures[`lighthouse ${name}`] = Math.round((score ?? 0) * 100)
    for (const { id, weight } of auditRefs) {
      const audit = result!.lhr.audits[id]
      if (weight > 0 && audit && audit.score !== null && audit.score < 0.9)
        console.log(`  ${new URL(url).pathname}: ${name}: ${id} ${audit.displayValue ?? ''}`)
    }
  }
  return figures
}

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
