import type { Tx } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { keepClocks } from '../clocks/keep-clocks.ts'
import { heldCase } from '../custody/make-offer.ts'
import { complaintById } from '../queries.ts'
import { note } from './deeds.ts'
import { replaceProblems, saveTriage } from './triage-queries.ts'

/** What officers find out about a case, in the clear: codes, regions and days. */
export interface Triage {
  problems: string[]
  procedural: string
  stage: string
  urgency: string
  departsOn: string
  originCode: string
  destination: string
  sector: string
  siskop2mi: string
  sp4n: string
  peduliWni: string
}

export const triageFields = [
  'problems',
  'procedural',
  'stage',
  'urgency',
  'departsOn',
  'originCode',
  'destination',
  'sector',
  'siskop2mi',
  'sp4n',
  'peduliWni',
] as const satisfies (keyof Triage)[]

export const outsideNumbers = ['siskop2mi', 'sp4n', 'peduliWni'] as const

/** The case as its triage form would show it. */
export const triageOf = (complaint: NonNullable<Awaited<ReturnType<typeof complaintById>>>): Triage => {
  const outside = complaint.outsideNumbers as Record<string, string>
  return {
    problems: complaint.problems ?? [],
    procedural: complaint.procedural,
    stage: complaint.stage,
    urgency: complaint.urgency,
    departsOn: complaint.departsOn ?? '',
    originCode: complaint.originCode ?? '',
    destination: complaint.destination ?? '',
    sector: complaint.sector ?? '',
    siskop2mi: outside.siskop2mi ?? '',
    sp4n: outside.sp4n ?? '',
    peduliWni: outside.peduliWni ?? '',
  }
}

const same = (a: Triage, b: Triage, field: keyof Triage) => String(a[field]) === String(b[field])

/** Two who began from the same findings: what both may keep, and where one of them has to choose. */
export interface Clash {
  fields: (keyof Triage)[]
  now: Triage
  /** Everything the second wrote, with what a colleague changed where the second left it as it was. */
  merged: Triage
}

/** Lays what an officer wrote over what stands now. @param base what the officer saw when beginning to write */
export const layOver = (base: Triage, now: Triage, next: Triage): Clash => ({
  fields: triageFields.filter(
    field => !same(now, base, field) && !same(next, base, field) && !same(next, now, field),
  ),
  now,
  merged: Object.fromEntries(
    triageFields.map(field => [field, same(next, base, field) ? now[field] : next[field]]),
  ) as unknown as Triage,
})

/**
 * Saves what an officer found out. What a colleague changed meanwhile stays, unless both changed the same.
 * @returns nothing when it is saved; otherwise where both differ, so that the officer can choose. @throws NotFound
 */
export const saveFindings = async (
  tx: Tx,
  actor: Actor,
  id: string,
  base: Triage,
  next: Triage,
): Promise<Clash | undefined> => {
  await heldCase(tx, actor, id)
  const complaint = await complaintById(tx, id)
  if (!complaint) throw new NotFound()
  const clash = layOver(base, triageOf(complaint), next)
  if (clash.fields.length > 0) return clash
  const { now, merged } = clash
  const changed = triageFields.filter(field => !same(now, merged, field))
  if (changed.length === 0) return undefined
  await saveTriage(tx, id, merged)
  await replaceProblems(tx, id, merged.problems)
  await note(tx, actor, id, 'triage', { fields: changed.join(' ') })
  if (!now.problems.includes('trafficking') && merged.problems.includes('trafficking'))
    await note(tx, actor, id, 'trafficking-indicated')
  await keepClocks(tx, id)
  return undefined
}
