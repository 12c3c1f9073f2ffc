import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const holding = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (folder === dirname(folder)) throw new Error('No package.json above the program: templates cannot be found')
  return holding(dirname(folder))
}

/** The folder with package.json above this file: the same from src/ and from the bundle in dist/. */
export const repositoryRoot = holding(import.meta.dirname)
