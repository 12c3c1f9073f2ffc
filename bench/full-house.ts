import { reporter } from '../test/reporter.ts'
import { type ServedHouse, serveSampleHouse } from '../test/served-house.ts'
import { signedIn, type Visitor } from '../test/visitor.ts'
import { grow } from './grown-house.ts'

const cases = 100_000
const reportsEach = 100
const looks = 40
const lists = [
  '/aduan',
  '/aduan?lihat=urgent',
  '/aduan?lihat=overdue',
  '/aduan?wilayah=72.10',
  '/aduan?lihat=closed',
]

/**
 * Promise S7: with 100,000 cases at one office and a million events, what an officer waits for the inbox (p95 of every view) and for a
 * case, and what a report takes beside one in the house as it was.
 */
export const fullHouse = async () => {
  const served = await serveSampleHouse()
  try {
    const before = await msPerReport(served)
    const { house, url } = served
    await grow(served, 0, cases)
    const officer = await signedIn({ url, password: house.password }, 'petugas@bp3mi.example')
    const own = /href="(\/aduan\/[0-9a-f-]{36})"/.exec(
      await (await officer.get('/aduan?meja=mine')).text(),
    )?.[1]
    if (!own) throw new Error('the officer has no case')
    const after = await msPerReport(served)
    return {
      inboxP95Ms: await p95Of(officer, lists),
      caseP95Ms: await p95Of(officer, [own]),
      reportMsBefore: round(before),
      reportMsWith100000: round(after),
      speedKept: Math.round((before / after) * 100) / 100,
    }
  } finally {
    await served.end()
  }
}

/** The middle of many, one after the other over HTTP: a single person's wait. */
const msPerReport = async (served: ServedHouse) => {
  const person = reporter(served)
  const times: number[] = []
  for (let index = 0; index < reportsEach; index++) {
    const began = performance.now()
    const { status } = await person.report({ story: 'Adik saya belum dibayar.', worker: 'Siti Contoh' })
    if (status !== 200) throw new Error(`a report was answered ${status}`)
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}

const p95Of = async (visitor: Visitor, paths: string[]) => {
  const times: number[] = []
  for (const path of paths) await look(visitor, path)
  for (let index = 0; index < looks; index++) times.push(await look(visitor, paths[index % paths.length]!))
  return round(times.toSorted((a, b) => a - b)[Math.floor(looks * 0.95)]!)
}

const look = async (visitor: Visitor, path: string) => {
  const began = performance.now()
  const response = await visitor.get(path)
  await response.text()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return performance.now() - began
}

const round = (ms: number) => Math.round(ms * 10) / 10
