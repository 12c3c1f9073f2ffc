import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words that stand anywhere in the browser's own folder, in one or two bytes a letter, grouped or not. */
export const whatStands = (folder: string, words: string[]) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .flatMap(entry => {
      const path = join(entry.parentPath, entry.name)
      const bytes = readFileSync(path)
      return words
        .flatMap(word => [word, word.replace(/(\d{3})(?=\d)/g, '$1 ')])
        .filter(word => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
        .map(word => `${word} in ${path}`)
    })
