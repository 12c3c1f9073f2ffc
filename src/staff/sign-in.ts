import type { House } from '../platform/house.ts'
import type { Auth } from './auth.ts'
import { forgetFailures, isKnownDevice, knownDevice, subjectOf, takeTry } from './slow-down.ts'

export type SignInResult =
  | { ok: true; needsCode: boolean; cookies: string[]; deviceMark: string; token: string | undefined }
  | { ok: false; waitSeconds: number }

/**
 * Signs in with an address and a password, slowing down whoever guesses.
 * @param headers of the browser's request
 * @param mark what the browser remembers of an earlier sign-in to this account, if anything
 */
export const signIn = async (
  { db, secret }: Pick<House, 'db' | 'secret'>,
  auth: Auth,
  given: { email: string; password: string },
  headers: Headers,
  mark: string | undefined,
): Promise<SignInResult> => {
  const key = secret('known device')
  const subject = subjectOf(given.email, isKnownDevice(key, given.email, mark))
  const wait = await takeTry(db.authPool, subject)
  if (wait > 0) return { ok: false, waitSeconds: wait }
  const response = await auth.api.signInEmail({ body: given, headers, asResponse: true })
  if (!response.ok) return { ok: false, waitSeconds: 0 }
  await forgetFailures(db.authPool, subject)
  const body = (await response.json()) as { twoFactorRedirect?: boolean; token?: string }
  return {
    ok: true,
    needsCode: body.twoFactorRedirect === true,
    cookies: response.headers.getSetCookie(),
    deviceMark: knownDevice(key, given.email),
    token: body.token,
  }
}

/** The second step: six digits of an authenticator, or one of the recovery codes. @returns the session's cookies and token */
export const confirmCode = async (
  auth: Auth,
  code: string,
  headers: Headers,
): Promise<{ cookies: string[]; token: string } | undefined> => {
  const digits = code.replace(/\s/g, '')
  const check = /^\d{6}$/.test(digits) ? auth.api.verifyTOTP : auth.api.verifyBackupCode
  const response = await check({ body: { code: digits }, headers, asResponse: true })
  if (!response.ok) return undefined
  const { token } = (await response.json()) as { token: string }
  return { cookies: response.headers.getSetCookie(), token }
}
