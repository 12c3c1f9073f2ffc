import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  ask,
  firstLine,
  keepNote,
  notes,
  openToOthers,
  program,
  running,
  scene,
  setScenes,
  start,
} from './embedded.scenes.ts'

setScenes()

test('the first start makes a database that a role without superuser rights owns, without any port', async () => {
  const rows = await ask(
    (await start()).url,
    `select current_user as who, rolsuper, rolcreaterole, current_setting('listen_addresses') as tcp,
       current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  expect(rows).toEqual([
    {
      who: 'sinergi',
      rolsuper: false,
      rolcreaterole: true,
      tcp: '',
      fsync: 'on',
      commit: 'on',
      owner: 'sinergi',
      encoding: 'UTF8',
    },
  ])
})

test('only the owner may enter the socket folder and the cluster', async () => {
  await start()
  for (const name of ['run', 'pg'])
    expect((await stat(path.join(scene.folder, name))).mode & 0o777).toBe(0o700)
})

test('a path too long for a socket address moves the socket to the temporary folder', async () => {
  scene.folder = path.join(scene.parent, 'a'.repeat(100))
  const { url } = await start()
  expect(decodeURIComponent(url)).toMatch(/host=.*\/sinergi-[0-9a-f]{16}&/)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('data is kept over a restart', async () => {
  await keepNote((await start()).url)
  await running.pop()?.stop()
  expect(await notes((await start()).url)).toBe(1)
})

test('a stop that was asked for is told apart', async () => {
  const embedded = await start()
  await Promise.all([embedded.stop(), embedded.stop()])
  expect(await embedded.exited).toMatchObject({ asked: true, code: 0 })
})

test('an open folder needs no capability, and a cluster copied back by root is adopted', async () => {
  await chmod(scene.parent, 0o755)
  await keepNote((await start()).url)
  await running.pop()?.stop()
  const cluster = path.join(scene.folder, 'pg')
  for (const name of ['.', ...(await readdir(cluster, { recursive: true }))])
    await chown(path.join(cluster, name), process.getuid?.() ?? 0, process.getgid?.() ?? 0)
  expect(await notes((await start()).url)).toBe(1)
})

// As root the test becomes another user, who must be able to reach the programs at all: not in a checkout closed to others.
test.runIf(process.getuid?.() !== 0 || openToOthers(process.execPath))(
  'a normal user starts it without tricks',
  async () => {
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    await chmod(scene.parent, 0o755)
    await mkdir(scene.folder)
    if (user.uid) await chown(scene.folder, user.uid, user.gid)
    const url = await firstLine(program(user))
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await stat(path.join(scene.folder, 'pg'))).uid).toBe(user.uid ?? process.getuid?.())
  },
)
