import { parts, readOffers } from '../test/offers/set/set.ts'
import { doubtfulPoster, posterOf } from '../test/poster.ts'
import { startProduct } from '../test/product.ts'
import { cpuOf } from './processor.ts'

const checks = 200
const pictures = 5

/** The offer check as a phone meets it: one text, one poster, the pages' own bytes. Asked over HTTP, one after the other. */
export const offerCheck = async () => {
  const product = await startProduct()
  try {
    const send = async (fields: Record<string, string | Blob>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const before = performance.now()
      const answer = await fetch(`${product.url}/cek`, {
        method: 'POST',
        body,
        headers: { origin: product.url },
      })
      const html = await answer.text()
      return { ms: performance.now() - before, dangerous: html.includes('verdict danger') }
    }
    const teks = doubtfulPoster.join('\n')
    for (let round = 0; round < 20; round++) await send({ teks })
    const texts = await inTurn(checks, () => send({ teks }))
    const cpu = await inTurn(groups.length, at => cpuEach(product.pid, groups[at]!, teks => send({ teks })))
    const poster = new Blob([new Uint8Array(await posterOf(doubtfulPoster))])
    const firstPicture = await send({ gambar: poster })
    const read = await inTurn(pictures, () => send({ gambar: poster }))
    return {
      textMs: median(texts.map(({ ms }) => ms)),
      textCpuMsMedian: median(cpu),
      textP95Ms: round(texts.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(checks * 0.95)]!),
      firstPictureMs: round(firstPicture.ms),
      pictureMs: median(read.map(({ ms }) => ms)),
      checkPageBytes: await bytesOf(`${product.url}/cek`),
      questionsPageBytes: await bytesOf(`${product.url}/cek/tanya`),
      allDangerous: [...texts, firstPicture, ...read].every(({ dangerous }) => dangerous),
    }
  } finally {
    await product.stop()
  }
}

/** The clock of a process is too coarse for one check: labelled texts of like length go together, ten at a time. */
const inGroups = (texts: string[]) => {
  const ordered = texts.toSorted((a, b) => a.length - b.length)
  return Array.from({ length: Math.floor(ordered.length / 10) }, (_, at) =>
    ordered.slice(at * 10, at * 10 + 10),
  )
}
const groups = inGroups(parts.flatMap(readOffers).map(({ text }) => text))

const cpuEach = async (pid: number, texts: string[], check: (text: string) => Promise<unknown>) => {
  const before = cpuOf(pid)
  for (const text of texts) await check(text)
  return (cpuOf(pid) - before) / texts.length
}

const inTurn = async <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let round = 0; round < count; round++) results.push(await work(round))
  return results
}

const bytesOf = async (url: string) => (await (await fetch(url)).arrayBuffer()).byteLength
const median = (figures: number[]) => round(figures.toSorted((a, b) => a - b)[figures.length >> 1]!)
const round = (figure: number) => Number(figure.toFixed(1))
