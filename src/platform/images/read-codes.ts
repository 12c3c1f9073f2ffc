import { Worker } from 'node:worker_threads'
import type { CodeAnswer, CodeOrder } from './code-worker.ts'

/**
 * The texts of the QR codes in a picture, read on this machine in a thread of its own, one picture after the other.
 * @param wanted reading ends with the first code that fits; without one, every way of looking is tried
 * @returns nothing where nothing can be read, and where it took too long
 */
export const readCodes = (bytes: Uint8Array, wanted: RegExp): Promise<string[]> => {
  const reading = queue.then(() => readNow(bytes, wanted))
  queue = reading.catch(() => {})
  return reading
}

/** Ends the reading thread; the next picture starts another. */
export const stopReadingCodes = async (): Promise<void> => {
  clearTimeout(idle)
  const ending = worker
  worker = undefined
  await ending?.terminate()
}

const patienceMs = 60_000
const idleMs = 30_000

let queue: Promise<unknown> = Promise.resolve()
let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let lastId = 0

const readNow = async (bytes: Uint8Array, wanted: RegExp): Promise<string[]> => {
  clearTimeout(idle)
  worker ??= start()
  const answer = await ask(worker, { id: ++lastId, bytes, wanted: wanted.source })
  if (answer) idle = setTimeout(() => void stopReadingCodes(), idleMs).unref()
  else await stopReadingCodes()
  return answer?.texts ?? []
}

/** Nothing when the thread broke, ran out of memory or took too long. */
const ask = (thread: Worker, order: CodeOrder) =>
  new Promise<CodeAnswer | undefined>(resolve => {
    const end = (answer?: CodeAnswer) => {
      clearTimeout(late)
      thread.off('message', heard).off('error', failed).off('exit', failed)
      resolve(answer)
    }
    const heard = (answer: CodeAnswer) => answer.id === order.id && end(answer)
    const failed = () => end()
    const late = setTimeout(failed, patienceMs)
    thread.on('message', heard).on('error', failed).on('exit', failed)
    thread.postMessage(order)
  })

const start = () => {
  const thread = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: 300 } })
  thread.unref()
  return thread
}

/** From the sources, or from the bundle beside dist/main.js. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './code-worker.ts' : './platform/images/code-worker.js',
  import.meta.url,
)
