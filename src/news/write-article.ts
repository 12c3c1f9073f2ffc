import type { Tx } from '../platform/database/database.ts'
import { Conflict, NotFound } from '../platform/http/failures.ts'
import type { Actor } from '../staff/index.ts'
import type { Content } from './article.ts'
import { mend } from './checker/mend.ts'
import { insertEvent, insertVersion, rewriteVersion, takeRevision } from './queries.ts'
import { type DeskArticle, judge, readArticle } from './read-article.ts'

/**
 * Writes an article: a draft is rewritten; what is out gets its next version, a correction that says what changed.
 * @param seen the revision that the writer had before them
 * @throws NotFound for another office's article, Conflict when somebody wrote or moved it meanwhile
 */
export const writeArticle = async (
  tx: Tx,
  actor: Actor,
  id: number | undefined,
  seen: number,
  content: Content,
  changeNote: string,
): Promise<void> => {
  const article = await readOwn(tx, actor, id)
  if (article.state !== 'draft' && article.state !== 'released') throw new Conflict('news.changed-meanwhile')
  if (!(await takeRevision(tx, article.id, seen))) throw new Conflict('news.changed-meanwhile')
  const { version } = article
  if (article.state === 'draft') {
    await rewriteVersion(tx, version.id, actor.staffId, content, changeNote)
    return
  }
  const next = { articleId: article.id, number: version.number + 1, authorId: actor.staffId, changeNote }
  await insertVersion(tx, next, content)
  await insertEvent(tx, {
    article_id: article.id,
    staff_id: actor.staffId,
    office_id: actor.officeId,
    move: 'correct',
    from_state: 'released',
    to_state: 'draft',
    note: changeNote,
  })
}

/** Makes the one correction that a finding proposes. @throws Conflict when the text is another meanwhile */
export const mendFinding = async (
  tx: Tx,
  actor: Actor,
  id: number | undefined,
  seen: number,
  findingId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const article = await readOwn(tx, actor, id)
  const finding = (await judge(tx, article, now)).find(one => one.id === findingId)
  if (article.state !== 'draft' || finding?.fix === undefined) throw new Conflict('news.changed-meanwhile')
  await writeArticle(tx, actor, id, seen, mend(article.version, finding), article.version.changeNote)
}

const readOwn = async (tx: Tx, actor: Actor, id: number | undefined): Promise<DeskArticle> => {
  const article = await readArticle(tx, id)
  if (article.officeId !== actor.officeId) throw new NotFound()
  return article
}
