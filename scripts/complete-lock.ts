/**
 * Completes package-lock.json after a dependency changed. Some builds for other systems are not in every registry; npm then
 * leaves them out of the lock, and `npm ci` refuses the lock for that. Named here, they are known and never fetched on a
 * system they are not for.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface Entry {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}

const file = 'package-lock.json'
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'armv7', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'loong64']

for (const [, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const words = name.split(/[/-]/)
    const os = systems.filter(system => words.includes(system))
    const cpu = processors.filter(processor => words.includes(processor))
    // A range is a real optional package, not a build for a system.
    if (!/^\d/.test(version) || os.length === 0 || cpu.length === 0) continue
    lock.packages[`node_modules/${name}`] ??= { version, cpu, optional: true, os }
  }
}
const { '': own, ...rest } = lock.packages
lock.packages = Object.fromEntries([['', own!], ...Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
