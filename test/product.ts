import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { filledFolder } from './filled-folder.ts'

export interface Product {
  url: string
  pid: number
  dataDir: string
  /** All that the program has printed so far. */
  output(): string
  password(email: string): string
  /** kill -9: no goodbye, as in a power cut. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts the product as a stranger would, in a process of its own with a data folder of its own. */
export const startProduct = async (
  options: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<Product> => {
  const dataDir = options.dataDir ?? filledFolder('sinergi-test-')
  const env = { ...process.env, PORT: '0', LANG: 'en', LOG_LEVEL: 'error', ...options.env, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js', 'serve', '--sample'], {
    env,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (printed += piece))
  const url = await ready(child, () => printed)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    pid: child.pid!,
    dataDir,
    output: () => printed,
    password: email => signIns(dataDir).find(person => person.email === email)!.password,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs a command of the program to its end. */
export const runCommand = async (words: string[], env: Record<string, string>) => {
  const child = spawn(process.execPath, ['dist/main.js', ...words], {
    env: { ...process.env, LANG: 'en', ...env },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (printed += piece))
  const [code] = await once(child, 'exit')
  return { code: code as number, output: printed }
}

const signIns = (dataDir: string): { email: string; password: string }[] =>
  JSON.parse(readFileSync(join(dataDir, 'sample-sign-ins.json'), 'utf8'))

const ready = (child: ChildProcess, printed: () => string) =>
  new Promise<string>((resolve, reject) => {
    child.on('exit', code => reject(new Error(`ended with ${code} before it was ready:\n${printed()}`)))
    child.stdout!.on('data', () => {
      const url = /ready: (http:\S+)/.exec(printed())?.[1]
      // The last line about signing in comes in the same breath; waiting for it keeps the output whole.
      if (url && /palu@kabupaten/.test(printed())) resolve(url)
    })
  })
