import type { House } from '../platform/house.ts'
import type { Actor } from './actor.ts'
import type { Auth } from './auth.ts'
import { prepareNextPassword } from './keys/member-key.ts'
import { openKeys } from './keys/with-keys.ts'
import { sessionByToken } from './sessions.ts'

/**
 * Changes the password, of the account and of the member's key alike; all other sessions end.
 * @returns the cookies of the new session; nothing when the present password is wrong
 */
export const changePassword = async (
  house: House,
  auth: Auth,
  actor: Actor,
  given: { currentPassword: string; newPassword: string },
  headers: Headers,
): Promise<string[] | undefined> => {
  await prepareNextPassword(house, actor, given)
  const body = { ...given, revokeOtherSessions: true }
  const response = await auth.api.changePassword({ body, headers, asResponse: true })
  if (!response.ok) return undefined
  const { token } = (await response.json()) as { token: string }
  const session = await sessionByToken(house.db.authPool, token)
  const { cookies } = await openKeys(house, actor, given.newPassword, session?.id)
  return [...response.headers.getSetCookie(), ...cookies]
}
