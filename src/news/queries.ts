import { type Selectable, sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import type { ArticleVersions } from '../platform/database/tables.ts'
import type { Article, ArticleState, Content, Quote, Version, VersionState } from './article.ts'
import type { RecordedFacts, SourceKind } from './facts.ts'

export interface NewArticle {
  officeId: number
  slug: string
  sourceId: number | null
  facts: RecordedFacts
  madeBy: string
  sample: boolean
}

/** @returns nothing when an article, perhaps one that the asker does not see, has this address */
export const insertArticle = async (tx: Tx, row: NewArticle) =>
  (
    await tx
      .insertInto('articles')
      .values({
        office_id: row.officeId,
        slug: row.slug,
        source_kind: row.facts.kind,
        source_id: row.sourceId,
        facts: JSON.stringify(row.facts),
        region_code: row.facts.where?.code ?? null,
        made_by: row.madeBy,
        sample: row.sample,
      })
      .onConflict(oc => oc.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

/** Takes the article for one write. @returns false when somebody wrote or moved it since this revision was seen */
export const takeRevision = async (tx: Tx, id: number, seen: number) =>
  (
    await tx
      .updateTable('articles')
      .set({ revision: sql`revision + 1` })
      .where('id', '=', id)
      .where('revision', '=', seen)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows > 0n

export const insertVersion = (
  tx: Tx,
  row: { articleId: number; number: number; authorId: string; changeNote: string },
  content: Content,
) =>
  tx
    .insertInto('article_versions')
    .values({
      article_id: row.articleId,
      number: row.number,
      change_note: row.changeNote,
      author_id: row.authorId,
      writers: [row.authorId],
      ...toRow(content),
    })
    .execute()

export const rewriteVersion = (tx: Tx, id: number, authorId: string, content: Content, changeNote: string) =>
  tx
    .updateTable('article_versions')
    .set({
      ...toRow(content),
      change_note: changeNote,
      author_id: authorId,
      writers: sql`case when ${authorId} = any(writers) then writers else writers || ${authorId}::text end`,
      written_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()

export const setVersionState = (
  tx: Tx,
  id: number,
  set: { state: VersionState; decidedBy?: string; note?: string | undefined },
) =>
  tx
    .updateTable('article_versions')
    .set({
      state: set.state,
      decided_by: set.decidedBy ?? null,
      decided_at: set.decidedBy ? sql`now()` : null,
      decision_note: set.note ?? null,
    })
    .where('id', '=', id)
    .execute()

export const setWithdrawn = (tx: Tx, id: number, staffId: string, why: string) =>
  tx
    .updateTable('articles')
    .set({ withdrawn_by: staffId, withdrawn_at: sql`now()`, withdrawn_why: why })
    .where('id', '=', id)
    .execute()

export const insertEvent = (
  tx: Tx,
  row: {
    article_id: number
    staff_id: string
    office_id: number
    move: string
    from_state: ArticleState
    to_state: ArticleState
    note: string | null
  },
) => tx.insertInto('article_events').values(row).execute()

const columns = [
  'articles.id',
  'articles.office_id as officeId',
  'offices.short_name as office',
  'offices.name as officeName',
  'articles.slug',
  'articles.source_kind as sourceKind',
  'articles.source_id as sourceId',
  'articles.facts',
  'articles.facts_at as factsAt',
  'articles.revision',
  'articles.withdrawn_at as withdrawnAt',
  'articles.withdrawn_why as withdrawnWhy',
  'articles.sample',
] as const

const articlesWith = (tx: Tx) =>
  tx.selectFrom('articles').innerJoin('offices', 'offices.id', 'articles.office_id').select(columns)

export const articleById = async (tx: Tx, id: number) => {
  const row = await articlesWith(tx).where('articles.id', '=', id).executeTakeFirst()
  return row && toArticle(row)
}

/** Every article on the desk of the asker with its newest version, the newest first. */
export const deskList = async (tx: Tx, officeIds: number[]) => {
  const rows = await articlesWith(tx)
    .where('articles.office_id', 'in', officeIds)
    .orderBy('articles.id', 'desc')
    .limit(200)
    .execute()
  const versions =
    rows.length === 0
      ? []
      : await versionsIn(
          tx,
          rows.map(({ id }) => id),
        )
  return rows.map(row => {
    const own = versions.filter(({ articleId }) => articleId === row.id)
    return { ...toArticle(row), version: own[0]!, out: own.some(({ state }) => state === 'released') }
  })
}

const versionsIn = async (tx: Tx, articleIds: number[]) =>
  (
    await tx
      .selectFrom('article_versions')
      .selectAll()
      .where('article_id', 'in', articleIds)
      .orderBy('number', 'desc')
      .execute()
  ).map(toVersion)

export const deskOffices = async (tx: Tx): Promise<number[]> =>
  (await sql<{ id: number }>`select desk_offices() as id`.execute(tx)).rows.map(({ id }) => id)

export const eventsOf = (tx: Tx, articleId: number) =>
  tx
    .selectFrom('article_events')
    .innerJoin('offices', 'offices.id', 'article_events.office_id')
    .select(['at', 'move', 'note', 'offices.short_name as office'])
    .where('article_id', '=', articleId)
    .orderBy('at', 'desc')
    .orderBy('article_events.id', 'desc')
    .execute()

export const keptOf = (tx: Tx, articleId: number) =>
  tx.selectFrom('kept_findings').select(['finding', 'reason']).where('article_id', '=', articleId).execute()

export const insertKept = (
  tx: Tx,
  row: { article_id: number; finding: string; reason: string; kept_by: string },
) =>
  tx
    .insertInto('kept_findings')
    .values(row)
    .onConflict(oc => oc.columns(['article_id', 'finding']).doNothing())
    .execute()

export const readsOf = async (tx: Tx, articleId: number): Promise<number> =>
  (
    await sql<{ reads: number }>`
      select coalesce(sum(reads), 0)::bigint as reads from article_hours where article_id = ${articleId}`.execute(
      tx,
    )
  ).rows[0]!.reads

export const versionsOf = async (tx: Tx, articleId: number) =>
  (
    await tx
      .selectFrom('article_versions')
      .selectAll()
      .where('article_id', '=', articleId)
      .orderBy('number', 'desc')
      .execute()
  ).map(toVersion)

const toArticle = (
  row: {
    [K in keyof Article]: K extends 'sourceKind' ? string : K extends 'facts' ? unknown : Article[K]
  },
): Article => ({
  ...row,
  sourceKind: row.sourceKind as SourceKind,
  facts: row.facts as RecordedFacts,
})

const toVersion = (row: Selectable<ArticleVersions>): Version => ({
  id: row.id,
  articleId: row.article_id,
  number: row.number,
  state: row.state as VersionState,
  title: row.title,
  body: row.body,
  quotes: row.quotes as unknown as Quote[],
  picture: row.picture_key ? { key: row.picture_key, smallKey: row.picture_small_key! } : undefined,
  pictureAlt: row.picture_alt,
  pictureConsent: row.picture_consent,
  changeNote: row.change_note,
  authorId: row.author_id,
  writers: row.writers,
  writtenAt: row.written_at,
  decidedAt: row.decided_at,
  decisionNote: row.decision_note,
})

const toRow = (content: Content) => ({
  title: content.title,
  body: content.body,
  quotes: JSON.stringify(content.quotes),
  picture_key: content.picture?.key ?? null,
  picture_small_key: content.picture?.smallKey ?? null,
  picture_alt: content.pictureAlt,
  picture_consent: content.pictureConsent,
})
