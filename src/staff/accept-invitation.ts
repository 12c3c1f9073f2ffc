import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import { type Auth, createAccount } from './auth.ts'
import { tokenHash } from './invite.ts'
import type { Role } from './permissions.ts'
import { enrol, invitationBy, markAccepted } from './queries.ts'

/** @throws NotFound for a token that is unknown, used or too old: the three look alike from outside */
export const invitation = async ({ db }: Pick<House, 'db'>, token: string) => {
  const found = await db.asJob(tx => invitationBy(tx, tokenHash(token)))
  if (!found) throw new NotFound()
  return found
}

/** Turns an invitation into an account; of two at once one wins. @throws NotFound as above */
export const acceptInvitation = (
  { db }: Pick<House, 'db'>,
  auth: Auth,
  token: string,
  given: { name: string; password: string },
) =>
  db.asJob(async tx => {
    const found = await invitationBy(tx, tokenHash(token))
    if (!found || (await markAccepted(tx, found.id)).numUpdatedRows === 0n) throw new NotFound()
    const id = await createAccount(auth, { name: given.name, email: found.email, password: given.password })
    await enrol(tx, {
      id,
      officeId: found.office_id,
      name: given.name,
      email: found.email.toLowerCase(),
      roles: found.roles as Role[],
    })
    return found
  })
