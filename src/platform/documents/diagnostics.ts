interface Diagnostic {
  message?: string
  hints?: string[]
  path?: string
  range?: string
}

/** One Error that says what Typst said: file, place, message, hint. */
export const problems = (template: string, diagnostics: readonly Diagnostic[]) =>
  new Error(`Cannot typeset ${template}: ${diagnostics.map(sentence).join('; ') || 'no reason given'}`)

/** Runs a step of the compiler; whatever it throws names the template. */
export const checked = <T>(template: string, step: () => T): T => {
  try {
    return step()
  } catch (cause) {
    throw new Error(`Cannot typeset ${template}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

const sentence = ({ message = '', hints = [], path = '', range = '' }: Diagnostic) =>
  [[path, range].filter(Boolean).join(':'), message, ...hints.map(hint => `(${hint})`)].filter(Boolean).join(' ')
