import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './product.ts'

/**
 * Fills one house with the sample province before all tests; each test that needs such a house begins with a copy of it. Watches over
 * the whole run that nothing leaves the machine.
 */
export default async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-template-'))
  const waysOut = join(folder, 'ways-out')
  process.env.SINERGI_WAYS_OUT = waysOut
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${new URL('stay-home.ts', import.meta.url)}`
  const { code, output } = await runCommand(['sample'], { DATA_DIR: folder, LOG_LEVEL: 'error' })
  if (code !== 0) throw new Error(output)
  process.env.SINERGI_TEMPLATE = folder
  return () => {
    const left = existsSync(waysOut) ? readFileSync(waysOut, 'utf8') : ''
    rmSync(folder, { recursive: true, force: true })
    if (left) throw new Error(`something would have left the machine:\n${left}`)
  }
}
