import { officeById } from '../offices/index.ts'
import type { Tx } from '../platform/database/database.ts'
import { languages } from '../platform/i18n/language.tsx'
import type { Actor } from '../staff/index.ts'
import type { Content } from './article.ts'
import { draftText } from './draft-text.ts'
import type { RecordedFacts } from './facts.ts'
import { insertArticle, insertEvent, insertVersion, type NewArticle } from './queries.ts'

/** Drafts an article from recorded facts; the draft is Indonesian, as the agency's news is. @returns its id */
export const draftArticle = async (
  tx: Tx,
  actor: Actor,
  source: { id: number | null; facts: RecordedFacts },
  given: { content?: Content; sample?: boolean } = {},
): Promise<number> => {
  const office = (await officeById(tx, actor.officeId))!
  const content = given.content ?? draftText(source.facts, office, languages.id.t)
  const id = await insertFree(tx, slugOf(content.title), {
    officeId: actor.officeId,
    sourceId: source.id,
    facts: source.facts,
    madeBy: actor.staffId,
    sample: given.sample ?? actor.sample,
  })
  await insertVersion(tx, { articleId: id, number: 1, authorId: actor.staffId, changeNote: '' }, content)
  await insertEvent(tx, {
    article_id: id,
    staff_id: actor.staffId,
    office_id: actor.officeId,
    move: 'draft',
    from_state: 'draft',
    to_state: 'draft',
    note: null,
  })
  return id
}

const insertFree = async (tx: Tx, plain: string, row: Omit<NewArticle, 'slug'>): Promise<number> => {
  for (let tail = 1; tail < 50; tail++) {
    const id = await insertArticle(tx, { ...row, slug: tail === 1 ? plain : `${plain}-${tail}` })
    if (id !== undefined) return id
  }
  return (await insertArticle(tx, { ...row, slug: `${plain}-${crypto.randomUUID().slice(0, 8)}` }))!
}

/** Words of the title, as an address has them. */
const slugOf = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'berita'
