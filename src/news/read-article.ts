import type { Tx } from '../platform/database/database.ts'
import { NotFound } from '../platform/http/failures.ts'
import { type Article, type ArticleState, stateOf, type Version } from './article.ts'
import { check } from './checker/check.ts'
import type { Finding } from './checker/finding.ts'
import { knownFor } from './known-for.ts'
import { articleById, deskOffices, keptOf, versionsOf } from './queries.ts'

export interface DeskArticle extends Article {
  version: Version
  older: Version[]
  out: boolean
  state: ArticleState
}

export interface Judged extends Finding {
  /** Why the editor lets it stand. */
  kept: string | undefined
}

/** An article on the asker's desk. @throws NotFound for one that is not, published or not */
export const readArticle = async (tx: Tx, id: number | undefined): Promise<DeskArticle> => {
  const article = id ? await articleById(tx, id) : undefined
  if (!article || !(await deskOffices(tx)).includes(article.officeId)) throw new NotFound()
  const [version, ...older] = await versionsOf(tx, article.id)
  const whole = { ...article, version: version!, older, out: [version!, ...older].some(isOut) }
  return { ...whole, state: stateOf(whole) }
}

const isOut = ({ state }: Version) => state === 'released'

/** What the checker says of an article, and what the editor has said to that. */
export const judge = async (tx: Tx, article: DeskArticle, now: Temporal.Instant): Promise<Judged[]> => {
  const findings = check(article.version, await knownFor(tx, article, now))
  const kept = new Map((await keptOf(tx, article.id)).map(({ finding, reason }) => [finding, reason]))
  return findings.map(finding => ({ ...finding, kept: finding.blocks ? undefined : kept.get(finding.id) }))
}
