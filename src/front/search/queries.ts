import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Locale } from '../../platform/i18n/messages.ts'
import { marks } from './excerpt.ts'

export interface Entry {
  path: string
  language: Locale
  title: string
  body: string
}

export interface Hit {
  path: string
  title: string
  /** With found words between the two marks. */
  excerpt: string
}

/** What fits the words best, in one language. Words are read as people type them into a search box. */
export const searchEntries = async (
  tx: Tx,
  language: Locale,
  words: string,
  limit: number,
): Promise<Hit[]> => {
  const config = language === 'en' ? 'english' : 'indonesian'
  const shape = `StartSel=${marks[0]}, StopSel=${marks[1]}, MaxWords=30, MinWords=15, MaxFragments=1`
  const { rows } = await sql<Hit>`
    select path, title, ts_headline(${config}::regconfig, body, query, ${shape}) as excerpt
    from search_entries, websearch_to_tsquery(${config}::regconfig, ${words}) query
    where language = ${language} and words @@ query
    order by ts_rank_cd(words, query) desc, path limit ${limit}`.execute(tx)
  return rows
}

/** Puts these entries in the place of all earlier ones; what is there already stays as it is. */
export const replaceEntries = async (tx: Tx, entries: Entry[]) => {
  const known = entries.map(({ path, language }) => `${language} ${path}`)
  await sql`delete from search_entries where language || ' ' || path <> all(${known}::text[])`.execute(tx)
  await tx
    .insertInto('search_entries')
    .values(entries)
    .onConflict(oc =>
      oc.columns(['path', 'language']).doUpdateSet(eb => ({
        title: eb.ref('excluded.title'),
        body: eb.ref('excluded.body'),
      })),
    )
    .execute()
}
