import type { Happened } from '../../complaints/clocks/clock-history.ts'
import type { ComplaintState } from '../../complaints/complaint.ts'
import { caseRecord, packed } from '../../complaints/contents.ts'
import type { OfferKind } from '../../complaints/custody/offer.ts'
import type { Happening } from '../../complaints/queries.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { writeEntry } from '../../staff/index.ts'
import type { Desk, Turn } from './story.ts'

/** Who is there: the offices by desk, and the people of each who work on cases, those who judge after them. */
export interface Cast {
  offices: Record<Desk, number>
  officers: Map<number, string[]>
  leaders: Map<number, string[]>
  /** What is said where a story says nothing of its own. */
  words: Record<string, string[]>
}

/** A case on its way through the year. */
export interface Scene {
  tx: Tx
  house: House
  cast: Cast
  id: string
  seed: number
  state: ComplaintState
  holder: number
  assignee: string | null
  ground: string | null
  closedAt: Date | null
  closedBy: string | null
  version: number
  history: Happened[]
  /** What is still to be written into the history: all at once, at the end. */
  happenings: Happening[]
  offer: { id: string; kind: OfferKind; from: number; to: number; answerBy: Date } | null
  /** Made beforehand where an offer is still open at the end: the case is sealed to it from the start. */
  openOfferId: string
}

/** What one deed does to the scene. */
export type Deed = (scene: Scene, turn: Turn, at: Date) => Promise<void>

export const officerAt = ({ cast, seed }: Scene, officeId: number): string => {
  const people = cast.officers.get(officeId) ?? []
  const person = people[seed % people.length]
  if (!person) throw new Error(`sample office ${officeId} has no case officer`)
  return person
}

/** The one who works on it at the office that holds it. */
export const officer = (scene: Scene) => ({
  by: 'officer' as const,
  staffId: scene.assignee ?? officerAt(scene, scene.holder),
  officeId: scene.holder,
})

export const reporter = { by: 'reporter' as const }

/** Writes it into the history, and into what the clocks are read from. */
export const tell = (scene: Scene, happening: Omit<Happening, 'complaintId' | 'at'>, at: Date) => {
  scene.happenings.push({ ...happening, complaintId: scene.id, at })
  scene.history.push({ at, deed: happening.deed, detail: happening.detail ?? {} })
}

/** Seals a message to the reporter or from them, dated then. @returns its id */
export const message = (scene: Scene, from: 'office' | 'reporter', text: string, at: Date) =>
  writeEntry(scene.tx, scene.house.secret, caseRecord(scene.id), {
    kind: 'message',
    text: packed('message', { from, text }),
    at,
    ...(from === 'office' && { authorId: officer(scene).staffId }),
  })

/** Seals a note that the offices keep to themselves. */
export const insideNote = (scene: Scene, text: string, at: Date) =>
  writeEntry(scene.tx, scene.house.secret, caseRecord(scene.id), {
    kind: 'note',
    text: packed('note', { text }),
    inside: true,
    at,
    authorId: officer(scene).staffId,
  })

/** The story's own words, or what is usually said. */
export const wordsOf = ({ cast, seed }: Scene, { text, deed, codes }: Turn): string => {
  const usual = cast.words[[deed, ...codes].join(' ')] ?? cast.words[deed]
  const words = text || usual?.[seed % usual.length]
  if (!words) throw new Error(`nothing is said at ${deed} ${codes.join(' ')}`)
  return words
}
