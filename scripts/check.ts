/** Everything a machine can see without running the product. Prints what each part took; ends with 1 if any part fails. */
import { spawn } from 'node:child_process'

const parts: [name: string, command: string, ...args: string[]][] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings'],
  // What was found sound before is not gone through again.
  ['types', 'tsc', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'],
  ['walls', 'depcruise', 'src'],
  ['dead code', 'knip'],
  ['messages', 'node', 'scripts/messages.ts'],
  ['database types', 'node', 'scripts/tables.ts', '--check'],
]

const run = ([name, command, ...args]: (typeof parts)[number]) =>
  new Promise<boolean>(resolve => {
    const started = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (printed += piece))
    child.on('close', code => {
      console.log(
        `${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
      )
      if (code !== 0) console.log(printed)
      resolve(code === 0)
    })
  })

const results = await Promise.all(parts.map(run))
process.exitCode = results.every(Boolean) ? 0 : 1
