import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A data folder of one's own: as after the first start where the tests filled one before (test/template.ts), else empty. */
export const filledFolder = (prefix: string): string => {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const template = process.env.SINERGI_TEMPLATE
  if (template) cpSync(template, folder, { recursive: true, preserveTimestamps: true })
  return folder
}
