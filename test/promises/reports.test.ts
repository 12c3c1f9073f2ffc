import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { reporter, textOf } from '../reporter.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

/** Works through a list with so many at a time. */
const together = async <T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>) => {
  const results: R[] = []
  const left = [...items.entries()]
  const hand = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  return results
}
const numbered = (count: number) => Array.from({ length: count }, (_, place) => place)
const storyOf = (place: number) => `Cerita nomor ${place} dari seorang keluarga di desa ${place * 7}.`

/** Promise R1. */
test('200 reports, 50 at a time from one address: 200 receipts, and each opens its own text', async () => {
  const person = reporter(product)
  const start = performance.now()
  const sent = await together(numbered(200), 50, async place => {
    const began = performance.now()
    const answer = await person.report({ story: storyOf(place) }, await person.form())
    return { ...answer, took: performance.now() - began }
  })
  expect(sent.map(({ status }) => status)).toEqual(Array(200).fill(200))
  expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(200)
  console.log(
    `200 reports in ${Math.round(performance.now() - start)} ms; slowest ${Math.round(Math.max(...sent.map(({ took }) => took)))} ms`,
  )
  const opened = await together(sent, 50, ({ receipt }) => person.open(receipt!))
  for (const [place, { status, html }] of opened.entries())
    expect([place, status, html.includes(storyOf(place))]).toEqual([place, 200, true])
})

describe('a form sent twice', () => {
  test('at the same moment is one report and one number', async () => {
    const person = reporter(product)
    const form = await person.form()
    const story = `Dikirim dua kali oleh peramban, ${form}.`
    const sent = await Promise.all(numbered(6).map(() => person.report({ story }, form)))
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(1)
    expect(textOf((await person.open(sent[0]!.receipt!)).html).split(story)).toHaveLength(2)
  })
})
