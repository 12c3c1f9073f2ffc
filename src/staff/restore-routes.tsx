import { z } from 'zod'
import type { House } from '../platform/house.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../platform/http/forms.ts'
import { goTo } from '../platform/http/page.tsx'
import { open, type Route, type Visit } from '../platform/http/route.ts'
import { type Auth, minPasswordLength } from './auth.ts'
import type { StaffRoute } from './gate.ts'
import { publicPage } from './public-page.tsx'
import { comeInAgain, restoration, sendRestoration, writeRestoration } from './restore-colleague.ts'
import { ComeInAgainPage } from './sign-in-pages.tsx'

const NewPassword = z.object({
  password: z
    .string('form.required')
    .min(minPasswordLength, 'invitation.password-short')
    .max(200, 'form.too-long'),
})

/** Letting a colleague in again who lost password or second factor. */
export const restoreRoutes = (house: House, staff: StaffRoute, auth: Auth): Route[] => {
  const show = async (visit: Visit, form: FormState = emptyForm, status = 200) => {
    const token = visit.c.req.param('token') ?? ''
    const { name } = await restoration(house, token)
    return publicPage(house, visit, <ComeInAgainPage form={form} token={token} name={name} />, {
      title: visit.language.t('restore.title'),
      narrow: true,
      status,
    })
  }
  return [
    staff(
      'POST',
      '/petugas/:id/pulihkan',
      { may: 'staff.restore', audit: 'staff.restore-asked' },
      async visit => {
        const written = await visit.within(tx =>
          writeRestoration(tx, house, visit.actor, visit.c.req.param('id') ?? ''),
        )
        await sendRestoration(house, visit.language, visit.actor, written)
        return goTo('/petugas?surat-terkirim')
      },
    ),
    open('GET', '/pulih/:token', visit => show(visit)),
    open('POST', '/pulih/:token', async visit => {
      const given = parseForm(NewPassword, await readBody(visit.c), visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      await comeInAgain(house, auth, visit.c.req.param('token') ?? '', given.data.password)
      return goTo('/masuk?pulih')
    }),
  ]
}
