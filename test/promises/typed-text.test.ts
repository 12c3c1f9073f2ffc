import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reporter, type Sent, textOf } from '../reporter.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

// Promise R3: what was typed is on the page again, whatever went wrong.
const words = {
  story: 'Kakak saya belum digaji enam bulan & "takut" pulang.',
  worker: 'Mawar Contoh',
  place: 'Rumah majikan di Riyadh',
  district: '72.10',
  country: 'SA',
  reach: 'whatsapp',
  reachAt: '0812 5555 0000',
  reachNote: 'hanya malam',
}
const form = '7b0c2f4e-52a1-4d0e-9f52-6a1f0a3f2b11'

let down = false
let served: ServedHouse
let person: ReturnType<typeof reporter>
beforeAll(async () => {
  served = await serveSampleHouse(house => ({
    ...house,
    db: {
      ...house.db,
      asReporter: (lookup, work) =>
        down
          ? house.db.asReporter(lookup, async tx => {
              await work(tx)
              throw new Error('the connection broke')
            })
          : house.db.asReporter(lookup, work),
      asPublic: work => (down ? Promise.reject(new Error('no database')) : house.db.asPublic(work)),
    },
  }))
  person = reporter(served)
})
afterEach(() => {
  down = false
})
afterAll(() => served?.end())

const picture = (bytes: number) => new File([new Uint8Array(bytes).fill(65)], 'besar.jpg')
const lost = ({ html }: Sent) => {
  const text = textOf(html)
  const isChosen = (word: string) =>
    new RegExp(`<option (selected )?value="${word}"( selected)?`).exec(html)?.[0].includes('selected')
  return Object.entries(words).flatMap(([name, word]) => {
    const kept =
      name === 'district' || name === 'country'
        ? isChosen(word)
        : text.includes(word) || html.includes(`value="${word}"`)
    return kept ? [] : [word]
  })
}

describe('a report that is not taken keeps its words', () => {
  test.each([
    ['a wrong answer', { departs: '2020-01-01' }, 422, 'departs'],
    ['a way to reach without an address', { reachAt: '' }, 422, 'reachAt'],
    ['a district that does not exist', { district: '99.99' }, 422, 'district'],
    ['a wrong choice', { role: 'raja' }, 422, 'role'],
    ['a file that is none of the kinds', { files: new File(['<html>'], 'foto.jpg') }, 422, 'files'],
    ['a file over 10 MB', { files: picture(10_000_001) }, 422, 'files'],
  ])('%s', async (_, change, status, field) => {
    const answer = await person.report({ ...words, ...change }, form)
    expect(answer.status).toBe(status)
    expect(lost(answer)).toEqual(
      Object.entries(change).flatMap(([name]) =>
        name === 'reachAt' || name === 'district' ? [words[name]] : [],
      ),
    )
    expect(answer.html).toContain(`href="#${field}"`)
    expect(answer.html).toContain(`id="${field}-error"`)
    expect(answer.html).toContain(form)
  })

  test.each([
    ['a form whose page the browser does not name', {}, { origin: 'null' }, 403],
    ['files of more than 64 MB together', { files: picture(65_000_000) }, {}, 413],
  ])('%s', async (_, change, headers, status) => {
    const answer = await person.send('/lapor', { form, ...words, ...change }, headers)
    expect([answer.status, lost(answer)]).toEqual([status, []])
    expect(answer.html).toContain(form)
  })

  test('a database that breaks off mid-way: nothing is kept, the same form arrives later', async () => {
    down = true
    const broken = await person.report(words, form)
    expect([broken.status, broken.receipt, lost(broken)]).toEqual([500, undefined, []])
    down = false
    const sent = await person.report(words, form)
    expect(sent.status).toBe(200)
    expect(textOf((await person.open(sent.receipt!)).html).split(words.story)).toHaveLength(2)
  })
})

describe('a message that is not taken keeps its words', () => {
  const message = 'Ia sekarang di rumah singgah, "aman".'
  let number: string
  beforeAll(async () => {
    number = (await person.report(words)).receipt!
  })

  test.each([
    ['two digits swapped', (digits: string) => digits.replace(/(\d)((?!\1)\d)/, '$2$1'), 422],
    ['a number that opens nothing', () => '100000000000000003'.replace(/.$/, '0'), 404],
  ])('%s', async (_, change, status) => {
    let wrong = change(number)
    // Nine of ten made-up numbers fail at their check digit; the tenth opens nothing.
    for (let digit = 0; status === 404 && digit < 10; digit++) {
      wrong = `10000000000000000${digit}`
      if ((await person.open(wrong)).status === 404) break
    }
    const answer = await person.send('/nomor/balas', { number: wrong, message })
    expect([answer.status, textOf(answer.html).includes(message)]).toEqual([status, true])
    expect(answer.html).toContain(`value="${wrong}"`)
  })

  test('a database that breaks off', async () => {
    down = true
    const answer = await person.send('/nomor/balas', { number, message })
    expect([answer.status, textOf(answer.html).includes(message)]).toEqual([500, true])
  })

  test('sent twice at the same moment it is said once', async () => {
    const fields = { number, message: 'Sekali saja.', form: crypto.randomUUID() }
    const answers = await Promise.all([1, 2, 3].map(() => person.send('/nomor/balas', fields)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(textOf((await person.open(number)).html).split('Sekali saja.')).toHaveLength(2)
  })
})
