import { Worker } from 'node:worker_threads'
import { type ReadSheets, sheetLimits } from './sheet.ts'

/** Reads a workbook under limits of memory and time. */
export const readXlsx = (bytes: Uint8Array): Promise<ReadSheets> =>
  new Promise(resolve => {
    const worker = new Worker(workerFile, {
      workerData: { bytes, limit: sheetLimits.unpackedBytes },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const late = setTimeout(() => end({ ok: false, reason: 'too-large' }), sheetLimits.milliseconds)
    const end = (result: ReadSheets) => {
      clearTimeout(late)
      resolve(result)
      void worker.terminate()
    }
    worker.on('message', end)
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end({ ok: false, reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken' }),
    )
  })

const megabytes = 700

/** From the sources, or from the bundle beside dist/main.js. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './offers/register/sheet/xlsx-worker.js',
  import.meta.url,
)
