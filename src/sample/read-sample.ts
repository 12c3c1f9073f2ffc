import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../platform/root.ts'

/** A file of the sample province, from db/sample. */
export const readSample = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(root, 'db/sample', name), 'utf8'))
