import { afterAll, beforeAll, expect, test } from 'vitest'
import { newReceipt } from '../../src/platform/vault/index.ts'
import { type Product, startProduct } from '../product.ts'
import { reporter, type Sent } from '../reporter.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

const people = 60
const numbered = (count: number) => Array.from({ length: count }, (_, place) => place)
const storyOf = (kind: string, place: number) => `Keluarga ke-${place} melapor di tengah banjir ${kind}.`

type Reporter = ReturnType<typeof reporter>
const floods: [kind: string, (person: Reporter, place: number) => Promise<Sent>][] = [
  ['pages', (person, place) => person.read(['/lapor', '/', '/nomor', '/cek'][place % 4]!)],
  ['wrong numbers', person => person.open(newReceipt())],
  // Three broken ones and one that cannot be told from a real one.
  [
    'reports',
    (person, place) =>
      place % 4 ? person.send('/lapor', { story: 'x' }) : person.report({ story: `banjir ${place}` }),
  ],
]

/** Promise R2: all from one address, all at the same moment, which is harder than ten minutes. */
test.each(floods)(
  '2,000 %s at once keep out none of 60 people behind the same address',
  async (kind, flood) => {
    const person = reporter(product)
    let answered = 0
    const flooding = Promise.all(
      numbered(2000).map(async place => {
        const { status } = await flood(person, place)
        answered++
        return status
      }),
    )
    await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThan(0)
    const told = await Promise.all(
      numbered(people).map(async place => {
        const began = performance.now()
        const form = await person.form()
        const sent = await person.report({ story: storyOf(kind, place) }, form)
        const waited = performance.now() - began
        const opened = await person.open(sent.receipt ?? '')
        return { sent, opened, waited, until: performance.now() - began, before: answered }
      }),
    )
    expect(told.map(({ sent, opened }) => [sent.status, opened.status])).toEqual(
      Array(people).fill([200, 200]),
    )
    expect(told.filter(({ opened }, place) => opened.html.includes(storyOf(kind, place)))).toHaveLength(
      people,
    )
    const statuses = Object.entries(Object.groupBy(await flooding, String)).map(
      ([status, all]) => `${status}: ${all!.length}`,
    )
    const waits = told.map(({ waited }) => waited)
    const opens = told.map(({ until }) => until)
    console.log(
      `${kind}: a receipt after ${at(waits, 0.5)} ms (median), ${at(waits, 0.95)} ms (p95); read back after ${at(opens, 0.5)} ms, ${at(opens, 0.95)} ms; the flood got ${statuses.join(', ')}`,
    )
  },
  120_000,
)

const at = (times: number[], part: number) =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * part)]!)
