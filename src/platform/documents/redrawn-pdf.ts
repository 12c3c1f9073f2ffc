import { Worker } from 'node:worker_threads'

export type Redrawn =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'locked' | 'too-large' | 'broken' }

/**
 * A PDF drawn anew as pictures of its pages at 150 dots an inch: whoever opens it sees what is on them, and gets neither what
 * the file tells of its makers nor anything that would run. One at a time, under limits of memory, time (20 s) and pages (60).
 */
export const redrawnPdf = (bytes: Uint8Array): Promise<Redrawn> => {
  const drawn = last.then(() => inThread(bytes))
  last = drawn
  return drawn
}

let last: Promise<unknown> = Promise.resolve()

const inThread = (bytes: Uint8Array): Promise<Redrawn> =>
  new Promise(resolve => {
    const worker = new Worker(workerFile, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 200 },
      // What the library says of a broken file may repeat its words.
      stdout: true,
      stderr: true,
    })
    const late = setTimeout(() => end({ ok: false, reason: 'too-large' }), milliseconds)
    const end = (result: Redrawn) => {
      clearTimeout(late)
      resolve(result)
      void worker.terminate()
    }
    worker.on('message', end)
    worker.on('error', () => end({ ok: false, reason: 'broken' }))
  })

const milliseconds = 20_000

/** From the sources, or from the bundle beside dist/main.js. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './platform/documents/pdf-worker.js',
  import.meta.url,
)
