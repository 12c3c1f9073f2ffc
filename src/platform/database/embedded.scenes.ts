import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, beforeEach } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { stopOrphan } from './orphan.ts'

/** Where the running test plays: a data folder not yet made, in a parent folder of its own. */
export const scene = { parent: '', folder: '' }
export const running: Embedded[] = []
export const children: ChildProcess[] = []

/** Sets the scene for each test of the file, and ends every process that the test left. */
export const setScenes = () => {
  // mkdtemp makes the parent 0700, so that as root every test is also one of a closed ancestor.
  beforeEach(async () => {
    scene.parent = await mkdtemp(path.join(os.tmpdir(), 'sinergi test ü?#%&'))
    scene.folder = path.join(scene.parent, 'data')
  })
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child)
    for (const embedded of running.splice(0)) await embedded.stop()
    await stopOrphan(path.join(scene.folder, 'pg'))
    await rm(scene.parent, { recursive: true, force: true })
  })
}

export const start = async () => {
  const embedded = await startEmbedded(scene.folder)
  running.push(embedded)
  return embedded
}

/** Another program that holds the scene.folder until it is killed; its first line is the url or the error's name. */
export const program = (user: { uid?: number; gid?: number } = {}) => {
  const source = `import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
    .then(({ startEmbedded }) => startEmbedded(process.argv[1]))
    .then(({ url }) => { console.log(url); setInterval(() => {}, 1000) }, error => console.log(error.name))`
  const child = spawn(process.execPath, ['-e', source, scene.folder], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

export const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

export const firstLine = async (child: ChildProcess): Promise<string> => {
  for await (const line of createInterface({ input: child.stdout! })) return line
  throw new Error('the program said nothing')
}

export const serverPid = async () =>
  Number.parseInt(await readFile(path.join(scene.folder, 'pg', 'postmaster.pid'), 'utf8'), 10)

export const ask = async (url: string, question: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

export const keepNote = (url: string) => ask(url, 'create table notes as select 1 as id')

export const notes = async (url: string) => (await ask(url, 'select from notes')).length

/** Whether another user than root may reach a file: every folder above it lets others through. */
export const openToOthers = (file: string): boolean => {
  const folder = path.dirname(file)
  return (statSync(folder).mode & 0o001) !== 0 && (folder === path.dirname(folder) || openToOthers(folder))
}
