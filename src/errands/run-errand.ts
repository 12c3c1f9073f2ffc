import { drawKit, makeEdition, type Period } from '../campaigns/index.ts'
import { loadRegions } from '../offices/index.ts'
import type { JsonObject } from '../platform/database/tables.ts'
import type { House } from '../platform/house.ts'
import { errandById, finishErrand, noteProgress, unfinishedErrands } from './queries.ts'

export const errandQueue = 'errand'

/** Takes up errands, those left by an earlier run of the program first. */
export const startErrands = async (house: House): Promise<void> => {
  await house.jobs.work<{ id: string }>(errandQueue, ({ id }) => runErrand(house, id))
  for (const { id } of await house.db.asJob(unfinishedErrands)) await house.jobs.send(errandQueue, { id }, id)
}

const runErrand = async (house: House, id: string) => {
  const { db } = house
  const errand = await db.asJob(tx => errandById(tx, id))
  if (!errand || errand.state === 'done') return
  const progress = async (done: number, total: number) => {
    await db.asJob(tx => noteProgress(tx, id, done, total))
  }
  try {
    const result = await carryOut(house, errand, progress)
    await db.asJob(tx => finishErrand(tx, id, 'done', result))
  } catch (error) {
    await db.asJob(tx => finishErrand(tx, id, 'failed', {}))
    throw error
  }
}

type Progress = (done: number, total: number) => Promise<void>

interface Errand {
  id: string
  kind: string
  campaignId: number | null
  officeId: number
  askedBy: string
  result: unknown
}

const carryOut = async (house: House, errand: Errand, progress: Progress): Promise<JsonObject> => {
  const { kind, campaignId } = errand
  if (campaignId === null) return { regions: await loadRegions(house.db, progress) }
  return kind === 'kit'
    ? drawKit(house, campaignId, progress)
    : makeRecap(house, campaignId, errand, progress)
}

/** Freezes the figures and keeps them with all files made from them; taken up again, it makes no second edition. */
const makeRecap = async (house: House, campaignId: number, errand: Errand, progress: Progress) => {
  const { period = 'whole' } = errand.result as { period?: Period }
  const { officeId, askedBy, id } = errand
  await progress(0, 1)
  const edition = await makeEdition(house, { campaignId, period, officeId, askedBy, errandId: id })
  await progress(1, 1)
  const { pdfKey: pdf, xlsxKey: xlsx, asOf, sentence, hash } = edition
  return { edition: edition.id, pdf, xlsx, asOf, sentence, hash }
}
