import { execFile } from 'node:child_process'
import { chown, lchown, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { DataFolderUnusable } from './data-folder.ts'
import { type Footing, type Owner, onFooting } from './unprivileged.ts'

const run = promisify(execFile)

/** Makes sure that the folder holds a database cluster of this owner; an existing one keeps its content. */
export const prepareCluster = async (
  folder: string,
  cluster: string,
  binaries: Binaries,
  footing: Footing,
) => {
  if (await exists(path.join(cluster, 'PG_VERSION'))) return adopt(cluster, footing.owner)
  if (await hasContent(folder, cluster))
    throw new DataFolderUnusable(folder, `${cluster} is not empty and not a PostgreSQL cluster`)
  await createCluster(folder, cluster, binaries, footing)
}

/** Built aside and renamed, so that a crash in the middle leaves no half cluster behind. */
const createCluster = async (folder: string, cluster: string, { initdb }: Binaries, footing: Footing) => {
  const draft = `${cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  if (footing.owner) await chown(draft, footing.owner.uid, footing.owner.gid)
  const { command, args, options } = onFooting(footing, initdb, ['-D', draft, ...initdbOptions])
  await run(command, args, options)
  await rename(draft, cluster)
  await syncFolder(folder)
}

const initdbOptions = [
  ...['--username=postgres', '--auth-local=trust', '--auth-host=reject', '--no-instructions'],
  ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
]

/** A cluster that root copied back from a backup belongs to root, and PostgreSQL would refuse it. */
const adopt = async (cluster: string, owner: Owner | undefined) => {
  if (!owner || (await stat(cluster)).uid === owner.uid) return
  const inside = await readdir(cluster, { recursive: true })
  for (const name of inside) await lchown(path.join(cluster, name), owner.uid, owner.gid)
  await lchown(cluster, owner.uid, owner.gid)
}

const syncFolder = async (folder: string) => {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

const hasContent = async (folder: string, cluster: string) => {
  try {
    return (await readdir(cluster)).length > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new DataFolderUnusable(folder, (error as Error).message, error)
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )
