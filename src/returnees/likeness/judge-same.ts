import type { Tx } from '../../platform/database/database.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { returneeById, settleState, updateCodes } from '../register/queries.ts'
import { keepReturneeVerdict, lockReturneePair, sameReturnees } from './queries.ts'

export const verdicts = ['same', 'not-same'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * Says of two records whether they are one person; it is remembered for both offices. When both are this office's, the later
 * record steps back behind the earlier one, which takes over its needs, skills and wishes; "not the same" brings it back.
 * @param was what the judge saw: nothing, or an earlier verdict that is revised
 * @throws NotFound when the pair was not found or the record is not this office's; Conflict when somebody judged it meanwhile
 */
export const judgeSame = async (
  tx: Tx,
  actor: Actor,
  id: string,
  other: string,
  verdict: Verdict,
  was: Verdict | null,
): Promise<void> => {
  await lockReturneePair(tx, id, other)
  const mine = await returneeById(tx, id)
  const found = (await sameReturnees(tx, id)).find(one => one.other === other)
  if (mine?.ownerOfficeId !== actor.officeId || !found) throw new NotFound()
  if (!(await keepReturneeVerdict(tx, { one: id, other, verdict, was }, actor)))
    throw new Conflict('duplicates.judged-already')
  if (!found.own) return
  const theirs = (await returneeById(tx, other))!
  const [earlier, later] = mine.number < theirs.number ? [mine, theirs] : [theirs, mine]
  if (verdict === 'same' && earlier.state === 'active' && later.state === 'active')
    await stepBack(tx, earlier, later)
  if (verdict === 'not-same' && later.sameAs === earlier.id)
    await settleState(tx, later.id, 'same', { state: 'active', sameAs: null })
}

type Row = NonNullable<Awaited<ReturnType<typeof returneeById>>>

const stepBack = async (tx: Tx, earlier: Row, later: Row) => {
  await settleState(tx, later.id, 'active', { state: 'same', sameAs: earlier.id })
  const both = (one: readonly string[], more: readonly string[]) => [...new Set([...one, ...more])]
  const joined = {
    ...earlier,
    originCode: earlier.originCode ?? later.originCode,
    destination: earlier.destination ?? later.destination,
    sector: earlier.sector ?? later.sector,
    sex: earlier.sex ?? later.sex,
    ageBand: earlier.ageBand ?? later.ageBand,
    returnedMonth: earlier.returnedMonth ?? later.returnedMonth,
    wayBack: earlier.wayBack ?? later.wayBack,
    needs: both(earlier.needs, later.needs),
    skills: both(earlier.skills, later.skills),
    wishes: both(earlier.wishes, later.wishes),
  }
  if (!(await updateCodes(tx, earlier.id, joined, earlier.version)))
    throw new Conflict('complaint.changed-meanwhile')
}
