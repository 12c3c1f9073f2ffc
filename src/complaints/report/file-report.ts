import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type Actor, type Bearer, holdRecord, writeEntry } from '../../staff/index.ts'
import { dueDayOf } from '../clocks/queries.ts'
import { startClocks } from '../clocks/start-clocks.ts'
import type { Channel, ReporterRole, Stage, Urgency } from '../complaint.ts'
import { type Content, caseRecord, type Identity, packed } from '../contents.ts'
import { marksOf } from '../duplicates/marks.ts'
import { type StoredFile, writeFileEntry } from '../files/keep-file.ts'
import { complaintById, insertHappening } from '../queries.ts'
import { routeReport } from '../route-report.ts'
import { currentWorkflow } from './current-workflow.ts'
import { deriveInTurn } from './derive-in-turn.ts'
import { complaintOfReceipt, insertComplaint, insertMarks, insertProblems, insertReceipt } from './queries.ts'
import { receiptOfForm } from './receipt-of-form.ts'
import { regencyOf, takingOffice } from './suggest-office.ts'

export interface Report {
  /** Made beforehand where files are sealed to it already. */
  id?: string
  /** Sealed and on the disk before the report is acknowledged. */
  files?: readonly StoredFile[]
  channel: Channel
  role: ReporterRole
  stage: Stage
  urgency: Urgency
  departsOn: string | null
  originCode: string | null
  destination: string | null
  problems: readonly string[]
  story: Content<'story'>
  /** Nothing at all when the reporter gave nothing by which anybody may be recognised. */
  identity: Identity | undefined
}

export interface Filed {
  complaintId: string
  /** 18 digits, shown once. */
  receipt: string
  /** False when the same form had brought it before. */
  isNew: boolean
  /** Who holds it. */
  office: string
  /** The end of the day by which the first answer is due. */
  answerBy: Date | null
}

/**
 * Takes a report from the public: on disk, sealed and with an owner before it is acknowledged. The same form sent twice is one
 * report with one receipt. @throws Conflict when no office can take it yet
 */
export const fileReport = async (house: House, formId: string, report: Report): Promise<Filed> => {
  const receipt = receiptOfForm(house.secret, formId)
  const opened = await deriveInTurn(house.secret, receipt, 'report')
  const file = () =>
    house.db.asReporter(opened.lookup.toString('hex'), async tx => {
      const before = await complaintOfReceipt(tx, opened.lookup)
      if (before) return { ...(await filedBefore(tx, before.complaintId)), receipt, isNew: false }
      return { ...(await keepReport(tx, house, report, opened, undefined)), receipt, isNew: true }
    })
  // Sent twice at the same moment: the other one has just been kept, and is found now.
  return file().catch(error => {
    if (error instanceof SentTwice) return file()
    throw error.constraint === 'complaints_origin_code_fkey' ? new UnknownRegion() : error
  })
}

/** The place a worker comes from is none that exists. */
export class UnknownRegion extends Error {}

class SentTwice extends Conflict {
  constructor() {
    super('report.sent-twice')
  }
}

/** Takes a report that a member of staff writes down; its receipt has to be changed at the first use. */
export const takeDownReport = async (
  house: House,
  tx: Tx,
  actor: Actor,
  formId: string,
  report: Report,
): Promise<Filed> => {
  const receipt = receiptOfForm(house.secret, formId)
  const opened = await deriveInTurn(house.secret, receipt, 'report')
  return { ...(await keepReport(tx, house, report, opened, actor)), receipt, isNew: true }
}

type Kept = Pick<Filed, 'complaintId' | 'office' | 'answerBy'>

export const filedBefore = async (tx: Tx, complaintId: string): Promise<Kept> => ({
  complaintId,
  office: (await complaintById(tx, complaintId))!.owner,
  answerBy: (await dueDayOf(tx, complaintId, firstAnswer)) ?? null,
})

const firstAnswer = 'first-response'

type Writer = Pick<Actor, 'staffId' | 'officeId'> & { office?: Pick<Actor['office'], 'name'> }

/** @param sampleOf the moment at which a sample is said to have come; a real report comes now */
export const keepReport = async (
  tx: Tx,
  house: House,
  report: Report,
  receipt: Bearer,
  actor: Writer | undefined,
  sampleOf?: Date,
): Promise<Kept> => {
  const id = report.id ?? randomUUID()
  const { rules, version } = await currentWorkflow(tx)
  const routed = routeReport(rules.routing, { ...report, origin: regencyOf(report.originCode) })
  const owner = actor
    ? { id: actor.officeId, name: actor.office?.name ?? '' }
    : await takingOffice(tx, routed, report.originCode)
  const ownerOfficeId = owner.id
  await insertComplaint(tx, {
    id,
    ownerOfficeId,
    channel: report.channel,
    reporterRole: report.role,
    anonymous: !report.identity?.reporterName && !report.identity?.reach,
    stage: report.stage,
    urgency: report.urgency,
    departsOn: report.departsOn,
    originCode: report.originCode,
    destination: report.destination,
    routedBy: routed.ruleId,
    workflowVersion: version,
    sampleOf,
  })
  if (!(await insertReceipt(tx, receipt.lookup, id, actor !== undefined))) throw new SentTwice()
  await holdRecord(tx, house.secret, caseRecord(id), ownerOfficeId, receipt)
  await insertProblems(tx, id, report.problems)
  await sealReport(tx, house, id, report, actor, sampleOf)
  await insertHappening(tx, {
    complaintId: id,
    by: actor ? 'officer' : 'reporter',
    staffId: actor?.staffId,
    officeId: ownerOfficeId,
    deed: 'filed',
    to: 'received',
    detail: { rule: routed.ruleId },
    at: sampleOf,
  })
  const clocks = await startClocks(tx, house.clock(), rules, id, 'received', { problems: report.problems })
  const answerBy = clocks.find(({ clock }) => clock === firstAnswer)?.dueAt ?? null
  return { complaintId: id, office: owner.name, answerBy }
}

const sealReport = async (
  tx: Tx,
  house: House,
  id: string,
  report: Report,
  actor: Writer | undefined,
  at: Date | undefined,
) => {
  const author = { ...(actor && { authorId: actor.staffId }), at }
  const record = caseRecord(id)
  await writeEntry(tx, house.secret, record, {
    kind: 'story',
    text: packed('story', report.story),
    ...author,
  })
  for (const file of report.files ?? []) await writeFileEntry(tx, house, id, file, actor?.staffId)
  if (!report.identity) return
  await writeEntry(tx, house.secret, record, {
    kind: 'identity',
    text: packed('identity', report.identity),
    guarded: true,
    ...author,
    // A moment later: entries come back in the order of their writing.
    at: at && new Date(at.getTime() + 1),
  })
  const beside = { ...report, regency: regencyOf(report.originCode) }
  await insertMarks(tx, id, marksOf(house.secret, report.identity, beside))
}
