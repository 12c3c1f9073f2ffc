import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import type { Permission } from '../../staff/index.ts'

/** What the public is told and officers keep: each kind is one document in versions. */
export const guidanceKinds = [
  'offer-rules',
  'plausibility',
  'procedural-route',
  'safety',
  'complaint-workflow',
  'screening',
] as const
export type GuidanceKind = (typeof guidanceKinds)[number]

export const guidanceStates = ['draft', 'submitted', 'released', 'returned'] as const
export type GuidanceState = (typeof guidanceStates)[number]

/** One version of a kind. Nobody's (no author): the one that came with the program. */
export interface Version {
  id: number
  kind: GuidanceKind
  number: number
  state: GuidanceState
  body: unknown
  changeNote: string
  authorId: string | null
  writtenAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  decisionNote: string | null
  /** The version its author began from. */
  basedOn: number | null
}

interface Move {
  from: readonly GuidanceState[]
  to: GuidanceState
  may: Permission
  by: 'author' | 'colleague'
}

/** The only ways a version changes state. Whoever decides is never its author (four eyes). A released version is final. */
export const guidanceMoves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', may: 'guidance.write', by: 'author' },
  release: { from: ['submitted'], to: 'released', may: 'guidance.decide', by: 'colleague' },
  return: { from: ['submitted'], to: 'returned', may: 'guidance.decide', by: 'colleague' },
} as const satisfies Record<string, Move>

export type GuidanceMove = keyof typeof guidanceMoves

/** Whether this person may make this move on a version in this state. */
export const canMove = (
  move: GuidanceMove,
  version: Pick<Version, 'state' | 'authorId'>,
  who: { staffId: string },
): boolean => {
  const { from, by } = guidanceMoves[move]
  const asAuthor = version.authorId === who.staffId
  return (from as readonly GuidanceState[]).includes(version.state) && (by === 'author') === asAuthor
}

/** A version that is still its author's to change. */
export const isOpen = (state: GuidanceState) => state === 'draft' || state === 'returned'

/** The first version of a kind, as it comes with the program. */
export const shippedGuidance = (kind: GuidanceKind): unknown =>
  JSON.parse(readFileSync(join(root, 'db/content', `${kind}.json`), 'utf8'))
