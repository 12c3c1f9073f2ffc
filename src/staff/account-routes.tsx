import { z } from 'zod'
import { NotFound } from '../platform/http/failures.ts'
import { text } from '../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import type { Route } from '../platform/http/route.ts'
import { qrCode } from '../platform/images/qr.ts'
import { AccountPage, RecoveryCodes, SecondFactorPage } from './account-pages.tsx'
import { type Auth, minPasswordLength } from './auth.ts'
import type { StaffRoute, StaffVisit } from './gate.ts'

const Password = z.object({ password: z.string().min(1, 'form.required') })
const Code = z.object({ code: text(6, 10) })
const NewPassword = z.object({
  currentPassword: z.string().min(1, 'form.required'),
  newPassword: z
    .string('form.required')
    .min(minPasswordLength, 'invitation.password-short')
    .max(200, 'form.too-long'),
})

/** One's own account: second factor, recovery codes, password, sessions. */
export const accountRoutes = (staff: StaffRoute, auth: Auth): Route[] => {
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
    const view = (
      <AccountPage form={form} twoFactor={session?.user.twoFactorEnabled === true} sessions={rows} />
    )
    return visit.page(view, { title: visit.language.t('account.title'), status })
  }

  return [
    staff('GET', '/akun', { may: 'account.own', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/akun/langkah-kedua',
      { may: 'account.own', audit: 'account.second-factor-begun' },
      async visit => {
        const body = await readBody(visit.c)
        const given = parseForm(Password, body, visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const response = await auth.api.enableTwoFactor({
          body: { password: given.data.password },
          headers: visit.c.req.raw.headers,
          asResponse: true,
        })
        if (!response.ok)
          return show(visit, refuse(body, { password: visit.language.t('account.wrong-password') }), 422)
        await visit.within(async () => {})
        const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] }
        return withCookies(secondFactor(visit, totpURI, backupCodes), response)
      },
    ),
    staff(
      'POST',
      '/akun/langkah-kedua/pastikan',
      { may: 'account.own', audit: 'account.second-factor-set' },
      async visit => {
        const body = await readBody(visit.c)
        const given = parseForm(Code, body, visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const response = await auth.api.verifyTOTP({
          body: { code: given.data.code.replace(/\s/g, '') },
          headers: visit.c.req.raw.headers,
          asResponse: true,
        })
        if (!response.ok)
          return show(visit, refuse({}, { password: visit.language.t('account.begin-again') }), 422)
        await visit.within(async () => {})
        return withCookies(goTo('/akun'), response)
      },
    ),
    staff(
      'POST',
      '/akun/kode-pemulihan',
      { may: 'account.own', audit: 'account.recovery-codes-renewed' },
      async visit => {
        const body = await readBody(visit.c)
        const given = parseForm(Password, body, visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const response = await auth.api.generateBackupCodes({
          body: given.data,
          headers: visit.c.req.raw.headers,
          asResponse: true,
        })
        if (!response.ok)
          return show(visit, refuse(body, { password: visit.language.t('account.wrong-password') }), 422)
        await visit.within(async () => {})
        const { backupCodes } = (await response.json()) as { backupCodes: string[] }
        return visit.page(<RecoveryCodes codes={backupCodes} />, {
          title: visit.language.t('account.recovery-codes'),
        })
      },
    ),
    staff(
      'POST',
      '/akun/kata-sandi',
      { may: 'account.own', audit: 'account.password-changed' },
      async visit => {
        const body = await readBody(visit.c)
        const given = parseForm(NewPassword, body, visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const response = await auth.api.changePassword({
          body: { ...given.data, revokeOtherSessions: true },
          headers: visit.c.req.raw.headers,
          asResponse: true,
        })
        if (!response.ok)
          return show(
            visit,
            refuse(body, { currentPassword: visit.language.t('account.wrong-password') }),
            422,
          )
        await visit.within(async () => {})
        return withCookies(goTo('/akun'), response)
      },
    ),
    staff(
      'POST',
      '/akun/sesi/:id/akhiri',
      { may: 'account.own', audit: 'account.session-ended' },
      async visit => {
        const headers = visit.c.req.raw.headers
        const ended = (await auth.api.listSessions({ headers })).find(
          ({ id }) => id === visit.c.req.param('id'),
        )
        if (!ended) throw new NotFound()
        await auth.api.revokeSession({ body: { token: ended.token }, headers })
        await visit.within(async () => {})
        return goTo('/akun')
      },
    ),
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

const withCookies = (page: Response, from: Response) => {
  for (const cookie of from.headers.getSetCookie()) page.headers.append('set-cookie', cookie)
  return page
}
