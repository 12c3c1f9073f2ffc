import { record } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Secret } from '../../platform/secrets.ts'
import {
  type KeyPair,
  keyPairOf,
  newKeyPair,
  openKey,
  sealKeyTo,
  vouch,
  vouched,
} from '../../platform/vault/index.ts'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'
import { forget, memberPlace } from './member-key.ts'
import {
  activeStaffOf,
  currentOfficeKey,
  deleteGrants,
  grantsOf,
  holdersOfEpoch,
  insertGrant,
  insertOfficeKey,
  insertPaperGrant,
  officeOf,
  papersOf,
  publicKeysOf,
} from './office-queries.ts'

/** The secret keys of one's office, as long as they are needed for one piece of work. */
export interface OfficeKeys {
  officeId: number
  epochs: Map<number, KeyPair>
}

/** The first who may hold it makes the key of the office. @returns whether it was made now */
export const makeOfficeKey = async (
  tx: Tx,
  secret: Secret,
  actor: Actor,
  member: KeyPair,
): Promise<boolean> => {
  if (await currentOfficeKey(tx, actor.officeId)) return false
  const pair = newKeyPair()
  const made = await insertOfficeKey(tx, actor.officeId, 1, marked(secret, actor.officeId, 1, pair))
  if (made) {
    await insertGrant(tx, grant(actor, actor.officeId, 1, actor.staffId, member.publicKey, pair))
    await record(tx, 'office-key.made', '/kunci')
  }
  forget(pair)
  return made
}

/** Opens what colleagues have granted; the caller forgets the pairs. */
export const openGrants = async (tx: Tx, actor: Actor, member: KeyPair): Promise<OfficeKeys> => {
  const epochs = new Map<number, KeyPair>()
  for (const { epoch, sealed_secret } of await grantsOf(tx, actor.officeId, actor.staffId))
    epochs.set(epoch, keyPairOf(openKey(sealed_secret, member, `grant of epoch ${epoch}`)))
  return { officeId: actor.officeId, epochs }
}

/** Gives a colleague of the own office what one holds oneself. @throws Conflict when there is nothing to give, or nobody to give it to */
export const grantTo = async (
  tx: Tx,
  secret: Secret,
  actor: Actor,
  keys: OfficeKeys,
  staffId: string,
): Promise<void> => {
  const key = (await publicKeysOf(tx, actor.officeId)).get(staffId)
  const colleague = (await activeStaffOf(tx, actor.officeId)).find(({ id }) => id === staffId)
  if (!key || !colleague || keys.epochs.size === 0) throw new Conflict('keys.cannot-grant')
  if (!may({ roles: colleague.roles as Actor['roles'], office: actor.office }, 'key.hold'))
    throw new Conflict('keys.cannot-grant')
  const publicKey = memberPublicKey(secret, key)
  for (const [epoch, pair] of keys.epochs)
    await insertGrant(tx, grant(actor, actor.officeId, epoch, staffId, publicKey, pair))
}

/**
 * A member leaves: what comes from now on is sealed to a new key, which those who stay hold. Public keys suffice for this,
 * so whoever manages the staff can do it without reading anything.
 * @returns false when nobody else could open the office's key: then the leaver's grant stays, or all would be lost
 */
export const retireMember = async (
  tx: Tx,
  secret: Secret,
  actor: Actor,
  staffId: string,
): Promise<boolean> => {
  const officeId = (await officeOf(tx, staffId)) ?? actor.officeId
  const current = await currentOfficeKey(tx, officeId)
  if (!current) return true
  const holders = await holdersOfEpoch(tx, officeId, current.epoch)
  if (!holders.includes(staffId)) return deleteGrants(tx, staffId).then(() => true)
  const keys = await publicKeysOf(tx, officeId)
  const staying = holders.filter(id => id !== staffId && keys.has(id))
  const papers = (await papersOf(tx, officeId)).filter(({ confirmed_at }) => confirmed_at)
  if (staying.length === 0 && papers.length === 0) return false
  const pair = newKeyPair()
  const epoch = current.epoch + 1
  if (!(await insertOfficeKey(tx, officeId, epoch, marked(secret, officeId, epoch, pair))))
    throw new Conflict('keys.changed-meanwhile')
  for (const id of staying)
    await insertGrant(tx, grant(actor, officeId, epoch, id, memberPublicKey(secret, keys.get(id)!), pair))
  for (const { public_key, mark } of papers) {
    const paper = vouched(secret, paperPlace(officeId), public_key, mark)
    await insertPaperGrant(tx, paperGrant(officeId, epoch, paper, pair))
  }
  await deleteGrants(tx, staffId)
  await record(tx, 'office-key.renewed', '/kunci', { office: officeId, epoch })
  forget(pair)
  return true
}

/** Whose public key a mark vouches for. */
export const officePlace = (officeId: number, epoch: number) =>
  `public key of office ${officeId}, epoch ${epoch}`
export const paperPlace = (officeId: number) => `public key of the paper of office ${officeId}`

const marked = (secret: Secret, officeId: number, epoch: number, { publicKey }: KeyPair) => ({
  publicKey,
  mark: vouch(secret, officePlace(officeId, epoch), publicKey),
})

const memberPublicKey = (secret: Secret, key: { staff_id: string; public_key: Buffer; mark: Buffer }) =>
  vouched(secret, memberPlace(key.staff_id), key.public_key, key.mark)

export const grant = (
  actor: Actor,
  officeId: number,
  epoch: number,
  staffId: string,
  publicKey: Buffer,
  { secretKey }: KeyPair,
) => ({
  office_id: officeId,
  epoch,
  staff_id: staffId,
  sealed_secret: sealKeyTo(publicKey, secretKey),
  granted_by: actor.staffId,
})

export const paperGrant = (officeId: number, epoch: number, paper: Buffer, { secretKey }: KeyPair) => ({
  office_id: officeId,
  epoch,
  paper,
  sealed_secret: sealKeyTo(paper, secretKey),
})
