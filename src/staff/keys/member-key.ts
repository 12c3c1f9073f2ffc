import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import {
  Broken,
  type KeyPair,
  keyPairOf,
  newKeyPair,
  openUnder,
  sealUnder,
  type UnderPassword,
  vouch,
} from '../../platform/vault/index.ts'
import type { Actor } from '../actor.ts'
import { costOf, insertMemberKey, memberKey, promoteNextPassword, setNextPassword } from './queries.ts'

type Needs = Pick<House, 'db' | 'secret'>

/** Opens a member's key pair with the password; the first time it is made. @returns undefined when the password does not open it */
export const openMemberKey = async (
  { db, secret }: Needs,
  actor: Actor,
  password: string,
): Promise<KeyPair | undefined> => {
  const kept = await db.asActor(actor, tx => memberKey(tx, actor.staffId))
  return kept ? openKept({ db }, actor, password, kept) : makeMemberKey({ db, secret }, actor, password)
}

/**
 * Seals the member's secret under the next password too, before sign-in learns of it: a crash between the two leaves one
 * that opens. @returns undefined when there is no key, or the present password does not open it
 */
export const prepareNextPassword = async (
  { db }: Pick<House, 'db'>,
  actor: Actor,
  given: { currentPassword: string; newPassword: string },
): Promise<void> => {
  const kept = await db.asActor(actor, tx => memberKey(tx, actor.staffId))
  const pair = kept && (await openKept({ db }, actor, given.currentPassword, kept))
  if (!pair) return
  const under = await sealUnder(given.newPassword, pair.secretKey, placeOf(actor.staffId))
  forget(pair)
  await db.asActor(actor, tx => setNextPassword(tx, actor.staffId, under))
}

/** Whose public key a mark vouches for. */
export const memberPlace = (staffId: string) => `public key of member ${staffId}`

export const forget = (...pairs: KeyPair[]) => {
  for (const { secretKey } of pairs) secretKey.fill(0)
}

type Kept = NonNullable<Awaited<ReturnType<typeof memberKey>>>

const openKept = async (
  { db }: Pick<House, 'db'>,
  { staffId, officeId }: Actor,
  password: string,
  kept: Kept,
): Promise<KeyPair | undefined> => {
  const now = { sealed: kept.sealed_secret, salt: kept.salt, cost: costOf(kept.cost) }
  const opened = await tryOpen(password, now, staffId)
  if (opened || !kept.next_sealed) return opened
  const next = { sealed: kept.next_sealed, salt: kept.next_salt!, cost: costOf(kept.next_cost) }
  const renewed = await tryOpen(password, next, staffId)
  if (renewed) await db.asActor({ staffId, officeId }, (tx: Tx) => promoteNextPassword(tx, staffId))
  return renewed
}

const tryOpen = (password: string, under: UnderPassword, staffId: string) =>
  openUnder(password, under, placeOf(staffId)).then(keyPairOf, (error: unknown) => {
    if (error instanceof Broken) return undefined
    throw error
  })

const makeMemberKey = async ({ db, secret }: Needs, actor: Actor, password: string) => {
  const pair = newKeyPair()
  const under = await sealUnder(password, pair.secretKey, placeOf(actor.staffId))
  const { publicKey } = pair
  const key = { publicKey, mark: vouch(secret, memberPlace(actor.staffId), publicKey) }
  const made = await db.asActor(actor, tx => insertMemberKey(tx, actor.staffId, key, under))
  // Two first sign-ins at once: the other one's key stands.
  return made ? pair : openMemberKey({ db, secret }, actor, password)
}

const placeOf = (staffId: string) => `member key ${staffId}`
