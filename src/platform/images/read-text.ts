import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, type Page, type Worker } from 'tesseract.js'
import { hasInk } from './ink.ts'
import { acceptImage, type Refusal } from './intake.ts'

export type Unread = Refusal | 'busy' | 'too-slow' | 'no-text'
export type Reading = { ok: true; text: string } | { ok: false; reason: Unread }

/** Bytes of a photograph that is taken at all. */
export const largestPhoto = 16_000_000

/**
 * The words in a screenshot or a photographed poster, read on this machine. One picture is decoded and read at a time, so
 * that memory stays bounded; a few may wait, the rest are told so at once.
 */
export const readText = async (upload: Uint8Array): Promise<Reading> => {
  if (waiting >= mostWaiting) return { ok: false, reason: 'busy' }
  waiting++
  const reading = queue.then(() => readNow(upload))
  queue = reading.catch(() => {})
  return reading.finally(() => waiting--)
}

/** Ends the reading worker; the next picture starts another. */
export const stopReading = async (): Promise<void> => {
  clearTimeout(idle)
  const ending = worker
  worker = undefined
  await (await ending?.catch(() => undefined))?.terminate()
}

const mostWaiting = 6
const patienceMs = 12_000
const idleMs = 60_000

let waiting = 0
let queue: Promise<unknown> = Promise.resolve()
let worker: Promise<Worker> | undefined
let idle: NodeJS.Timeout | undefined

const readNow = async (upload: Uint8Array): Promise<Reading> => {
  const intake = await acceptImage(upload, {
    maxBytes: largestPhoto,
    allow: ['png', 'jpeg', 'webp'],
    to: { type: 'jpeg', maxSide: longestSide },
  })
  if (!intake.ok) return intake
  if (!(await hasInk(intake.image.bytes))) return { ok: false, reason: 'no-text' }
  const page = await recognised(await readable(intake.image.bytes, intake.image.width))
  if (page === 'too-slow') return { ok: false, reason: 'too-slow' }
  const text = surelyRead(page)
  return text ? { ok: true, text } : { ok: false, reason: 'no-text' }
}

const longestSide = 2200
// Letters of a small screenshot are drawn larger: below some twenty pixels a line they are guessed at.
const leastWidth = 1000

const readable = (bytes: Buffer, width: number) =>
  sharp(bytes)
    .greyscale()
    .normalise()
    .resize({ width: Math.max(width, leastWidth) })
    .png({ compressionLevel: 1 })
    .toBuffer()

const recognised = async (image: Buffer): Promise<Page | 'too-slow'> => {
  clearTimeout(idle)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'too-slow'>(resolve => {
    timer = setTimeout(resolve, patienceMs, 'too-slow')
  })
  try {
    worker ??= startWorker()
    const outcome = await Promise.race([worker.then(it => it.recognize(image, {}, output)), late])
    if (outcome !== 'too-slow') return outcome.data
    await stopReading()
    return outcome
  } catch (error) {
    await stopReading()
    throw error
  } finally {
    clearTimeout(timer)
    idle = setTimeout(() => void stopReading(), idleMs).unref()
  }
}

const output = { text: false, blocks: true }

const data = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/ind/package.json')),
  '4.0.0_best_int',
)

const startWorker = () =>
  createWorker('ind', OEM.LSTM_ONLY, { langPath: data, cacheMethod: 'none', errorHandler: () => {} })

const leastSure = 45
const leastLetters = 12

/** Lines that were really read; the grain of a wall comes out as rubbish in which the reader itself does not trust. */
const surelyRead = ({ blocks }: Page): string => {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
  const sure = lines.filter(({ confidence }) => confidence >= leastSure).map(({ text }) => text.trim())
  const text = sure.filter(Boolean).join('\n')
  const words = text.match(/\p{L}{3,}/gu) ?? []
  return words.join('').length >= leastLetters ? text : ''
}
