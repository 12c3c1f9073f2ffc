import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { uuidOf } from '../uuid-of.ts'
import { passReasons } from './offer.ts'
import { acceptReturnee, closeOffer, offerReturnee } from './pass-on.ts'

const Wish = z.object({
  office: z.coerce.number('form.choose').int('form.choose').positive('form.choose'),
  reason: z.enum(passReasons, 'form.choose'),
})

const work = (deed: string) => ({ may: 'returnee.work', audit: `returnee.${deed}` }) as const

/** Records that go from office to office. @param again the record's page, with what was wrong */
export const custodyRoutes = (
  house: House,
  staff: StaffRoute,
  again: (visit: StaffVisit, form: FormState, status: number) => Promise<Response>,
): Route[] => [
  staff('POST', '/purna/:id/serahkan', work('offered'), async visit => {
    const { actor, language } = visit
    const body = await readBody(visit.c)
    const given = parseForm(Wish, body, language.t)
    if (!given.ok) return again(visit, given.form, 422)
    const { office, reason } = given.data
    const returneeId = uuidOf(visit)
    try {
      await visit.withKeys(keys =>
        visit.within(tx => offerReturnee(house, tx, actor, keys, { returneeId, officeId: office, reason })),
      )
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return again(visit, refuse(body, { form: language.t(error.key) }), 409)
    }
    return goTo(`/purna/${returneeId}`)
  }),
  staff('POST', '/purna/serahan/:offer/terima', work('offer-accepted'), async visit => {
    const id = await visit.within(tx => acceptReturnee(house, tx, visit.actor, uuidOf(visit, 'offer')))
    return goTo(`/purna/${id}`)
  }),
  staff('POST', '/purna/serahan/:offer/tolak', work('offer-rejected'), async visit => {
    await visit.within(tx => closeOffer(tx, visit.actor, uuidOf(visit, 'offer'), 'rejected'))
    return goTo('/purna')
  }),
  staff('POST', '/purna/serahan/:offer/tarik', work('offer-withdrawn'), async visit => {
    await visit.within(tx => closeOffer(tx, visit.actor, uuidOf(visit, 'offer'), 'withdrawn'))
    return goTo('/purna')
  }),
]
