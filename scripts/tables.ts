/** Writes src/platform/database/tables.ts from a database that the migrations made; with --check, fails when it differs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PostgresDialect as Dialect, Kysely } from 'kysely'
import { generate, PostgresDialect } from 'kysely-codegen'
import pg from 'pg'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'

const file = 'src/platform/database/tables.ts'
const folder = mkdtempSync(join(tmpdir(), 'sinergi-tables-'))
const server = await startEmbedded(folder)
const pool = new pg.Pool({ connectionString: server.url })
pool.on('error', () => {})
const db = new Kysely({ dialect: new Dialect({ pool }) })
try {
  await migrate(pool)
  const made = await generate({
    db,
    dialect: new PostgresDialect({ dateParser: 'string' as never }),
    excludePattern: '(auth.*|schema_history)',
    outFile: null,
  })
  report(
    made.replaceAll(
      'Int8 = ColumnType<string, bigint | number | string, bigint | number | string>',
      'Int8 = number',
    ),
  )
} finally {
  await pool.end()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function report(made: string) {
  if (!process.argv.includes('--check')) return writeFileSync(file, made)
  if (readFileSync(file, 'utf8') === made) return
  console.error(`${file} does not match the migrations: run \`npm run tables\``)
  process.exitCode = 1
}
