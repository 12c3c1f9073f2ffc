import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { Picture, Quote } from './article.ts'

export interface Published {
  id: number
  slug: string
  office: string
  title: string
  body: string
  quotes: Quote[]
  picture: Picture | undefined
  pictureAlt: string
  releasedAt: Date
  changedAt: Date
  sample: boolean
}

interface Wanted {
  slug?: string
  year?: number
  limit?: number
  offset?: number
}

/** What the public reads: of every article the newest version that was released, the newest article first. */
export const published = async (tx: Tx, { slug, year, limit = 1000, offset = 0 }: Wanted = {}) => {
  const { rows } = await sql<Omit<Published, 'picture'> & { key: string | null; smallKey: string | null }>`
    select a.id, a.slug, o.name as office, v.title, v.body, v.quotes, v.picture_alt as "pictureAlt", v.picture_key as key,
      v.picture_small_key as "smallKey", f.decided_at as "releasedAt", v.decided_at as "changedAt",
      a.sample
    from articles a
    join offices o on o.id = a.office_id
    join article_versions f on f.article_id = a.id and f.number = 1 and f.state = 'released'
    join lateral (select * from article_versions where article_id = a.id and state = 'released'
      order by number desc limit 1) v on true
    where (${slug ?? null}::text is null or a.slug = ${slug ?? null})
      and a.withdrawn_at is null
      and (${year ?? null}::int is null or extract(year from f.decided_at at time zone 'Asia/Makassar') = ${year ?? null})
    order by f.decided_at desc, a.id desc limit ${limit} offset ${offset}`.execute(tx)
  return rows.map(({ key, smallKey, ...row }) => ({
    ...row,
    picture: key && smallKey ? { key, smallKey } : undefined,
  }))
}

/** What is left of a withdrawn article: whose it was, when it went and why; never what it said. */
export interface WithdrawnNotice {
  office: string
  at: Date
  why: string
}

export const withdrawnNotice = async (tx: Tx, slug: string): Promise<WithdrawnNotice | undefined> =>
  (await sql<WithdrawnNotice>`select office, at, why from withdrawn_notice(${slug})`.execute(tx)).rows[0]

/** What was corrected and when, the newest first. */
export const correctionsOf = (tx: Tx, articleId: number) =>
  tx
    .selectFrom('article_versions')
    .select(['number', 'change_note as note', 'decided_at as at'])
    .where('article_id', '=', articleId)
    .where('state', '=', 'released')
    .where('number', '>', 1)
    .orderBy('number', 'desc')
    .execute()

/** The years in which something was published, with how much. */
export const publishedYears = async (tx: Tx) =>
  (
    await sql<{ year: number; count: number }>`
      select extract(year from v.decided_at at time zone 'Asia/Makassar')::int as year, count(*)::bigint as count
      from article_versions v join articles a on a.id = v.article_id
      where v.number = 1 and v.state = 'released' and a.withdrawn_at is null group by 1 order by 1 desc`.execute(
      tx,
    )
  ).rows

export interface ReadCount {
  articleId: number
  hour: Date
  reads: number
  previews: number
}

/** Adds to what is there, so that any number of processes merge. */
export const addReads = async (tx: Tx, counts: ReadCount[]): Promise<void> => {
  await sql`
    insert into article_hours (article_id, hour, reads, previews)
    select * from unnest(${counts.map(c => c.articleId)}::int[], ${counts.map(c => c.hour)}::timestamptz[],
      ${counts.map(c => c.reads)}::bigint[], ${counts.map(c => c.previews)}::bigint[])
      as counted (article_id, hour, reads, previews)
    where exists (select from articles where articles.id = counted.article_id)
    order by 1, 2
    on conflict (article_id, hour) do update set reads = article_hours.reads + excluded.reads,
      previews = article_hours.previews + excluded.previews`.execute(tx)
}
