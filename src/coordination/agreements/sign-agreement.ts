import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { mustBeSeen } from '../follow-ups/ask-follow-up.ts'
import { partnerOffices } from '../meetings/queries.ts'
import { canonicalText, hashOf } from './agreement.ts'
import {
  agreementById,
  insertAgreement,
  insertAgreementVersion,
  insertSignature,
  lockAgreement,
  partiesOf,
  versionsOf,
} from './queries.ts'

type Clocked = Pick<House, 'clock'>

export interface Draft {
  title: string
  body: string
}

/**
 * Drafts an agreement between offices, the own one among them.
 * @returns its id. @throws NotFound for a party that this office does not work with
 */
export const draftAgreement = async (
  house: Clocked,
  tx: Tx,
  actor: Actor,
  draft: Draft & { parties: number[]; meetingId: number | null; blockId: number | null },
  sample = false,
): Promise<number> => {
  const parties = [...new Set([actor.officeId, ...draft.parties])]
  const partners = await partnerOffices(tx)
  if (!parties.every(id => partners.includes(id))) throw new NotFound()
  const { meetingId, blockId } = draft
  await mustBeSeen(tx, { meetingId, blockId, agreementId: null })
  const row = { officeId: actor.officeId, madeBy: actor.staffId, meetingId, blockId, sample }
  const id = await insertAgreement(tx, row, parties)
  await writeVersion(house, tx, actor, id, 1, draft)
  return id
}

/**
 * Writes the next version: whatever was signed was the earlier one, which stays as it is.
 * @param seen the version that the writer had before them
 * @throws NotFound for no party, Conflict when somebody wrote or signed meanwhile
 */
export const changeAgreement = async (
  house: Clocked,
  tx: Tx,
  actor: Actor,
  id: number,
  seen: number,
  draft: Draft,
) => {
  await mustBeParty(tx, actor, id)
  await lockAgreement(tx, id)
  const [newest] = await versionsOf(tx, [id])
  if (newest?.number !== seen) throw new Conflict('agreement.changed-meanwhile')
  await writeVersion(house, tx, actor, id, seen + 1, draft)
}

/**
 * Signs the newest version for the own office.
 * @param seen the hash of the text that the signer had before them
 * @throws NotFound for no party, Conflict when the text is another by now or the office has signed
 */
export const signAgreement = async (
  { clock }: Clocked,
  tx: Tx,
  actor: Actor,
  id: number,
  seen: string,
  position: string,
) => {
  await mustBeParty(tx, actor, id)
  await lockAgreement(tx, id)
  const [newest] = await versionsOf(tx, [id])
  if (!newest || newest.hash !== seen) throw new Conflict('agreement.changed-meanwhile')
  const signed = await insertSignature(tx, {
    agreementId: id,
    number: newest.number,
    officeId: actor.officeId,
    office: actor.office.name,
    staffId: actor.staffId,
    name: actor.name,
    position,
    signedAt: toDate(clock()),
    hash: newest.hash,
  })
  if (!signed) throw new Conflict('agreement.signed-already')
}

const mustBeParty = async (tx: Tx, actor: Actor, id: number) => {
  const agreement = await agreementById(tx, id)
  const parties = await partiesOf(tx, [id])
  if (!agreement || !parties.some(({ officeId }) => officeId === actor.officeId)) throw new NotFound()
}

const writeVersion = async (
  { clock }: Clocked,
  tx: Tx,
  actor: Actor,
  agreementId: number,
  number: number,
  { title, body }: Draft,
) => {
  const parties = await partiesOf(tx, [agreementId])
  const canonical = canonicalText({ agreementId, number, title, body, parties })
  await insertAgreementVersion(tx, {
    agreementId,
    number,
    title,
    body,
    canonical,
    hash: hashOf(canonical),
    writtenBy: actor.staffId,
    officeId: actor.officeId,
    at: toDate(clock()),
  })
}
