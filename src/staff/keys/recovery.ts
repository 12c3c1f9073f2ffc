import { createHmac, timingSafeEqual } from 'node:crypto'
import { record } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import {
  type KeyPair,
  keyPairOf,
  newPaperKey,
  openKey,
  paperKeyOf,
  tidyHalf,
  vouch,
} from '../../platform/vault/index.ts'
import type { Actor } from '../actor.ts'
import { forget } from './member-key.ts'
import { grant, type OfficeKeys, paperGrant, paperPlace } from './office-key.ts'
import {
  confirmPaper,
  dropUnconfirmedPapers,
  insertGrant,
  insertPaper,
  insertPaperGrant,
  paperGrantsOf,
  papersOf,
} from './office-queries.ts'

/** Makes the office's key on paper, for two people to keep. It counts once `provePaper` has seen that the paper is there. */
export const makePaper = async (
  tx: Tx,
  { secret }: Pick<House, 'secret'>,
  actor: Actor,
  keys: OfficeKeys,
): Promise<[string, string]> => {
  const { halves, keyPair } = newPaperKey()
  await dropUnconfirmedPapers(tx, actor.officeId)
  await insertPaper(tx, {
    office_id: actor.officeId,
    public_key: keyPair.publicKey,
    mark: vouch(secret, paperPlace(actor.officeId), keyPair.publicKey),
    proof: proofOf(secret, halves[0], halves[1]),
    made_by: actor.staffId,
  })
  for (const [epoch, pair] of keys.epochs)
    await insertPaperGrant(tx, paperGrant(actor.officeId, epoch, keyPair.publicKey, pair))
  forget(keyPair)
  return halves
}

/** @param one the last group of the first half; @param two that of the second. @returns whether the new paper shows the same */
export const provePaper = async (
  tx: Tx,
  { secret }: Pick<House, 'secret'>,
  actor: Actor,
  one: string,
  two: string,
): Promise<boolean> => {
  const paper = (await papersOf(tx, actor.officeId)).findLast(({ confirmed_at }) => !confirmed_at)
  if (!paper || !timingSafeEqual(paper.proof, proofOf(secret, one, two))) return false
  await confirmPaper(tx, actor.officeId, paper.public_key)
  return true
}

/** With both halves, somebody who may hold the office's key does. @returns whether they are the halves of this office */
export const recoverWithPaper = async (
  tx: Tx,
  actor: Actor,
  member: KeyPair,
  one: string,
  two: string,
): Promise<boolean> => {
  const paper = paperKeyOf(one, two)
  if (!paper) return false
  const sealed = await paperGrantsOf(tx, actor.officeId, paper.publicKey)
  for (const { epoch, sealed_secret } of sealed) {
    const pair = keyPairOf(openKey(sealed_secret, paper, `paper grant of epoch ${epoch}`))
    await insertGrant(tx, grant(actor, actor.officeId, epoch, actor.staffId, member.publicKey, pair))
    forget(pair)
  }
  forget(paper)
  if (sealed.length > 0) await record(tx, 'office-key.recovered', '/kunci')
  return sealed.length > 0
}

/** Of the last groups only: enough to know the paper, far too little to make it. */
const proofOf = (secret: House['secret'], one: string, two: string) =>
  createHmac('sha256', secret('paper proof'))
    .update(`${tidyHalf(one).slice(-4)}|${tidyHalf(two).slice(-4)}`)
    .digest()
