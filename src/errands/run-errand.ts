import { drawKit, fingerprint, recapLetter, recapOf, recapSheets } from '../campaigns/index.ts'
import { loadRegions } from '../offices/index.ts'
import type { JsonObject } from '../platform/database/tables.ts'
import type { House } from '../platform/house.ts'
import { languages } from '../platform/i18n/language.tsx'
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

const carryOut = async (
  house: House,
  { kind, campaignId }: { kind: string; campaignId: number | null },
  progress: Progress,
): Promise<JsonObject> => {
  if (campaignId === null) return { regions: await loadRegions(house.db, progress) }
  return kind === 'kit' ? drawKit(house, campaignId, progress) : makeRecap(house, campaignId, progress)
}

/** Freezes the figures, then makes both files from them. */
const makeRecap = async ({ db, files, clock }: House, campaignId: number, progress: Progress) => {
  const language = languages.id
  await progress(0, 3)
  const recap = await db.asJob(tx => recapOf(tx, campaignId, language, clock()))
  await progress(1, 3)
  const pdf = await files.put(recapLetter(recap, language))
  await progress(2, 3)
  const xlsx = await files.put(await recapSheets(recap, language.t))
  await progress(3, 3)
  return { pdf, xlsx, asOf: recap.asOf, sentence: recap.sentence, hash: fingerprint(recap) }
}
