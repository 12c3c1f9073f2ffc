import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/i18n/language.tsx'
import type { Actor } from './actor.ts'
import type { Role } from './permissions.ts'
import { insertInvitation } from './queries.ts'

export interface Invitation {
  name: string
  email: string
  roles: Role[]
  officeId: number
}

export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/** Days until an invitation dies. */
export const invitationDays = 7

/** Writes an invitation; the letter goes out when the transaction has ended well. @returns the letter's secret */
export const writeInvitation = async (
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  actor: Actor,
  invitation: Invitation,
): Promise<string> => {
  const token = randomBytes(24).toString('base64url')
  await insertInvitation(tx, {
    office_id: invitation.officeId,
    email: invitation.email,
    name: invitation.name,
    roles: invitation.roles,
    token_hash: tokenHash(token),
    invited_by: actor.staffId,
    expires_at: new Date(clock().add({ hours: 24 * invitationDays }).epochMilliseconds),
  })
  return token
}

export const sendInvitation = (
  house: House,
  { t }: Language,
  actor: Actor,
  invitation: Invitation,
  token: string,
) =>
  house.mail.send({
    to: invitation.email,
    subject: t('invitation.subject', { office: actor.office.name }),
    text: t('invitation.letter', {
      name: invitation.name,
      inviter: actor.name,
      office: actor.office.name,
      days: invitationDays,
      url: `${house.config.publicUrl}/undangan/${token}`,
    }),
  })
