import { z } from 'zod'
import type { House } from '../platform/house.ts'
import { NotFound } from '../platform/http/failures.ts'
import { text } from '../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import type { Route } from '../platform/http/route.ts'
import type { MessageKey } from '../platform/i18n/messages.ts'
import { qrCode } from '../platform/images/qr.ts'
import { AccountPage, RecoveryCodes, SecondFactorPage } from './account-pages.tsx'
import { type Auth, minPasswordLength } from './auth.ts'
import { changePassword } from './change-password.ts'
import type { StaffRoute, StaffVisit, Verb } from './gate.ts'
import { keyState } from './keys/key-state.ts'
import { may } from './permissions.ts'

const Password = z.object({ password: z.string().min(1, 'form.required') })
const Code = z.object({ code: text(6, 10).transform(code => code.replace(/\s/g, '')) })
const NewPassword = z.object({
  currentPassword: z.string().min(1, 'form.required'),
  newPassword: z
    .string('form.required')
    .min(minPasswordLength, 'invitation.password-short')
    .max(200, 'form.too-long'),
})

/** One's own account: second factor, recovery codes, password, sessions. */
export const accountRoutes = (house: House, staff: StaffRoute, auth: Auth): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const headers = visit.c.req.raw.headers
    const [session, sessions] = await Promise.all([
      auth.api.getSession({ headers }),
      auth.api.listSessions({ headers }),
    ])
    const rows = sessions.map(({ id, createdAt, userAgent }) => ({
      id,
      startedAt: createdAt,
      browser: browserOf(userAgent ?? ''),
      current: id === session?.session.id,
    }))
    const { actor } = visit
    const officeKey = may(actor, 'key.hold')
      ? await house.db.asActor(actor, tx => keyState(tx, actor))
      : undefined
    const twoFactor = session?.user.twoFactorEnabled === true
    const view = <AccountPage form={form} twoFactor={twoFactor} sessions={rows} officeKey={officeKey} />
    return visit.page(view, { title: visit.language.t('account.title'), status })
  }

  /** Reads the form, asks better-auth, records the deed; a refusal comes back beside its field. */
  const deed =
    <S extends z.ZodType>(
      schema: S,
      refusal: { field: string; says: MessageKey },
      ask: (given: z.output<S>, headers: Headers) => Promise<Response>,
      answer: (visit: StaffVisit, response: Response) => Response | Promise<Response>,
    ) =>
    async (visit: StaffVisit) => {
      const body = await readBody(visit.c)
      const given = parseForm(schema, body, visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const response = await ask(given.data, visit.c.req.raw.headers)
      if (!response.ok)
        return show(visit, refuse(body, { [refusal.field]: visit.language.t(refusal.says) }), 422)
      await visit.recordDeed()
      return withCookies(await answer(visit, response), response.headers.getSetCookie())
    }
  const wrongPassword = { field: 'password', says: 'account.wrong-password' } as const
  const own = (audit: Verb) => ({ may: 'account.own', audit }) as const

  return [
    staff('GET', '/akun', own('none'), visit => show(visit)),
    staff(
      'POST',
      '/akun/langkah-kedua',
      own('account.second-factor-begun'),
      deed(
        Password,
        wrongPassword,
        (body, headers) => auth.api.enableTwoFactor({ body, headers, asResponse: true }),
        async (visit, response) => {
          const { totpURI, backupCodes } = await response.json()
          return secondFactor(visit, totpURI, backupCodes)
        },
      ),
    ),
    staff(
      'POST',
      '/akun/langkah-kedua/pastikan',
      own('account.second-factor-set'),
      deed(
        Code,
        { field: 'password', says: 'account.begin-again' },
        ({ code }, headers) => auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }),
        () => goTo('/akun'),
      ),
    ),
    staff(
      'POST',
      '/akun/kode-pemulihan',
      own('account.recovery-codes-renewed'),
      deed(
        Password,
        wrongPassword,
        (body, headers) => auth.api.generateBackupCodes({ body, headers, asResponse: true }),
        async (visit, response) => {
          const { backupCodes } = await response.json()
          return visit.page(<RecoveryCodes codes={backupCodes} />, {
            title: visit.language.t('account.recovery-codes'),
          })
        },
      ),
    ),
    staff('POST', '/akun/kata-sandi', own('account.password-changed'), async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(NewPassword, body, visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const changed = await changePassword(house, auth, visit.actor, given.data, visit.c.req.raw.headers)
      if (!changed)
        return show(visit, refuse(body, { currentPassword: visit.language.t('account.wrong-password') }), 422)
      await visit.recordDeed()
      return withCookies(goTo('/akun'), changed)
    }),
    staff('POST', '/akun/sesi/:id/akhiri', own('account.session-ended'), async visit => {
      const headers = visit.c.req.raw.headers
      const ended = (await auth.api.listSessions({ headers })).find(
        ({ id }) => id === visit.c.req.param('id'),
      )
      if (!ended) throw new NotFound()
      await auth.api.revokeSession({ body: { token: ended.token }, headers })
      await visit.recordDeed()
      return goTo('/akun')
    }),
  ]
}

const secondFactor = (visit: StaffVisit, uri: string, codes: string[]) => {
  const { size, runs } = qrCode(uri)
  const path = runs.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('')
  const view = (
    <SecondFactorPage
      form={emptyForm}
      qrSvgPath={path}
      qrSize={size}
      secret={new URL(uri).searchParams.get('secret') ?? ''}
      codes={codes}
    />
  )
  return visit.page(view, { title: visit.language.t('account.second-factor') })
}

/** The name and system of a browser, enough to recognise one's own. */
const browserOf = (userAgent: string) =>
  [
    /(Firefox|Edg|OPR|Chrome|Safari)\/\d+/.exec(userAgent)?.[0]?.replace('/', ' '),
    /(Android|iPhone|Windows|Mac OS X|Linux)/.exec(userAgent)?.[0],
  ]
    .filter(Boolean)
    .join(', ')

const withCookies = (page: Response, cookies: string[]) => {
  for (const cookie of cookies) page.headers.append('set-cookie', cookie)
  return page
}
