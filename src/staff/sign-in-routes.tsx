import { generateCookie, getCookie } from 'hono/cookie'
import { z } from 'zod'
import type { House } from '../platform/house.ts'
import { text } from '../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import { open, type Route, safePath, type Visit } from '../platform/http/route.ts'
import { acceptInvitation, invitation } from './accept-invitation.ts'
import { type Auth, minPasswordLength } from './auth.ts'
import { keysAfterCode, keysAfterPassword } from './keys/at-sign-in.ts'
import { vaultCookie } from './keys/session-vault.ts'
import { publicPage } from './public-page.tsx'
import { confirmCode, signIn } from './sign-in.ts'
import { CodePage, SignInPage, WelcomePage } from './sign-in-pages.tsx'

const SignIn = z.object({
  email: z.string().trim().pipe(z.email('sign-in.bad-email')),
  password: z.string().min(1, 'form.required'),
})
const Code = z.object({ code: text(6, 20) })
const Welcome = z.object({
  name: text(2, 120),
  password: z
    .string('form.required')
    .min(minPasswordLength, 'invitation.password-short')
    .max(200, 'form.too-long'),
})

/** Coming in: with a password, with a code, with an invitation; and going out. */
export const signInRoutes = (house: House, auth: Auth): Route[] => {
  const show = (visit: Visit, form: FormState = emptyForm, status = 200) => {
    const said = saidTo(visit)
    return publicPage(house, visit, <SignInPage form={form} next={nextOf(visit)} said={said} />, {
      title: visit.language.t('sign-in.title'),
      narrow: true,
      status,
    })
  }
  const showCode = (visit: Visit, form: FormState = emptyForm, status = 200) =>
    publicPage(house, visit, <CodePage form={form} next={nextOf(visit)} />, {
      title: visit.language.t('sign-in.code-title'),
      narrow: true,
      status,
    })
  const welcome = async (visit: Visit, token: string, form: FormState = emptyForm, status = 200) => {
    const { office, email, name } = await invitation(house, token)
    const view = <WelcomePage form={form} token={token} office={office} email={email} name={name} />
    return publicPage(house, visit, view, {
      title: visit.language.t('invitation.title'),
      narrow: true,
      status,
    })
  }

  return [
    open('GET', '/masuk', visit => show(visit)),
    open('POST', '/masuk', async visit => {
      const { c, language } = visit
      const body = await readBody(c)
      const given = parseForm(SignIn, body, language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const result = await signIn(house, auth, given.data, c.req.raw.headers, getCookie(c, 'device'))
      if (!result.ok && result.waitSeconds > 0)
        return show(
          visit,
          refuse(body, { password: language.t('sign-in.wait', { seconds: result.waitSeconds }) }),
          429,
        )
      if (!result.ok) return show(visit, refuse(body, { password: language.t('sign-in.wrong') }), 422)
      const keys = await keysAfterPassword(house, given.data, result.token)
      const after = keys.madeOfficeKey ? '/kunci' : nextOf(visit)
      const next = result.needsCode ? `/masuk/kode?ke=${encodeURIComponent(after)}` : after
      return withCookies(goTo(next), [...result.cookies, rememberDevice(result.deviceMark), ...keys.cookies])
    }),
    open('GET', '/masuk/kode', visit => showCode(visit)),
    open('POST', '/masuk/kode', async visit => {
      const body = await readBody(visit.c)
      const given = parseForm(Code, body, visit.language.t)
      if (!given.ok) return showCode(visit, given.form, 422)
      const session = await confirmCode(auth, given.data.code, visit.c.req.raw.headers)
      if (!session)
        return showCode(visit, refuse(body, { code: visit.language.t('sign-in.wrong-code') }), 422)
      await keysAfterCode(house, session.token, getCookie(visit.c, vaultCookie))
      return withCookies(goTo(nextOf(visit)), session.cookies)
    }),
    open('POST', '/keluar', async ({ c }) => {
      const response = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
      return withCookies(goTo('/masuk'), [...response.headers.getSetCookie(), forgetVault])
    }),
    open('GET', '/undangan/:token', visit => welcome(visit, visit.c.req.param('token') ?? '')),
    open('POST', '/undangan/:token', async visit => {
      const token = visit.c.req.param('token') ?? ''
      const given = parseForm(Welcome, await readBody(visit.c), visit.language.t)
      if (!given.ok) return welcome(visit, token, given.form, 422)
      await acceptInvitation(house, auth, token, given.data)
      return goTo('/masuk?selamat-datang')
    }),
  ]
}

const saidTo = ({ c, language: { t } }: Visit) => {
  if (c.req.query('selamat-datang') !== undefined) return t('invitation.done')
  return c.req.query('pulih') === undefined ? undefined : t('restore.done')
}

const rememberDevice = (mark: string) =>
  generateCookie('device', mark, { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 180 * 86_400 })

const forgetVault = generateCookie(vaultCookie, '', {
  httpOnly: true,
  sameSite: 'Strict',
  path: '/',
  maxAge: 0,
})

const nextOf = ({ c }: Visit) => safePath(c.req.query('ke'), '/hari-ini')

const withCookies = (response: Response, cookies: string[]) => {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
