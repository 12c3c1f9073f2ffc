import { z } from 'zod'
import { allOffices } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { optionalText } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm } from '../../platform/http/forms.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { standingOf } from '../desk/case-queries.ts'
import { type caseDeeds, caseId, formIdOf } from '../desk/case-room.tsx'
import { insideNote, readable } from '../desk/deeds.ts'
import { caseNumber } from '../desk/words.ts'
import { complaintById } from '../queries.ts'
import { suggestedOffice } from '../report/suggest-office.ts'
import { acceptCase, grantCase, rejectCase, revokeShare, withdrawOffer } from './answer-offer.ts'
import { offerCase, requestCase } from './make-offer.ts'
import { consents, offerReasons, rejectReasons } from './offer.ts'
import { PassOnPage } from './pass-on-page.tsx'
import { officesWithKeys } from './queries.ts'

const why = {
  reason: z.enum(offerReasons, 'form.choose'),
  consent: z.enum(consents, 'form.choose'),
}
const Wish = z.object(why)
const PassOn = z
  .object({
    kind: z.enum(['hand-over', 'referral'], 'form.choose'),
    office: z.coerce.number('form.choose').int().positive('form.choose'),
    passNote: optionalText(5000),
    ...why,
  })
  .superRefine(({ consent, passNote }, context) => {
    if (consent === 'overridden' && passNote.length < 10)
      context.addIssue({ code: 'custom', path: ['passNote'], message: 'custody.note-missing' })
  })
const Reject = z.object({ reject: z.enum(rejectReasons, 'form.choose') })

/** Passing a case on, and answering those that are passed to us. */
export const custodyRoutes = (
  house: House,
  staff: StaffRoute,
  deed: ReturnType<typeof caseDeeds>,
): Route[] => {
  const work = { may: 'case.work' } as const

  const showPassOn = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const id = caseId(visit.c)
    const shown = await house.db.asActor(actor, async tx => {
      if ((await standingOf(tx, id, actor.officeId)) !== 'own') throw new NotFound()
      const complaint = (await complaintById(tx, id))!
      const able = await officesWithKeys(tx)
      const offices = (await allOffices(tx))
        .filter(office => office.id !== actor.officeId)
        .map(office => ({ id: office.id, name: office.name, hasKey: able.has(office.id) }))
      return { complaint, offices, ...(await suggestedOffice(tx, complaint, language.locale)) }
    })
    return visit.page(<PassOnPage {...shown} id={id} form={form} formId={formIdOf(form)} />, {
      title: language.t('custody.pass-on'),
      crumbs: <a href={`/aduan/${id}`}>{caseNumber(shown.complaint)}</a>,
      status,
    })
  }

  return [
    staff('GET', '/aduan/:id/serahkan', { ...work, audit: 'none' }, visit => showPassOn(visit)),
    deed({
      path: '/aduan/:id/serahkan',
      ...work,
      audit: 'case.offered',
      withKeys: true,
      again: showPassOn,
      read: (body, { language }) => parseForm(PassOn, body, language.t),
      act: async (tx, { actor }, id, { kind, office, passNote, ...wish }, keys) => {
        await readable(tx, actor, id)
        const entryId = passNote ? await insideNote(house, tx, actor, id, passNote) : undefined
        await offerCase(house, tx, actor, keys!, kind, {
          complaintId: id,
          officeId: office,
          entryId,
          ...wish,
        })
      },
    }),
    deed({
      path: '/aduan/:id/minta',
      ...work,
      audit: 'case.requested',
      read: (body, { language }) => parseForm(Wish, body, language.t),
      act: (tx, { actor }, id, wish) => requestCase(house, tx, actor, { complaintId: id, ...wish }),
    }),
    deed({
      path: '/aduan/:id/tawaran/:offer/terima',
      ...work,
      audit: 'case.offer-accepted',
      act: (tx, { actor, c }) => acceptCase(house, tx, actor, caseId(c, 'offer')),
    }),
    deed({
      path: '/aduan/:id/tawaran/:offer/beri',
      ...work,
      audit: 'case.granted',
      withKeys: true,
      act: (tx, { actor, c }, _id, _data, keys) => grantCase(house, tx, actor, keys!, caseId(c, 'offer')),
      to: () => '/aduan',
    }),
    deed({
      path: '/aduan/:id/tawaran/:offer/tolak',
      ...work,
      audit: 'case.offer-rejected',
      read: (body, { language }) => parseForm(Reject, body, language.t),
      act: (tx, { actor, c }, _id, { reject }) => rejectCase(tx, actor, caseId(c, 'offer'), reject),
      to: () => '/aduan',
    }),
    deed({
      path: '/aduan/:id/tawaran/:offer/tarik',
      ...work,
      audit: 'case.offer-withdrawn',
      act: (tx, { actor, c }) => withdrawOffer(tx, actor, caseId(c, 'offer')),
    }),
    deed({
      path: '/aduan/:id/berbagi/:office/cabut',
      ...work,
      audit: 'case.share-revoked',
      act: async (tx, { actor, c }, id) => {
        const officeId = idOf(c, 'office')
        if (!officeId) throw new NotFound()
        await revokeShare(tx, actor, id, officeId)
      },
      to: () => '/aduan',
    }),
  ]
}
