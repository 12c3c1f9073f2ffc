import { randomBytes } from 'node:crypto'
import { record } from '../platform/audit/audit.ts'
import type { Tx } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import type { Language } from '../platform/i18n/language.tsx'
import type { Actor } from './actor.ts'
import type { Auth } from './auth.ts'
import { tokenHash } from './invite.ts'
import { deleteMemberKey, deleteVaults } from './keys/queries.ts'
import { colleague, insertRestoration, markRestored, restorationBy } from './queries.ts'
import { beginAnew } from './sessions.ts'

/** Hours until the link to come in again dies. */
export const restorationHours = 24

/** Writes a link for somebody who lost password or second factor. @returns whom it is for, and the letter's secret. @throws NotFound */
export const writeRestoration = async (
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  actor: Actor,
  staffId: string,
) => {
  const person = await colleague(tx, staffId)
  if (!person || staffId === actor.staffId) throw new NotFound()
  const token = randomBytes(24).toString('base64url')
  await insertRestoration(tx, {
    staff_id: staffId,
    token_hash: tokenHash(token),
    asked_by: actor.staffId,
    expires_at: new Date(clock().add({ hours: restorationHours }).epochMilliseconds),
  })
  return { person, token }
}

export const sendRestoration = (
  { mail, config }: House,
  { t }: Language,
  actor: Actor,
  { person, token }: Awaited<ReturnType<typeof writeRestoration>>,
) =>
  mail.send({
    to: person.email,
    subject: t('restore.subject'),
    text: t('restore.letter', {
      name: person.name,
      colleague: actor.name,
      hours: restorationHours,
      url: `${config.publicUrl}/pulih/${token}`,
    }),
  })

/** @throws NotFound for a link that is unknown, used or too old: the three look alike from outside */
export const restoration = async ({ db }: Pick<House, 'db'>, token: string) => {
  const found = await db.asJob(tx => restorationBy(tx, tokenHash(token)))
  if (!found) throw new NotFound()
  return found
}

/**
 * Comes in again with a new password. The old key pair opens with the lost password only, so it goes, and the office's key
 * with it, until a colleague who holds it grants it again. @throws NotFound as above
 */
export const comeInAgain = async (
  { db }: Pick<House, 'db'>,
  auth: Auth,
  token: string,
  password: string,
): Promise<void> => {
  const person = await restoration({ db }, token)
  const hash = await (await auth.$context).password.hash(password)
  await db.asActor({ staffId: person.staff_id, officeId: person.office_id }, async tx => {
    if (!(await markRestored(tx, person))) throw new NotFound()
    await deleteMemberKey(tx, person.staff_id)
    await record(tx, 'staff.restored', `/petugas/${person.staff_id}`)
    await beginAnew(db.authPool, { id: person.staff_id, email: person.email }, hash)
  })
  await db.asJob(tx => deleteVaults(tx, person.staff_id))
}
