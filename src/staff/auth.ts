import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { House } from '../platform/house.ts'

/** At least 12 letters or digits; length beats rules about signs (NIST SP 800-63B-4, 3.1.1). */
export const minPasswordLength = 12

// argon2id, 64 MiB, 3 passes: above the second choice of RFC 9106, section 4.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** Sign-in, second factor and sessions, all by better-auth on its own schema and role. It is called from our routes only. */
export const openAuth = ({ db, secret, config }: Pick<House, 'db' | 'secret' | 'config'>) =>
  betterAuth({
    appName: 'Sinergi',
    database: db.authPool,
    secret: secret('sign-in').toString('base64url'),
    baseURL: config.publicUrl,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength: 200,
      password: {
        hash: password => hash(password, cost),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    session: { expiresIn: 12 * 3600, updateAge: 600 },
    plugins: [twoFactor({ issuer: 'Sinergi' })],
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'sinergi' },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

export type Auth = ReturnType<typeof openAuth>

/** Makes the account that an accepted invitation, or the sample province, stands for. @returns its id */
export const createAccount = async (
  auth: Auth,
  person: { name: string; email: string; password: string },
): Promise<string> => {
  const { internalAdapter, password } = await auth.$context
  const { name, email } = person
  // An account whose enrolment was cut off belongs to nobody; the database refuses to drop one that somebody has.
  const stranded = await internalAdapter.findUserByEmail(email.toLowerCase())
  if (stranded) await internalAdapter.deleteUser(stranded.user.id)
  const user = await internalAdapter.createUser(
    { name, email: email.toLowerCase(), emailVerified: true },
    { method: 'admin' },
  )
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await password.hash(person.password),
  })
  return user.id
}
