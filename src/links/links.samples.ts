import { sql } from 'kysely'
import pg from 'pg'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { newCode } from './code.ts'
import { insertLinks } from './queries.ts'

export interface SampleLink {
  code: string
  dutyId: number
  target: string
}

/** Opens a new database at this address with the program's schema. */
export const openMigrated = async (url: string): Promise<Database> => {
  const owner = new pg.Pool({ connectionString: url, max: 1 })
  await migrate(owner).finally(() => owner.end())
  return openDatabase(url)
}

/** The least that links can stand on: one office, one campaign, one material, and a version for every eight duties. */
export const issueSampleLinks = async (db: Database, count: number): Promise<SampleLink[]> => {
  await db.authPool.query(`insert into "user" (id, name, email) values ('w', 'Contoh', 'w@contoh.example')`)
  return db.asJob(async tx => {
    for (const text of ground) await sql.raw(text).execute(tx)
    const { rows } = await duties(count).execute(tx)
    const links = rows.map(({ id }) => ({
      code: newCode(),
      dutyId: id,
      target: `/k/contoh?kantor=1&materi=${id}`,
    }))
    await insertLinks(tx, links)
    return links
  })
}

const ground = [
  `insert into offices (kind, name, short_name, sample) values ('bp3mi', 'Kantor Contoh', 'Contoh', true)`,
  `insert into staff (id, office_id, name, email, roles, sample)
   select 'w', id, 'Contoh', 'w@contoh.example', '{publicist}', true from offices`,
  `insert into materials (office_id, title, made_by, sample) select id, 'Materi contoh', 'w', true from offices`,
  `insert into campaigns (slug, title, purpose, starts_on, ends_on, made_by, sample)
   values ('contoh', 'Kampanye contoh', 'Tujuan contoh', '2026-01-01', '2026-12-31', 'w', true)`,
]

/** Duties in number: eight channels for each version that this makes. */
const duties = (count: number) => sql<{ id: number }>`
  with versions as (
    insert into material_versions (material_id, number, design, headline, caption, alt_text, author_id)
    select id, number, 'sample', 'Contoh', 'Contoh', 'Contoh', 'w'
    from materials, generate_series(1, ceil(${count}::int / 8.0)::int) number returning id)
  insert into duties (campaign_id, version_id, office_id, channel, due_at)
  select campaigns.id, versions.id, offices.id, channel, now()
  from campaigns, offices, versions,
    unnest(array['whatsapp', 'instagram', 'facebook', 'tiktok', 'x', 'radio', 'print', 'notice-board']) channel
  limit ${count} returning id`
