import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type Actor, type Bearer, holdRecord, type NewEntry } from '../../staff/index.ts'
import { dueDayOf } from '../clocks/queries.ts'
import { calendarWithout, startingClocks } from '../clocks/start-clocks.ts'
import { caseRecord, identityDigest, packed } from '../contents.ts'
import { marksOf } from '../duplicates/marks.ts'
import { complaintById } from '../queries.ts'
import { routeReport } from '../route-report.ts'
import { workflowOf } from './current-workflow.ts'
import type { Filed, Report } from './file-report.ts'
import { type factsForReport, insertReport } from './queries.ts'
import { regencyOf, takingOffice } from './suggest-office.ts'

export type Kept = Pick<Filed, 'complaintId' | 'office' | 'answerBy'>

/** The clock that a reporter is told of. */
export const firstAnswer = 'first-response'

export class SentTwice extends Conflict {
  constructor() {
    super('report.sent-twice')
  }
}

type Facts = Awaited<ReturnType<typeof factsForReport>>
type Writer = Pick<Actor, 'staffId' | 'officeId'> & { office?: Pick<Actor['office'], 'name'> }

/**
 * Gives a report its office, its clocks and its rows, and seals its words to that office and to the receipt.
 * @param sampleOf the moment at which a sample is said to have come; a real report comes now
 * @throws SentTwice when the receipt has one already
 */
export const keepReport = async (
  tx: Tx,
  house: House,
  report: Report,
  receipt: Bearer,
  facts: Facts,
  actor?: Writer,
  sampleOf?: Date,
): Promise<Kept> => {
  const id = report.id ?? randomUUID()
  const regency = regencyOf(report.originCode)
  const { rules, version } = await workflowOf(tx, facts.workflow)
  const routed = routeReport(rules.routing, { ...report, origin: regency })
  const owner = actor
    ? { id: actor.officeId, name: actor.office?.name ?? '' }
    : await takingOffice(tx, routed, report.originCode)
  const calendar = calendarWithout(facts.daysOff)
  const clocks = startingClocks(calendar, house.clock(), rules, 'received', report.problems)
  const isFirst = await insertReport(tx, {
    complaint: {
      id,
      owner_office_id: owner.id,
      channel: report.channel,
      reporter_role: report.role,
      anonymous: !report.identity?.reporterName && !report.identity?.reach,
      stage: report.stage,
      urgency: report.urgency,
      departs_on: report.departsOn,
      origin_code: report.originCode,
      destination: report.destination,
      routed_by: routed.ruleId,
      workflow_version: version,
    },
    lookup: receipt.lookup,
    handedOut: actor !== undefined,
    problems: report.problems,
    marks: report.identity ? marksOf(house.secret, report.identity, { ...report, regency }) : [],
    filed: {
      by: actor ? 'officer' : 'reporter',
      staff_id: actor?.staffId,
      detail: { rule: routed.ruleId },
      at: sampleOf,
    },
    clocks,
  })
  if (!isFirst) throw new SentTwice()
  const entries = entriesOf(report, actor, sampleOf)
  await holdRecord(tx, house.secret, caseRecord(id), owner.id, receipt, entries)
  const answerBy = clocks.find(({ clock }) => clock === firstAnswer)?.dueAt ?? null
  return { complaintId: id, office: owner.name, answerBy }
}

export const filedBefore = async (tx: Tx, complaintId: string): Promise<Kept> => ({
  complaintId,
  office: (await complaintById(tx, complaintId))!.owner,
  answerBy: (await dueDayOf(tx, complaintId, firstAnswer)) ?? null,
})

/** What is sealed, in the order in which it is read. */
const entriesOf = (
  { story, files = [], identity }: Report,
  actor: Writer | undefined,
  at: Date | undefined,
): NewEntry[] => {
  const author = { authorId: actor?.staffId, at }
  return [
    { kind: 'story', text: packed('story', { ...story, named: identityDigest(identity) }), ...author },
    ...files.map(file => ({ kind: 'file', text: packed('file', file), ...author })),
    ...(identity ? [{ kind: 'identity', text: packed('identity', identity), guarded: true, ...author }] : []),
  ]
}
