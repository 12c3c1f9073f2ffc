import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileCorrupted, type FileStore, fileStore } from './store.ts'

let folder: string
let store: FileStore

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sinergi-files-'))
  store = fileStore(path.join(folder, 'files'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const poster = new TextEncoder().encode('poster')
const unknownKey = '0e2e9c18dcfa1e3ac2ee2c4cf5d0e6b0c0ffee00c0ffee00c0ffee00c0ffee00'

test('what was put comes back under the hash of its content', async () => {
  const key = await store.put(new TextEncoder().encode('abc'))
  expect(key).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(Buffer.from((await store.get(key))!).toString()).toBe('abc')
  expect(await store.has(key)).toBe(true)
})

test('a file that was never put is absent, not an error', async () => {
  expect(await store.get(unknownKey)).toBeUndefined()
  expect(await store.has(unknownKey)).toBe(false)
})

test('the same content put many times at once is kept once, with no draft left', async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => store.put(poster)))
  expect(new Set(keys).size).toBe(1)
  expect(await names()).toEqual([keys[0]])
})

test('empty content and large content are kept', async () => {
  const large = randomBytes(20 * 1024 * 1024)
  expect((await store.get(await store.put(new Uint8Array())))?.length).toBe(0)
  expect(Buffer.compare((await store.get(await store.put(large)))!, large)).toBe(0)
})

test('only the owner may read the stored files', async () => {
  expect((await stat(placeOf(await store.put(poster)))).mode & 0o777).toBe(0o600)
})

test('corrupted content is refused by its key, and a new put heals it', async () => {
  const key = await store.put(poster)
  await writeFile(placeOf(key), 'pOster')
  const refusal = await store.get(key).catch(error => error)
  expect(refusal).toBeInstanceOf(FileCorrupted)
  expect(refusal.message).toContain(key)
  await store.put(poster)
  expect(Buffer.from((await store.get(key))!).toString()).toBe('poster')
})

test.each([
  '../../etc/passwd',
  `${unknownKey.slice(0, 61)}/..`,
  unknownKey.toUpperCase(),
  `${unknownKey}\n`,
  '',
])('the key %j never becomes a path', async key => {
  await expect(store.get(key)).rejects.toThrow(TypeError)
  expect(await store.has(key)).toBe(false)
})

test('every upload acknowledged before kill -9 is there and whole', async () => {
  const acknowledged = await putUntilKilled(40)
  expect(acknowledged.length).toBeGreaterThanOrEqual(40)
  for (const key of acknowledged) expect((await store.get(key))?.length).toBe(100_000)
})

test('what a killed writer left half written goes after its day, and nothing else', async () => {
  await putUntilKilled(20)
  const key = await store.put(poster)
  const drafts = [`${placeOf(key)}.old.part`, `${placeOf(key)}.new.part`]
  for (const draft of drafts) await writeFile(draft, 'half')
  const yesterday = new Date(Date.now() - 86_400_000)
  await utimes(drafts[0]!, yesterday, yesterday)
  const whole = (await names()).filter(name => !name.endsWith('.part'))
  expect(await store.forgetDrafts(new Date(Date.now() - 3_600_000))).toBe(1)
  expect(await names()).toContain(path.basename(drafts[1]!))
  await store.forgetDrafts(new Date(Date.now() + 3_600_000))
  expect((await names()).toSorted()).toEqual(whole.toSorted())
})

const putUntilKilled = async (enough: number) => {
  const source = `const { fileStore } = await import(${JSON.stringify(new URL('./store.ts', import.meta.url).href)})
    const store = fileStore(process.argv[1])
    const fresh = () => Buffer.alloc(100_000, crypto.randomUUID())
    const worker = async () => { for (;;) console.log(await store.put(fresh())) }
    await Promise.all([worker(), worker(), worker()])`
  const args = ['--input-type=module', '-e', source, path.join(folder, 'files')]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const keys: string[] = []
  for await (const line of createInterface({ input: child.stdout }))
    if (keys.push(line) === enough) child.kill('SIGKILL')
  return keys.filter(key => key.length === 64)
}

const placeOf = (key: string) => path.join(folder, 'files', key.slice(0, 2), key.slice(2, 4), key)

const names = async () =>
  (await readdir(path.join(folder, 'files'), { recursive: true }))
    .map(name => path.basename(name))
    .filter(isLong)

const isLong = (name: string) => name.length > 2
