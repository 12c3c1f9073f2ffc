import { toDate } from '../clock/clock.ts'
import type { House } from '../house.ts'

const queue = 'file-drafts'
/** Hours after which nobody writes at a draft any more: the slowest upload has long been refused. */
const hoursAlive = 24

/** Sweeps the file store once a night: a process that was killed leaves the file it was writing half done. */
export const startSweepingFiles = async ({ jobs, files, clock }: Pick<House, 'jobs' | 'files' | 'clock'>) => {
  await jobs.work(queue, async () => {
    await files.forgetDrafts(toDate(clock().subtract({ hours: hoursAlive })))
  })
  await jobs.every(queue, '40 2 * * *')
}
