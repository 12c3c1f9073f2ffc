import type { House } from '../../platform/house.ts'
import { type Body, emptyForm, type FormState, readBody, refuse, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { StaffVisit } from '../gate.ts'
import { forgetFailures, subjectOf, takeTry } from '../slow-down.ts'
import { UnlockPage } from './unlock-page.tsx'
import { openKeys, type Session } from './with-keys.ts'

/** The field of the password on a form that was sent to a locked vault; such a form comes with `?buka`. */
const passwordField = 'vaultPassword'

/** The vault is locked: asks for the password, and keeps what was typed so that the deed goes on where it stopped. */
export const askForPassword = async (visit: StaffVisit, form?: FormState): Promise<Response> => {
  const { c, language } = visit
  if (c.req.method === 'GET') return goTo(`/kunci/buka?ke=${encodeURIComponent(c.req.path)}`)
  const body = await readBody(c)
  const { [passwordField]: _, ...values } = typed(body)
  const view = (
    <UnlockPage
      form={form ?? emptyForm}
      action={`${c.req.path}?buka`}
      field={passwordField}
      values={values}
      lostFiles={hasFiles(body)}
    />
  )
  return visit.page(view, { title: language.t('keys.locked'), status: 422 })
}

/**
 * Opens the vault first when a form brings the password along.
 * @returns the cookie to give out; a page when the password is not right; nothing when there was none
 */
export const openOnTheWay = async (
  house: House,
  visit: StaffVisit,
): Promise<string | Response | undefined> => {
  if (visit.c.req.method !== 'POST' || visit.c.req.query('buka') === undefined) return undefined
  const body = await readBody(visit.c)
  const password = body[passwordField]
  if (typeof password !== 'string') return undefined
  const result = await unlockVault(house, visit.session, password)
  if (typeof result === 'string') return result
  return askForPassword(visit, refuse(body, { [passwordField]: refusal(visit, result.waitSeconds) }))
}

/** Slows guessing as the sign-in does. @returns the cookie, or how long to wait before the next try */
export const unlockVault = async (
  house: House,
  { actor, sessionId }: Session,
  password: string,
): Promise<string | { waitSeconds: number }> => {
  const subject = subjectOf(actor.email, true)
  const waitSeconds = await takeTry(house.db.authPool, subject)
  if (waitSeconds > 0) return { waitSeconds }
  const [cookie] = (await openKeys(house, actor, password, sessionId)).cookies
  if (!cookie) return { waitSeconds: 0 }
  await forgetFailures(house.db.authPool, subject)
  return cookie
}

export const refusal = ({ language: { t } }: StaffVisit, waitSeconds: number) =>
  waitSeconds > 0 ? t('sign-in.wait', { seconds: waitSeconds }) : t('keys.wrong-password')

const hasFiles = (body: Body) =>
  Object.values(body)
    .flat()
    .some(value => value instanceof File && value.size > 0)
