import type { House } from '../../platform/house.ts'
import { actorOf } from '../queries.ts'
import { sessionByToken } from '../sessions.ts'
import { staffIdByEmail } from './queries.ts'
import { keepVault } from './session-vault.ts'
import { openKeys } from './with-keys.ts'

/** After the right password. @param token of the session; nothing while the second step is still to come */
export const keysAfterPassword = async (
  house: House,
  given: { email: string; password: string },
  token: string | undefined,
): Promise<{ cookies: string[]; madeOfficeKey: boolean }> => {
  const session = await sessionByToken(house.db.authPool, token)
  const actor = await house.db.asJob(async tx => {
    const staffId = await staffIdByEmail(tx, given.email)
    return staffId === undefined ? undefined : actorOf(tx, staffId)
  })
  return actor ? openKeys(house, actor, given.password, session?.id) : { cookies: [], madeOfficeKey: false }
}

/** After the second step: what the password opened belongs to the session from now on. */
export const keysAfterCode = async (house: House, token: string, cookie: string | undefined) => {
  const session = await sessionByToken(house.db.authPool, token)
  const actor = session && (await house.db.asJob(tx => actorOf(tx, session.staffId)))
  if (actor) await keepVault(house, actor, session.id, cookie)
}
