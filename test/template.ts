import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './product.ts'

/** Fills one house with the sample province before all tests; each test that needs such a house begins with a copy of it. */
export default async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-template-'))
  const { code, output } = await runCommand(['sample'], { DATA_DIR: folder, LOG_LEVEL: 'error' })
  if (code !== 0) throw new Error(output)
  process.env.SINERGI_TEMPLATE = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
