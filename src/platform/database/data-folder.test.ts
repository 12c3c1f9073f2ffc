import { spawn } from 'node:child_process'
import { chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  ask,
  children,
  firstLine,
  keepNote,
  kill,
  notes,
  program,
  running,
  scene,
  serverPid,
  setScenes,
  start,
} from './embedded.scenes.ts'
import { DataFolderBusy, DataFolderUnusable, startEmbedded } from './embedded.ts'

setScenes()

test('a second start on the same folder is refused while the first runs, in this and in another process', async () => {
  await start()
  await expect(startEmbedded(scene.folder)).rejects.toThrow(DataFolderBusy)
  expect(await firstLine(program())).toBe('DataFolderBusy')
  await running.pop()?.stop()
  expect(await firstLine(program())).toMatch(/^postgresql:/)
})

test('after kill -9 the orphaned server is found and stopped, and what was committed is there', async () => {
  const killed = program()
  await keepNote(await firstLine(killed))
  const orphan = await serverPid()
  await kill(killed)
  expect(await notes((await start()).url)).toBe(1)
  expect(await serverPid()).not.toBe(orphan)
})

test('a server that is killed says so, and the next start recovers', async () => {
  const embedded = await start()
  await keepNote(embedded.url)
  process.kill(await serverPid(), 'SIGKILL')
  expect(await embedded.exited).toMatchObject({ asked: false, signal: 'SIGKILL' })
  await embedded.stop()
  expect(await notes((await start()).url)).toBe(1)
})

test('the process file of a crashed machine does not stop the start, though its number lives again', async () => {
  await start()
  await running.pop()?.stop()
  const { uid, gid } = await stat(path.join(scene.folder, 'pg'))
  const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
  children.push(stranger)
  const file = path.join(scene.folder, 'pg', 'postmaster.pid')
  await writeFile(file, `${stranger.pid}\n${scene.folder}/pg\n1790000000\n5432\n${scene.folder}/run\n\n`)
  await chown(file, uid, gid)
  expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode).toBeNull()
})

test('a first start that was interrupted is begun again', async () => {
  await mkdir(path.join(scene.folder, 'pg.new', 'base'), { recursive: true })
  await start()
  expect(await readdir(scene.folder)).not.toContain('pg.new')
})

test('a pg folder that is not a cluster is left alone', async () => {
  const foreign = path.join(scene.folder, 'pg', 'thesis.txt')
  await mkdir(path.dirname(foreign), { recursive: true })
  await writeFile(foreign, 'mine')
  await expect(startEmbedded(scene.folder)).rejects.toThrow(DataFolderUnusable)
  expect(await readFile(foreign, 'utf8')).toBe('mine')
})

test('a folder that cannot be made is named with the cause', async () => {
  await writeFile(path.join(scene.parent, 'file'), '')
  scene.folder = path.join(scene.parent, 'file', 'data')
  const refusal = await startEmbedded(scene.folder).catch(error => error)
  expect(refusal).toBeInstanceOf(DataFolderUnusable)
  expect(refusal).toMatchObject({ path: scene.folder, cause: { code: 'ENOTDIR' } })
})

test('a start that fails shows the last lines of the log and lets the folder go', async () => {
  await start()
  await running.pop()?.stop()
  const version = path.join(scene.folder, 'pg', 'PG_VERSION')
  await writeFile(version, '11\n')
  await expect(startEmbedded(scene.folder)).rejects.toThrow(/database files are incompatible with server/)
  await writeFile(version, '18\n')
  await start()
})
