import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { DataFolderUnusable } from './data-folder.ts'

const run = promisify(execFile)

export interface Owner {
  uid: number
  gid: number
}

/** How the server programs are started: what goes before their command, and whose files they work on. */
export interface Footing {
  prefix: readonly string[]
  owner?: Owner
}

/** Command line and spawn options for one program on this footing. */
export const onFooting = ({ prefix, owner }: Footing, program: string, args: readonly string[]) => {
  const [command = program, ...rest] = [...prefix, program, ...args]
  const identity = prefix.length > 0 ? {} : owner
  // The environment is not passed on: a PGDATA or PGPORT set for something else must not steer our server.
  return { command, args: rest, options: { cwd: '/', env: { TZ: 'UTC', LC_ALL: 'C' }, ...identity } }
}

/**
 * A normal user needs no tricks. For root, who is refused by PostgreSQL, this finds the least privilege under
 * which the program can be started and the data folder entered, also below a parent folder that is closed to others.
 * @throws DataFolderUnusable when there is none
 */
export const findFooting = async (folder: string, cluster: string, program: string): Promise<Footing> => {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const owner = await clusterOwner(cluster)
  for (const footing of footings(owner)) if (await carries(footing, folder, program)) return footing
  throw new DataFolderUnusable(
    folder,
    'PostgreSQL does not run as root, and no other user can pass through the parent folders. Move the data and ' +
      'the program to folders that others may enter (chmod o+x), start it as a normal user, or set DATABASE_URL.',
  )
}

// initdb insists on a uid with a name, and "nobody" is the one that every Linux has.
const nobody: Owner = { uid: 65534, gid: 65534 }

const clusterOwner = async (cluster: string): Promise<Owner> => {
  const found = await stat(cluster).catch(() => undefined)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody
}

const footings = (owner: Owner): Footing[] => [
  { prefix: [], owner },
  { prefix: withCapability(owner, 'dac_read_search'), owner },
  { prefix: withCapability(owner, 'dac_override'), owner },
]

/** PostgreSQL asks access(2), which ignores capabilities of a non-root uid unless no_setuid_fixup is set. */
const withCapability = ({ uid, gid }: Owner, capability: string): string[] => [
  ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
  ...[`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`],
]

const carries = async (footing: Footing, folder: string, program: string): Promise<boolean> => {
  const look = onFooting(footing, '/bin/sh', ['-c', 'cd "$1" && "$2" --version', 'sh', folder, program])
  return run(look.command, look.args, look.options).then(
    () => true,
    () => false,
  )
}
