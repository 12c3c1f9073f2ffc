import { record } from '../../platform/audit/audit.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { KeyPair } from '../../platform/vault/index.ts'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'
import { resealToEpoch } from './custody.ts'
import { forget, openMemberKey } from './member-key.ts'
import { makeOfficeKey, type OfficeKeys, openGrants } from './office-key.ts'
import { fillVault, openVault } from './session-vault.ts'

type Needs = Pick<House, 'db' | 'config' | 'secret' | 'log'>

/** Somebody signed in, with the cookie that opens the session's vault. */
export interface Session {
  actor: Actor
  sessionId: string
  cookie: string | undefined
}

/**
 * What a right password opens beside the session: the member's key, put into the session's vault. The first who may hold
 * the office's key makes it. @param sessionId nothing before the second step
 * @returns the vault's cookie, if there is one, and whether the office's key was made now
 */
export const openKeys = async (
  house: Needs,
  actor: Actor,
  password: string,
  sessionId: string | undefined,
): Promise<{ cookies: string[]; madeOfficeKey: boolean }> => {
  const pair = may(actor, 'key.hold') ? await openMemberKey(house, actor, password) : undefined
  if (!pair) return { cookies: [], madeOfficeKey: false }
  const madeOfficeKey = await house.db.asActor(actor, tx => makeOfficeKey(tx, house.secret, actor, pair))
  const cookie = await fillVault(house, actor, sessionId, pair)
  void resealOld(house, actor, pair)
  return { cookies: [cookie], madeOfficeKey }
}

/** Works with a member's own key. @throws Locked when the password is needed again */
export const withMemberKey = async <T>(
  house: Needs,
  { actor, sessionId, cookie }: Session,
  work: (member: KeyPair) => Promise<T>,
): Promise<T> => {
  if (!may(actor, 'key.hold')) throw new Conflict('keys.not-granted')
  const pair = await openVault(house, actor, sessionId, cookie)
  try {
    return await work(pair)
  } finally {
    forget(pair)
  }
}

/** Works with the secret keys of one's office, which are wiped afterwards. @throws Locked; Conflict when nobody has granted them */
export const withOfficeKeys = <T>(
  house: Needs,
  session: Session,
  work: (keys: OfficeKeys) => Promise<T>,
): Promise<T> =>
  withMemberKey(house, session, async member => {
    const keys = await house.db.asActor(session.actor, tx => openGrants(tx, session.actor, member))
    try {
      if (keys.epochs.size === 0) throw new Conflict('keys.not-granted')
      return await work(keys)
    } finally {
      forget(...keys.epochs.values())
    }
  })

const mostBatches = 5000

/** After somebody left, what lies under the office's earlier key is sealed again to the present one, batch by batch. */
const resealOld = async ({ db, secret, log }: Needs, actor: Actor, member: KeyPair) => {
  try {
    const keys = await db.asActor(actor, tx => openGrants(tx, actor, member))
    forget(member)
    let resealed = 0
    for (let batch = 0; batch < mostBatches && keys.epochs.size > 1; batch++) {
      const moved = await db.asActor(actor, tx => resealToEpoch(tx, secret, keys))
      resealed += moved
      if (moved === 0) break
    }
    forget(...keys.epochs.values())
    if (resealed > 0) await db.asActor(actor, tx => record(tx, 'office-key.resealed', '/kunci', { resealed }))
  } catch (error) {
    log.error({ err: error }, 'sealing again to the present office key failed; the next sign-in goes on')
  }
}
