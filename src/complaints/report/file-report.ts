import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Actor } from '../../staff/index.ts'
import type { Channel, ReporterRole, Stage, Urgency } from '../complaint.ts'
import type { Content, Identity } from '../contents.ts'
import type { StoredFile } from '../files/keep-file.ts'
import { deriveInTurn } from './derive-in-turn.ts'
import { filedBefore, keepReport, SentTwice } from './keep-report.ts'
import { factsForReport } from './queries.ts'
import { receiptOfForm } from './receipt-of-form.ts'
import { keepWhatIsNew } from './sent-again.ts'

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
  story: Omit<Content<'story'>, 'named'>
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
 * report with one receipt; what was changed in between is added to it. @throws Conflict when no office can take it yet
 */
export const fileReport = async (house: House, formId: string, report: Report): Promise<Filed> => {
  const receipt = receiptOfForm(house.secret, formId)
  const opened = await deriveInTurn(house.secret, receipt, 'report')
  const file = () =>
    house.db.asReporter(opened.lookup.toString('hex'), async tx => {
      const facts = await factsForReport(tx, opened.lookup)
      if (facts.filedAs) {
        await keepWhatIsNew(tx, house, facts.filedAs, report, opened)
        return { ...(await filedBefore(tx, facts.filedAs)), receipt, isNew: false }
      }
      return { ...(await keepReport(tx, house, report, opened, facts)), receipt, isNew: true }
    })
  // Sent twice at the same moment: the other one has just been kept, and is found now.
  return file().catch(error => {
    if (error instanceof SentTwice || error.constraint === 'complaints_pkey') return file()
    throw error.constraint === 'complaints_origin_code_fkey' ? new UnknownRegion() : error
  })
}

/** The place a worker comes from is none that exists. */
export class UnknownRegion extends Error {}

/**
 * Takes a report that a member of staff writes down; its receipt has to be changed at the first use. In two parts, so that no
 * transaction waits for a derivation.
 * @returns what keeps it, in the transaction of the one who writes
 */
export const takeDownReport = async (house: House, actor: Actor, formId: string, report: Report) => {
  const receipt = receiptOfForm(house.secret, formId)
  const opened = await deriveInTurn(house.secret, receipt, 'report')
  return async (tx: Tx): Promise<Filed> => {
    const facts = await factsForReport(tx, opened.lookup)
    return { ...(await keepReport(tx, house, report, opened, facts, actor)), receipt, isNew: true }
  }
}
