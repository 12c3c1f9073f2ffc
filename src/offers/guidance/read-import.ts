import { type Body, type FormState, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { Json } from './document.ts'
import type { KindRules } from './kinds.ts'
import { pathName } from './names.ts'
import { formalProblems } from './problems.ts'

/** Bytes of the largest document that is taken from a file. */
const largest = 2_000_000

type Read = { ok: true; body: Json } | { ok: false; form: FormState }

/** Reads a whole document from a file: JSON, as it was downloaded here, with every fault named. */
export const readImport = async (rules: KindRules, sent: Body, language: Language): Promise<Read> => {
  const { t } = language
  const refused = (text: string): Read => ({ ok: false, form: refuse(sent, { file: text }) })
  const { file } = sent
  if (!(file instanceof File) || file.size === 0) return refused(t('form.required'))
  if (file.size > largest) return refused(t('guidance.import-too-large'))
  const body = parsed(await file.text())
  if (body === undefined) return refused(t('guidance.import-not-json'))
  const problems = formalProblems(rules, body)
  if (problems.length === 0) return { ok: true, body }
  const lines = problems
    .slice(0, 10)
    .map(({ path, message, values }) => `${pathName(language, path)}: ${t(message, values)}`)
  return refused(lines.join('\n'))
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
