import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { formId } from '../../platform/http/fields.ts'
import type { Body } from '../../platform/http/forms.ts'
import type { Secret } from '../../platform/secrets.ts'
import { Broken } from '../../platform/vault/index.ts'
import type { Actor } from '../../staff/index.ts'
import { type Activity, audiences } from '../programme/activity.ts'
import { sexes } from './entry-fields.tsx'
import { noteAttendance } from './note-attendance.ts'

/** Whose an entry on a shared phone is, without telling anybody who that is. */
export const doorMark = (secret: Secret, { staffId }: Pick<Actor, 'staffId'>): string =>
  createHmac('sha256', secret('attendance')).update(staffId).digest('hex').slice(0, 32)

/**
 * Writes an entry that waited on a phone, under the officer who took it. Nobody can correct it any more, so an answer that is no answer
 * becomes the plainest one, and a session that was called off meanwhile still counts who came.
 * @throws Conflict when a colleague took it; Broken when it has no number and could not be told from another
 */
export const takeNoted = async (
  tx: Tx,
  secret: Secret,
  activity: Activity,
  actor: Actor,
  body: Body,
): Promise<void> => {
  const given = Noted(activity).safeParse(body)
  if (!given.success) throw new Broken('an entry of attendance')
  const { form, officer, takenAt, ...entry } = given.data
  if (officer !== doorMark(secret, actor)) throw new Conflict('door.not-yours')
  await noteAttendance(tx, secret, activity, actor, {
    ...entry,
    formId: form,
    ...(takenAt && { takenAt: new Date(takenAt) }),
  })
}

const Noted = ({ audience }: Activity) =>
  z.object({
    form: formId,
    officer: z.string(),
    takenAt: z.iso.datetime().optional().catch(undefined),
    name: short(80, '–'),
    origin: short(120, ''),
    sex: z.enum(sexes).catch('unsaid'),
    audience: z.enum(audiences).catch(audience),
  })

const short = (max: number, otherwise: string) =>
  z
    .string()
    .catch('')
    .transform(value => value.replaceAll('\0', '').trim().slice(0, max).trim() || otherwise)
