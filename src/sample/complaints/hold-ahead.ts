import { caseRecord } from '../../complaints/contents.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { officeHolder } from '../../staff/keys/holders.ts'
import { insertHolder } from '../../staff/keys/record-queries.ts'
import { deskOf } from './custody.ts'
import type { Cast, Scene } from './scene.ts'
import type { Turn } from './story.ts'

/**
 * Lets in, before the first word is sealed, whoever will hold the case or have it shared: so that every entry is sealed to them
 * as it is written, as an accepted offer would have done later. An offer still open holds it behind its lid.
 */
export const holdAhead = async (
  tx: Tx,
  { secret }: House,
  { id, cast, openOfferId }: Pick<Scene, 'id' | 'cast' | 'openOfferId'>,
  turns: readonly Turn[],
  first: number | undefined,
  moments: readonly Date[],
): Promise<void> => {
  const record = caseRecord(id)
  const inside = new Set([first])
  for (const { office, taken } of receivers(cast, turns)) {
    if (taken === 'no' || inside.has(office)) continue
    inside.add(office)
    await insertHolder(tx, record, {
      ...officeHolder(secret, record, office),
      ...(taken === undefined ? { offer_id: openOfferId } : { since: moments[taken + 1]! }),
    })
  }
}

/** Whether an office that gives the case away gets it back later. */
export const comesBack = (cast: Cast, office: number, later: readonly Turn[]) =>
  receivers(cast, later).some(receiver => receiver.office === office && receiver.taken !== 'no')

/** Each office that is offered the case: the turn in which it accepts, nothing while that is open, or no. */
const receivers = (cast: Cast, turns: readonly Turn[]) =>
  turns.flatMap(({ deed, codes }, place) => {
    if (deed !== 'give' && deed !== 'share') return []
    const answer = turns.findIndex((turn, later) => later > place && answers.includes(turn.deed))
    const taken = answer < 0 ? undefined : turns[answer]!.deed === 'taken' ? answer : ('no' as const)
    return [{ office: cast.offices[deskOf(codes[0])], taken }]
  })

const answers = ['taken', 'refused', 'lapsed']
