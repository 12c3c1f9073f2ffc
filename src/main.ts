import { begin, migrateOnly, sampleOnly, verifyOnly } from './commands.ts'
import { BadConfig, readConfig } from './platform/config.ts'
import { DataFolderBusy, DataFolderUnusable } from './platform/database/embedded.ts'
import { SchemaChanged, SchemaNewer } from './platform/database/migrate.ts'
import { type MessageKey, translator } from './platform/i18n/messages.ts'
import { CannotStart, serve } from './serve.ts'

const t = translator(process.env.LANG?.startsWith('id') ? 'id' : 'en')
const say = (text: string) => process.stdout.write(`${text}\n`)

const commands = {
  serve: () => serve(readConfig(process.env), t, say, process.argv.includes('--sample')),
  migrate: () => migrateOnly(readConfig(process.env), t, say),
  sample: () => sampleOnly(readConfig(process.env), t, say),
  begin: () => begin(readConfig(process.env), t, say, process.argv[3], process.argv[4]),
  verify: () => verifyOnly(readConfig(process.env), t, say),
}

/** A failure that a person at the keyboard can mend, as one sentence; everything else is a bug and keeps its trace. */
const sentence = (error: unknown): string | undefined => {
  if (error instanceof CannotStart) return t(error.key, error.values)
  if (error instanceof BadConfig) return t('start.bad-config', { problems: error.message })
  if (error instanceof DataFolderBusy) return t('start.folder-busy', { cause: error.message })
  if (error instanceof DataFolderUnusable) return t('start.folder-unusable', { cause: error.message })
  if (error instanceof SchemaNewer) return t('start.schema-newer', { name: error.message })
  if (error instanceof SchemaChanged) return t('start.schema-changed', { name: error.message })
  return undefined
}

const word = process.argv[2] ?? 'serve'
if (word === '--help' || word === 'help' || process.argv.includes('--help')) say(t('start.help'))
else if (!Object.hasOwn(commands, word)) fail(t('start.unknown-command' satisfies MessageKey, { word }))
else
  await commands[word as keyof typeof commands]().catch(error =>
    fail(sentence(error) ?? String(error?.stack ?? error)),
  )

function fail(text: string) {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
