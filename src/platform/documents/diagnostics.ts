import { relative } from 'node:path'
import { root } from '../root.ts'

interface Diagnostic {
  message?: string
  hints?: string[]
  path?: string
  range?: { start?: { line: number } }
}

/** One Error that says what Typst said: file and line, message and hint, innermost place first. */
export const problems = (template: string, diagnostics: readonly Diagnostic[]) =>
  new Error(`Cannot typeset ${template}: ${diagnostics.map(sentence).join('; ') || 'no reason given'}`)

/** Runs a step of the compiler; whatever it throws names the template. */
export const checked = <T>(template: string, step: () => T): T => {
  try {
    return step()
  } catch (cause) {
    throw new Error(`Cannot typeset ${template}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
}

const sentence = ({ message = '', path, range }: Diagnostic) =>
  path ? `${place(path, range)}: ${message}` : message

const place = (path: string, range: Diagnostic['range']) =>
  [relative(root, path), range?.start && range.start.line + 1].filter(Boolean).join(':')
