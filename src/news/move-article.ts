import type { Tx } from '../platform/database/database.ts'
import { Conflict, NotFound } from '../platform/http/failures.ts'
import { type Actor, may } from '../staff/index.ts'
import { type ArticleMove, articleMoves, canMove } from './article.ts'
import { insertEvent, insertKept, setVersionState, setWithdrawn, takeRevision } from './queries.ts'
import { type DeskArticle, judge, readArticle } from './read-article.ts'

export type DecidedMove = Exclude<ArticleMove, 'correct'>

/**
 * Submits, releases, returns or withdraws an article as it was seen.
 * @throws NotFound for who may not, Conflict for a move that is not to be made now: four eyes, open findings, changed meanwhile
 */
export const moveArticle = async (
  tx: Tx,
  actor: Actor,
  id: number | undefined,
  seen: number,
  move: DecidedMove,
  given: { note?: string | undefined; now: Temporal.Instant },
): Promise<void> => {
  const article = await readArticle(tx, id)
  const rule = articleMoves[move]
  const own = article.officeId === actor.officeId
  if (!may(actor, rule.may) || (rule.may === 'article.write' && !own)) throw new NotFound()
  if (!canMove(move, article, actor)) throw new Conflict(refusal(article, actor))
  await refuseFindings(tx, article, move, given.now)
  if (!(await takeRevision(tx, article.id, seen))) throw new Conflict('news.changed-meanwhile')
  if (move === 'withdraw') await setWithdrawn(tx, article.id, actor.staffId, given.note!)
  else await setVersionState(tx, article.version.id, decided(move, actor, given.note))
  await insertEvent(tx, {
    article_id: article.id,
    staff_id: actor.staffId,
    office_id: actor.officeId,
    move,
    from_state: article.state,
    to_state: rule.to,
    note: given.note ?? null,
  })
}

/** The editor lets a finding stand and says why. @throws Conflict for one that is not there or lets no reason pass */
export const keepFinding = async (
  tx: Tx,
  actor: Actor,
  id: number | undefined,
  findingId: string,
  given: { reason: string; now: Temporal.Instant },
): Promise<void> => {
  const article = await readArticle(tx, id)
  const finding = (await judge(tx, article, given.now)).find(one => one.id === findingId)
  if (!finding) throw new Conflict('news.changed-meanwhile')
  if (finding.blocks) throw new Conflict('news.never-out')
  if (article.version.writers.includes(actor.staffId)) throw new Conflict('news.four-eyes')
  await insertKept(tx, {
    article_id: article.id,
    finding: findingId,
    reason: given.reason,
    kept_by: actor.staffId,
  })
}

const refusal = ({ version }: DeskArticle, { staffId }: Actor) =>
  version.state === 'submitted' && version.writers.includes(staffId)
    ? 'news.four-eyes'
    : 'news.changed-meanwhile'

/** What leads to a person goes to no editor; what is open goes to no reader. */
const refuseFindings = async (tx: Tx, article: DeskArticle, move: DecidedMove, now: Temporal.Instant) => {
  if (move !== 'submit' && move !== 'release') return
  const findings = await judge(tx, article, now)
  if (findings.some(({ blocks }) => blocks)) throw new Conflict('news.never-out')
  if (move === 'release' && findings.some(({ kept }) => kept === undefined))
    throw new Conflict('news.open-findings')
}

const decided = (move: DecidedMove, { staffId }: Actor, note: string | undefined) => {
  if (move === 'submit') return { state: 'submitted' as const }
  const state = move === 'release' ? ('released' as const) : ('draft' as const)
  return { state, decidedBy: staffId, note }
}
