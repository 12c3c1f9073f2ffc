import type { Permission } from '../../staff/index.ts'
import type { Captions } from '../captions/caption.ts'
import type { Pictured } from '../consents/consent.ts'
import type { RadioTexts } from '../variant.ts'

export const versionStates = ['draft', 'submitted', 'approved', 'returned'] as const
export type VersionState = (typeof versionStates)[number]

interface Move {
  from: readonly VersionState[]
  to: VersionState
  may: Permission
  note: 'none' | 'required'
}

/** The only ways a version changes state. Whoever decides is never its author (four eyes). An approved version is final. */
export const versionMoves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', may: 'material.write', note: 'none' },
  approve: { from: ['submitted'], to: 'approved', may: 'material.decide', note: 'none' },
  return: { from: ['submitted'], to: 'returned', may: 'material.decide', note: 'required' },
} as const satisfies Record<string, Move>

export type VersionMove = keyof typeof versionMoves

/** Whether this person may make this move on a version in this state. */
export const canMove = (
  move: VersionMove,
  version: { state: VersionState; authorId: string },
  who: { staffId: string },
): boolean => {
  const { from, may } = versionMoves[move]
  const asAuthor = version.authorId === who.staffId
  return (from as readonly VersionState[]).includes(version.state) && (may === 'material.write' || !asAuthor)
}

/** A version that is still its author's to change. Later changes make the next version. */
export const isOpen = (state: VersionState) => state === 'draft' || state === 'returned'

export const edges = ['bottom', 'top'] as const
export const fits = ['cover', 'contain'] as const

interface Words {
  design: string
  /** A code of ISO 639, see `language.ts`. */
  language: string
  /** What is read on the radio; empty where the poster's words are. */
  radio: RadioTexts
  headline: string
  points: string[]
  callToAction: string
  /** What stands on a channel that has no words of its own. */
  caption: string
  altText: string
  artwork: { key: string; edge: (typeof edges)[number]; fit: (typeof fits)[number] } | undefined
}

interface Terms {
  /** Own words for a channel. */
  captions: Captions
  /** ISO days; outside them its duties stop and its links show the successor. */
  validFrom: string | null
  validUntil: string | null
  /** The native speaker who supplied the words of a regional language. */
  speaker: string
}

export interface VersionContent extends Words, Partial<Terms> {}

export interface Version extends Words, Terms {
  id: number
  materialId: number
  number: number
  /** Counts each rewriting while it is open. */
  edition: number
  state: VersionState
  /** What its author says of the picture; nothing yet when null. */
  pictured: Pictured | null
  authorId: string
  decidedAt: Date | null
  decisionNote: string | null
  writtenAt: Date
}

export interface Material {
  id: number
  officeId: number
  title: string
  tags: string[]
}
