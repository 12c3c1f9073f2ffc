import { sql } from 'kysely'
import type { SampleHouse } from './house.ts'

/** Everything that the tables hold, row by row as text; bytes stand in hexadecimal. */
export const everythingStored = (house: SampleHouse): Promise<string> =>
  house.db.asJob(async tx => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select') order by 1`.execute(
      tx,
    )
    const tables: string[] = []
    for (const { name } of rows) {
      const content = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(tx)
      tables.push(content.rows.map(({ row }) => row).join('\n'))
    }
    return tables.join('\n')
  })

/** A word as it would stand in the tables: written out, or inside bytes. */
export const waysToStand = (word: string) => [word, Buffer.from(word).toString('hex')]
