import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { inTurn } from '../../src/complaints/report/derive-in-turn.ts'
import { takeDownReport } from '../../src/complaints/report/file-report.ts'
import { newReceipt, parseReceipt } from '../../src/platform/vault/index.ts'
import { reporter, textOf } from '../reporter.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

/** How often the costly part of opening a number has been done. */
const derivations = vi.hoisted(() => ({ count: 0 }))
vi.mock('@node-rs/argon2', async original => {
  const real = await original<typeof import('@node-rs/argon2')>()
  const hashRaw: typeof real.hashRaw = (...given) => {
    derivations.count++
    return real.hashRaw(...given)
  }
  return { ...real, hashRaw }
})

let served: ServedHouse
let person: ReturnType<typeof reporter>
beforeAll(async () => {
  served = await serveSampleHouse()
  person = reporter(served)
})
afterAll(() => served?.end())

const story = 'Paspor anak saya ditahan agen di Palu.'
const newReport = async () => (await person.report({ story })).receipt!
const timed = async <T>(work: () => Promise<T>) => {
  const began = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - began }
}
const numbered = (count: number) => Array.from({ length: count }, (_, place) => place)
const oneByOne = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>) => {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!

/** Promise P7. A guess costs 2^56 tries on average halved, each of 8 MiB of memory: see platform/vault/receipt.ts. */
test('finding one number takes 2^55 tries, and a right and a wrong one are derived alike: once each', async () => {
  const right = await newReport()
  const derived = async (number: string) => {
    const before = derivations.count
    await person.open(number)
    return derivations.count - before
  }
  const wrong = numbered(20).map(newReceipt)
  expect([await derived(right), ...(await oneByOne(wrong, derived))]).toEqual(Array(21).fill(1))
  // 17 random digits, each as likely as any other, and a check digit that adds nothing: half of all are tried on average.
  const drawn = numbered(2000).map(newReceipt)
  for (let place = 0; place < 17; place++) expect(new Set(drawn.map(number => number[place])).size).toBe(10)
  expect(Math.log2(10 ** 17 / 2)).toBeGreaterThan(55)
})

describe('a thousand wrong numbers', () => {
  test('answer alike, tell nothing by status, text, size or header, and keep nobody out', async () => {
    const right = await newReport()
    await person.open(right)
    const answers: Awaited<ReturnType<typeof person.open>>[] = []
    const waits: { wrong: number[]; right: number[]; meanwhile: number[] } = {
      wrong: [],
      right: [],
      meanwhile: [],
    }
    // One after the other first, so that the times of the two kinds can be laid side by side.
    for (let turn = 0; turn < 100; turn++) {
      const wrong = await timed(() => person.open(newReceipt()))
      answers.push(wrong.answer)
      waits.wrong.push(wrong.ms)
      waits.right.push((await timed(() => person.open(right))).ms)
    }
    let left = 900
    const guess = async () => {
      while (left-- > 0) answers.push(await person.open(newReceipt()))
    }
    const guesses = Promise.all(Array.from({ length: 10 }, guess))
    for (let turn = 0; turn < 10; turn++) {
      const honest = await timed(newReport)
      expect(honest.answer).toMatch(/^\d{18}$/)
      waits.meanwhile.push(honest.ms)
    }
    await guesses
    const shapes = answers.map(({ status, html, headers }) =>
      JSON.stringify([
        status,
        html.replace(/value="[\d ]+"/, ''),
        [...headers].filter(([name]) => name !== 'date'),
      ]),
    )
    expect(shapes).toHaveLength(1000)
    expect(new Set(shapes).size).toBe(1)
    expect(answers[0]!.status).toBe(404)
    const [wrong, opened, meanwhile] = [waits.wrong, waits.right, waits.meanwhile].map(middle)
    console.log(
      `median wait: wrong ${wrong!.toFixed(1)} ms, right with nothing new ${opened!.toFixed(1)} ms; a report meanwhile ${meanwhile!.toFixed(1)} ms`,
    )
  })
})

test('while too many numbers wait the next is asked to come back, and stands in the form still; reports are taken', async () => {
  const right = await newReport()
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const crowd = Promise.allSettled(numbered(4100).map(() => inTurn('number', () => held)))
  const [opened, changed, replied] = await Promise.all([
    person.open(right),
    person.send('/nomor/ganti', { number: right }),
    person.send('/nomor/balas', { number: right, message: 'Kami sudah di rumah.' }),
  ])
  for (const { status, headers, html } of [opened, changed, replied]) {
    expect([status, headers.get('retry-after')]).toEqual([503, '20'])
    expect(html).toContain(`value="${right}"`)
  }
  expect(replied.html).toContain('Kami sudah di rumah.')
  const report = newReport()
  letGo()
  expect(await report).toMatch(/^\d{18}$/)
  await crowd
  expect((await person.open(right)).status).toBe(200)
})

describe('a number', () => {
  test('with two digits swapped is said to be mistyped, and looks nothing up', async () => {
    const number = await newReport()
    for (let place = 0; place < 17; place++) {
      if (number[place] === number[place + 1]) continue
      const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
      expect([swapped, parseReceipt(swapped)]).toEqual([swapped, { ok: false, reason: 'mistyped' }])
    }
    const [first, second, ...rest] = number
    if (first === second) return
    const answer = await person.open([second, first, ...rest].join(''))
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Ada angka yang salah ketik')
  })

  test.each([
    ['a story', 'story', '/lapor'],
    ['a message', 'message', '/nomor/balas'],
  ])('pasted into %s is refused, and the text is kept', async (_, field, path) => {
    const number = await newReport()
    const grouped = number.replace(/(\d{3})(?=\d)/g, '$1 ')
    const text = `Nomor saya ${grouped}, tolong dibuka.`
    const answer = await person.send(path, {
      ...(field === 'story'
        ? { form: randomUUID(), situation: 'asking', role: 'family', reach: 'none' }
        : { number }),
      [field]: text,
    })
    expect(answer.status).toBe(422)
    expect(textOf(answer.html)).toContain(text)
    expect(textOf(answer.html)).toContain('Hapus dulu')
  })

  test('that staff gave is changed at its first use; the old one opens nothing any more', async () => {
    const { house } = served
    const officer = house.as('petugas.sigi@kabupaten.example')
    const takeDown = await takeDownReport(house, officer, randomUUID(), {
      channel: 'phone',
      role: 'family',
      stage: 'abroad',
      urgency: 'ordinary',
      departsOn: null,
      originCode: '72.10',
      destination: 'MY',
      problems: [],
      story: { story, place: '' },
      identity: undefined,
    })
    const { receipt: given } = await house.db.asActor(officer, takeDown)
    const first = await person.open(given)
    expect(first.html).toContain('action="/nomor/ganti"')
    const changed = await person.send('/nomor/ganti', { number: given })
    expect(changed.status).toBe(200)
    expect(changed.receipt).not.toBe(given)
    expect((await person.open(given)).status).toBe(404)
    expect((await person.send('/nomor/ganti', { number: given })).status).toBe(404)
    const opened = await person.open(changed.receipt!)
    expect([opened.status, opened.html.includes(story), opened.html.includes('/nomor/ganti')]).toEqual([
      200,
      true,
      false,
    ])
  })
})
