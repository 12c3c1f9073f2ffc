import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { deriveReceipt } from '../../platform/vault/index.ts'
import { type Actor, type Bearer, holdRecord, writeEntry } from '../../staff/index.ts'
import { startClocks } from '../clocks/start-clocks.ts'
import type { Channel, ReporterRole, Stage, Urgency } from '../complaint.ts'
import { type Content, caseRecord, type Identity, packed } from '../contents.ts'
import { marksOf } from '../duplicates/marks.ts'
import { type StoredFile, writeFileEntry } from '../files/keep-file.ts'
import {
  complaintOfReceipt,
  insertComplaint,
  insertHappening,
  insertMarks,
  insertProblems,
  insertReceipt,
} from '../queries.ts'
import { routeReport } from '../route-report.ts'
import { currentWorkflow } from './current-workflow.ts'
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
}

/**
 * Takes a report from the public: on disk, sealed and with an owner before it is acknowledged. The same form sent twice is one
 * report with one receipt. @throws Conflict when no office can take it yet
 */
export const fileReport = async (house: House, formId: string, report: Report): Promise<Filed> => {
  const receipt = receiptOfForm(house.secret, formId)
  const opened = await deriveReceipt(house.secret, receipt)
  return house.db.asReporter(opened.lookup.toString('hex'), async tx => {
    const before = await complaintOfReceipt(tx, opened.lookup)
    if (before) return { complaintId: before.complaintId, receipt, isNew: false }
    const id = await keepReport(tx, house, report, opened, undefined)
    return { complaintId: id, receipt, isNew: true }
  })
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
  const opened = await deriveReceipt(house.secret, receipt)
  const id = await keepReport(tx, house, report, opened, actor)
  return { complaintId: id, receipt, isNew: true }
}

type Writer = Pick<Actor, 'staffId' | 'officeId'>

/** @param sampleOf the moment at which a sample is said to have come; a real report comes now */
export const keepReport = async (
  tx: Tx,
  house: House,
  report: Report,
  receipt: Bearer,
  actor: Writer | undefined,
  sampleOf?: Date,
): Promise<string> => {
  const id = report.id ?? randomUUID()
  const { rules, version } = await currentWorkflow(tx)
  const routed = routeReport(rules.routing, { ...report, origin: regencyOf(report.originCode) })
  const ownerOfficeId = actor?.officeId ?? (await takingOffice(tx, routed, report.originCode))
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
  if (!(await insertReceipt(tx, receipt.lookup, id, actor !== undefined)))
    throw new Conflict('report.sent-twice')
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
  await startClocks(tx, house.clock(), rules, id, 'received', { problems: report.problems })
  return id
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
  await insertMarks(tx, id, marksOf(house.secret, report.identity, regencyOf(report.originCode)))
}
