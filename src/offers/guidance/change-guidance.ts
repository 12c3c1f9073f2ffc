import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Actor, may } from '../../staff/index.ts'
import { type Clash, merge } from './compare.ts'
import type { Json } from './document.ts'
import {
  canMove,
  type GuidanceKind,
  type GuidanceMove,
  guidanceMoves,
  isOpen,
  type Version,
} from './guidance.ts'
import { rulesOf } from './kinds.ts'
import { problemsOf } from './problems.ts'
import {
  currentGuidance,
  insertDraft,
  lockKind,
  moveVersion,
  openVersion,
  rebaseDraft,
  rewriteDraft,
  versionById,
  versionByNumber,
} from './queries.ts'

/** What this author works on: the own open version, or the one that speaks now, of which the first change makes a copy. */
export interface Working {
  body: Json
  /** Absent until something is changed. */
  draft: Version | undefined
  current: { id: number; number: number; body: Json }
  /** Somebody else's version was released after this draft began. */
  behind: boolean
}

/** @throws NotFound when no version of the kind was ever released */
export const workingCopy = async (
  tx: Tx,
  actor: Pick<Actor, 'staffId'>,
  kind: GuidanceKind,
): Promise<Working> => {
  const released = await currentGuidance(tx, kind)
  if (!released) throw new NotFound()
  const current = { id: released.id, number: released.number, body: released.body as Json }
  const draft = await openVersion(tx, kind, actor.staffId)
  return {
    body: (draft?.body ?? current.body) as Json,
    draft,
    current,
    behind: draft !== undefined && draft.basedOn !== current.id,
  }
}

/**
 * Changes the author's working copy; the first change makes one.
 * @param change gives the new document; the copy is held meanwhile, so that two windows of one author do not cross
 * @throws Conflict while a colleague has the copy before them
 */
export const changeDraft = async (
  tx: Tx,
  actor: Actor,
  kind: GuidanceKind,
  note: string,
  change: (working: Working) => Json,
): Promise<void> => {
  await lockKind(tx, kind)
  const working = await workingCopy(tx, actor, kind)
  const { draft, current } = working
  if (draft && !isOpen(draft.state)) throw new Conflict('guidance.with-colleague')
  const body = change(working)
  if (!draft) {
    await insertDraft(tx, { kind, body, changeNote: note, authorId: actor.staffId, basedOn: current.id })
    return
  }
  if (!(await rewriteDraft(tx, draft.id, body, draft.changeNote)))
    throw new Conflict('guidance.changed-meanwhile')
}

/**
 * Makes a move on a version: send it to a colleague, release it, return it with a note.
 * @throws NotFound for a move that is not this person's, Conflict when it was decided meanwhile, is the author's own to
 * decide, fails its checks, or began from a version that no longer speaks
 */
export const moveGuidance = async (
  tx: Tx,
  actor: Actor,
  kind: GuidanceKind,
  number: number,
  move: GuidanceMove,
  note?: string,
): Promise<void> => {
  await lockKind(tx, kind)
  const version = await versionByNumber(tx, kind, number)
  if (!version || !may(actor, guidanceMoves[move].may)) throw new NotFound()
  if (!canMove(move, version, actor))
    throw new Conflict(
      version.authorId === actor.staffId ? 'guidance.four-eyes' : 'guidance.changed-meanwhile',
    )
  if (move !== 'return') await mayGoOn(tx, version)
  const { from, to } = guidanceMoves[move]
  const set =
    to === 'submitted'
      ? { state: to, ...(note && { changeNote: note }) }
      : { state: to, decidedBy: actor.staffId, ...(note && { note }) }
  if (!(await moveVersion(tx, version.id, from, set))) throw new Conflict('guidance.changed-meanwhile')
}

const mayGoOn = async (tx: Tx, version: Version) => {
  const current = await currentGuidance(tx, version.kind)
  if (version.basedOn !== current?.id) throw new Conflict('guidance.behind')
  if (problemsOf(rulesOf(version.kind), version.body as Json).length > 0)
    throw new Conflict('guidance.has-problems')
}

/** What comes of bringing a draft onto the version that speaks now. */
export const mergedWith = async (
  tx: Tx,
  { draft, current }: Working,
  choose?: (clash: Clash) => 'mine' | 'theirs',
) => {
  const base = draft?.basedOn ? await versionById(tx, draft.basedOn) : undefined
  return merge(base?.body as Json, draft?.body as Json, current.body, choose)
}

/**
 * Brings the author's draft onto the version that speaks now.
 * @param onto the version that the author had before them when choosing
 * @param choose which side stands where both changed the same thing
 * @throws Conflict when yet another version was released meanwhile
 */
export const mergeDraft = async (
  tx: Tx,
  actor: Actor,
  kind: GuidanceKind,
  onto: number,
  choose: (clash: Clash) => 'mine' | 'theirs',
): Promise<void> => {
  await lockKind(tx, kind)
  const working = await workingCopy(tx, actor, kind)
  const { draft, current } = working
  if (!draft || !isOpen(draft.state) || current.id !== onto) throw new Conflict('guidance.changed-meanwhile')
  const { body } = await mergedWith(tx, working, choose)
  await rewriteDraft(tx, draft.id, body, draft.changeNote)
  await rebaseDraft(tx, draft, current.id)
}
