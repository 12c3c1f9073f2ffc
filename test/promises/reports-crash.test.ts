import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, runCommand, startProduct } from '../product.ts'
import { reporter } from '../reporter.ts'

let dataDir: string
let product: Product
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sinergi-crash-'))
  product = await startProduct({ dataDir })
})
afterAll(async () => {
  await product?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Promise R6: what was acknowledged is kept. */
test('kill -9 while reports come in: every number that was given opens its report, with its photo', async () => {
  const acknowledged = new Map<string, string>()
  let dead = false
  const send = async (hand: number) => {
    const person = reporter(product)
    for (let turn = 0; !dead && turn < 500; turn++) {
      const story = `Cerita ${hand}-${turn} sebelum listrik padam.`
      const files = new File([`%PDF-1.7\n% ${story}\n%%EOF\n`], `surat-${hand}-${turn}.pdf`)
      const sent = await person.report({ story, files }).catch(() => undefined)
      if (sent?.receipt) acknowledged.set(sent.receipt, story)
    }
  }
  const work = Promise.all(Array.from({ length: 8 }, (_, hand) => send(hand)))
  await expect.poll(() => acknowledged.size, { timeout: 40_000 }).toBeGreaterThan(40)
  await product.kill()
  dead = true
  await work

  product = await startProduct({ dataDir })
  const person = reporter(product)
  for (const [number, story] of acknowledged) {
    const { status, html } = await person.open(number)
    const file = `surat-${/Cerita (\S+)/.exec(story)![1]}.pdf`
    expect([number, status, html.includes(story), html.includes(file)]).toEqual([number, 200, true, true])
  }
  console.log(`${acknowledged.size} reports acknowledged before the kill, all there after it`)

  await product.stop()
  const verified = await runCommand(['verify'], { DATA_DIR: dataDir })
  expect(verified.output).toMatch(/The audit trail holds: \d+ rows/)
  expect(verified.code).toBe(0)
})
