import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Linux counts processor time in hundredths of a second.
const msPerTick = 10

/** Processor time of one process so far, in ms; Linux only. */
export const cpuOf = (pid: number): number => {
  const [user, system] = ticksOf(pid)
  return (user! + system!) * msPerTick
}

/** Processor time of a PostgreSQL with all its processes so far, those that have ended included, in ms. */
export const cpuOfCluster = (folder: string): number => {
  const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  const ended = ticksOf(postmaster).slice(2)
  const living = [postmaster, ...childrenOf(postmaster)].flatMap(pid => ticksOf(pid).slice(0, 2))
  return [...ended, ...living].reduce((sum, ticks) => sum + ticks, 0) * msPerTick
}

/** Own user and system time, then the same of ended children, in ticks. */
const ticksOf = (pid: number): number[] => {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return after.slice(11, 15).map(Number)
  } catch {
    return [0, 0, 0, 0]
  }
}

const childrenOf = (parent: number) =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === parent
      } catch {
        return false
      }
    })
