import type { Permission } from '../staff/index.ts'
import type { RecordedFacts, SourceKind } from './facts.ts'

export const articleStates = ['draft', 'submitted', 'released', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

interface Move {
  from: readonly ArticleState[]
  to: ArticleState
  may: Permission
  note: 'none' | 'required'
  /** Never by somebody who wrote in it. */
  fourEyes?: true
  /** Only for what the public can read already. */
  out?: true
}

/** The only ways an article changes state. A correction is a new draft of what is out; the public reads the old text until it is released. */
export const articleMoves = {
  submit: { from: ['draft'], to: 'submitted', may: 'article.write', note: 'none' },
  release: { from: ['submitted'], to: 'released', may: 'article.release', note: 'none', fourEyes: true },
  return: { from: ['submitted'], to: 'draft', may: 'article.release', note: 'required', fourEyes: true },
  correct: { from: ['released'], to: 'draft', may: 'article.write', note: 'required', out: true },
  withdraw: {
    from: ['draft', 'submitted', 'released'],
    to: 'withdrawn',
    may: 'article.release',
    note: 'required',
    out: true,
  },
} as const satisfies Record<string, Move>

export type ArticleMove = keyof typeof articleMoves
export const articleMoveNames = Object.keys(articleMoves) as ArticleMove[]

/** Whether this person may make this move, as far as the article decides it. */
export const canMove = (move: ArticleMove, article: Standing, who: { staffId: string }): boolean => {
  const rule: Move = articleMoves[move]
  const own = article.version.writers.includes(who.staffId)
  return rule.from.includes(stateOf(article)) && !(rule.fourEyes && own) && (!rule.out || article.out)
}

interface Standing {
  version: { state: VersionState; writers: string[] }
  withdrawnAt: Date | null
  /** Whether a version of it has been released. */
  out: boolean
}

/** Where an article stands: where its newest version does, unless it has been withdrawn. */
export const stateOf = ({ version, withdrawnAt }: Standing): ArticleState =>
  withdrawnAt ? 'withdrawn' : version.state

export type VersionState = 'draft' | 'submitted' | 'released'

export interface Quote {
  person: string
  office: string
  words: string
}

export interface Picture {
  key: string
  smallKey: string
}

/** What an article says. */
export interface Content {
  title: string
  body: string
  quotes: Quote[]
  picture: Picture | undefined
  pictureAlt: string
  /** Who agreed to be seen, and when. */
  pictureConsent: string
}

export interface Version extends Content {
  id: number
  articleId: number
  number: number
  state: VersionState
  changeNote: string
  authorId: string
  writers: string[]
  writtenAt: Date
  decidedAt: Date | null
  decisionNote: string | null
}

export interface Article {
  id: number
  officeId: number
  office: string
  officeName: string
  slug: string
  sourceKind: SourceKind
  sourceId: number | null
  facts: RecordedFacts
  factsAt: Date
  revision: number
  withdrawnAt: Date | null
  withdrawnWhy: string | null
  sample: boolean
}
