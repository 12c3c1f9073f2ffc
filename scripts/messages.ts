/** Proves the catalogues: both languages say the same keys with the same values, and no key is left that nobody says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

const read = (locale: string): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(join('locales', locale)).map(file =>
      JSON.parse(readFileSync(join('locales', locale, file), 'utf8')),
    ),
  )
const [id, en] = [read('id'), read('en')]

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => readFileSync(join('src', file), 'utf8'))
  .join('\n')

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** Names of the values a message shows. What only chooses a plural form may be missing in a language without plurals. */
const slots = (text: string) =>
  [...new Set(new IntlMessageFormat(text, 'en').getAst().flatMap(named))].sort().join()

const literal = 0
const hash = 7

const named = (part: Part): string[] => {
  if (!('options' in part)) return part.type === literal || !('value' in part) ? [] : [String(part.value)]
  const inside = Object.values(part.options).flatMap(({ value }) => value)
  return [...inside.flatMap(named), ...(inside.some(({ type }) => type === hash) ? [part.value] : [])]
}

/** A key is said whole, or begins like a template: t(`duty.state.${state}`). */
const said = (key: string) =>
  sources.includes(`'${key}'`) ||
  [...sources.matchAll(/`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].some(
    ([, head = '', tail = '']) => head + tail !== '' && key.startsWith(head) && key.endsWith(tail),
  )

const problems = [
  ...Object.keys(id)
    .filter(key => !(key in en))
    .map(key => `${key} is missing in English`),
  ...Object.keys(en)
    .filter(key => !(key in id))
    .map(key => `${key} is missing in Indonesian`),
  ...Object.keys(id)
    .filter(key => key in en && slots(id[key]!) !== slots(en[key]!))
    .map(key => `${key} takes other values in the two languages`),
  ...Object.keys(id)
    .filter(key => !said(key))
    .map(key => `${key} is never said`),
]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
