import { letterHead, nextSerial } from '../../complaints/index.ts'
import { officesById } from '../../offices/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { ownersOf } from '../plan/queries.ts'
import { letterNumberOf } from './letter-number.ts'
import type { DaySpan, Period } from './period.ts'
import { picturesFor } from './pictures.ts'
import {
  addressEdition,
  type Edition,
  editionOfErrand,
  insertEdition,
  lastNumber,
  lockCampaign,
} from './queries.ts'
import { fingerprint, type Letterhead, recapOf } from './recap.ts'
import { recapCsv } from './recap-csv.ts'
import { recapLetter } from './recap-letter.ts'
import { recapSheets } from './recap-sheets.ts'

export interface EditionOrder {
  campaignId: number
  period: Period
  span: DaySpan
  officeId: number
  /** Nobody: by the calendar. */
  madeBy: string | null
  errandId: string | null
}

const language = languages.id

/**
 * Makes an edition of a campaign's recap: the figures are frozen at this moment, all files are made from them alone, and the next
 * number is theirs. Whoever is to have the recaps is written a letter.
 * @returns the edition; the one there is when this errand made it before
 */
export const keepEdition = async (house: House, tx: Tx, order: EditionOrder): Promise<Edition> => {
  const { campaignId, period, span, officeId, madeBy, errandId } = order
  await lockCampaign(tx, campaignId)
  const made = errandId ? await editionOfErrand(tx, errandId) : undefined
  if (made) return made
  const now = house.clock()
  const { letterhead, logo } = await headOf(house, tx, order, now)
  const recap = await recapOf(tx, { campaignId, period, span, letterhead }, language, now)
  const content = JSON.stringify(recap)
  const hash = fingerprint(content)
  const pictures = await picturesFor(house, recap)
  const { files } = house
  const edition = {
    campaignId,
    number: letterhead.number,
    period,
    startsOn: String(span.from),
    endsOn: String(span.to),
    asOf: toDate(now),
    letterNumber: letterhead.letterNumber,
    officeId,
    hash,
    pdfKey: await files.put(recapLetter(recap, hash, language, { ...pictures, ...(logo && { logo }) })),
    xlsxKey: await files.put(await recapSheets(recap, hash, language.t)),
    csvKey: await files.put(recapCsv(recap, language.t)),
    madeBy,
  }
  const id = await insertEdition(tx, { ...edition, content, errandId })
  await addressEdition(tx, id, campaignId)
  return { id, ...edition }
}

const headOf = async (
  house: House,
  tx: Tx,
  { campaignId, officeId }: EditionOrder,
  now: Temporal.Instant,
): Promise<{ letterhead: Letterhead; logo: Uint8Array | undefined }> => {
  const day = dayOf(now)
  const { office, logo } = await letterHead(house, tx, officeId)
  const [writer, ...others] = await inOrder(tx, officeId, await ownersOf(tx, campaignId))
  const serial = await nextSerial(tx, officeId, day.year)
  const letterhead = {
    number: (await lastNumber(tx, campaignId)) + 1,
    letterNumber: letterNumberOf(serial, writer!.shortName, day),
    head: office,
    copies: [...others.map(({ name }) => name), language.t('recap.archive')],
  }
  return { letterhead, logo }
}

/** The office that writes, then the other owners, who get a copy. */
const inOrder = async (tx: Tx, officeId: number, owners: number[]) => {
  const offices = await officesById(tx, [...new Set([officeId, ...owners])])
  return offices.toSorted((a, b) => Number(b.id === officeId) - Number(a.id === officeId))
}
