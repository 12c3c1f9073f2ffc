import { execFile } from 'node:child_process'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Ends the server that a killed program left running on this cluster, and waits until it is gone.
 * Call it only while holding the data folder: then any server found there is nobody's.
 */
export const stopOrphan = async (cluster: string): Promise<void> => {
  const pidFile = path.join(cluster, 'postmaster.pid')
  const main = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10)
  const running = await serversOf(cluster, main)
  if (running.length > 0) return waitUntilGone(cluster, running.includes(main) ? main : undefined)
  // After a machine crash the number may belong to a stranger, whom PostgreSQL would take for its own server.
  if (isAlive(main)) await rm(pidFile, { force: true })
}

const waitUntilGone = async (cluster: string, main: number | undefined) => {
  const started = Date.now()
  let asked: NodeJS.Signals | undefined
  for (let left = 1; left > 0; left = (await serversOf(cluster, main)).length) {
    const waited = Date.now() - started
    if (waited > 60_000)
      throw new Error(`The PostgreSQL left behind on ${cluster} does not stop (process ${main})`)
    const signal = waited > 30_000 ? 'SIGQUIT' : 'SIGINT'
    if (main && signal !== asked) send(main, signal)
    asked = signal
    await pause(20)
  }
}

/** Process numbers of the servers working on the cluster: those that stand in its folder. */
const serversOf = async (cluster: string, main: number | undefined): Promise<number[]> => {
  if (process.platform !== 'linux') return main && (await namesCluster(main, cluster)) ? [main] : []
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const standing = await Promise.all(pids.map(pid => standsIn(pid, cluster)))
  return pids.filter((_, index) => standing[index]).map(Number)
}

const standsIn = async (pid: string, cluster: string) => {
  if ((await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() !== 'postgres') return false
  const [home, place] = await Promise.all([placeOf(cluster), placeOf(`/proc/${pid}/cwd`)])
  // Root in a container may not look at another user's working folder, but anyone may read a command line.
  if (!place)
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(`-D\0${cluster}\0`)
  return place === home
}

const placeOf = (folder: string) =>
  stat(folder).then(
    found => `${found.dev}:${found.ino}`,
    () => undefined,
  )

const namesCluster = (pid: number, cluster: string) =>
  run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.includes('postgres') && stdout.includes(cluster),
    () => false,
  )

const isAlive = (pid: number) => pid > 0 && send(pid, 0)

const send = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
