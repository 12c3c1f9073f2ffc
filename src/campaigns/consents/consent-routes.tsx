import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { materialById, versionsOf } from '../materials/queries.ts'
import { PicturedForm, readConsent, WithdrawForm } from './consent-form.ts'
import { ConsentsPage } from './consents-page.tsx'
import { keepConsent, sayPictured } from './keep-consent.ts'
import { LedgerPage } from './ledger-page.tsx'
import { consentById, consentsKept, consentsOfMaterial, consentsOfVersion } from './queries.ts'
import { withdrawConsent } from './recall.ts'
import { reachOfConsent } from './recall-queries.ts'
import { recallQueue } from './recall-queue.ts'
import { WithdrawPage } from './withdraw-page.tsx'

/** The ledger of consents and licences: kept and ended by the office whose material it is, seen by no other. */
export const consentRoutes = (house: House, staff: StaffRoute): Route[] => {
  const today = (visit: StaffVisit) => dayOf(house.clock(), visit.actor.office.timeZone)
  const mayKeep = ({ actor }: StaffVisit) => may(actor, 'consent.keep')

  const showLedger = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const wanted = Number(form.values.versi ?? visit.c.req.query('versi'))
    const shown = await house.db.asActor(actor, async tx => {
      const material = await materialById(tx, idOf(visit.c) ?? 0)
      const versions = material?.officeId === actor.officeId ? await versionsOf(tx, material.id) : []
      const version = versions.find(({ id }) => id === wanted) ?? versions[0]
      if (!material || !version) throw new NotFound()
      const resting = (await consentsOfVersion(tx, version.id)).map(({ id }) => id)
      return { material, version, resting, consents: await consentsOfMaterial(tx, material.id) }
    })
    const { material, ...rest } = shown
    const formId = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    const own = { materialId: material.id, mayKeep: mayKeep(visit), form, formId, today: today(visit) }
    return visit.page(<LedgerPage {...rest} {...own} />, {
      title: language.t('consent.title'),
      crumbs: <a href={`/materi/${material.id}`}>{material.title}</a>,
      status,
    })
  }

  const showWithdraw = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const shown = await house.db.asActor(visit.actor, async tx => {
      const consent = await consentById(tx, idOf(visit.c) ?? 0)
      if (!consent) throw new NotFound()
      return { consent, reach: await reachOfConsent(tx, consent.id) }
    })
    const back = `/materi/${shown.consent.materialId}/izin`
    return visit.page(<WithdrawPage {...shown} form={form} today={today(visit)} />, {
      title: visit.language.t('consent.withdraw'),
      crumbs: <a href={back}>{visit.language.t('consent.title')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/izin', { may: 'consent.read', audit: 'consent.list-viewed' }, async visit => {
      const consents = await visit.within(consentsKept)
      const view = <ConsentsPage consents={consents} today={today(visit)} mayKeep={mayKeep(visit)} />
      return visit.page(view, {
        title: visit.language.t('consent.title'),
        crumbs: <a href="/materi">{visit.language.t('nav.materials')}</a>,
      })
    }),
    staff('GET', '/materi/:id/izin', { may: 'consent.read', audit: 'none' }, visit => showLedger(visit)),
    staff('POST', '/materi/:id/izin', { may: 'consent.keep', audit: 'consent.kept' }, async visit => {
      const { actor } = visit
      const given = await readConsent(house, await readBody(visit.c), today(visit), visit.language)
      if (!given.ok) return showLedger(visit, given.form, 422)
      const page = `/materi/${idOf(visit.c)}/izin?versi=${given.version}`
      const keep = (tx: Parameters<typeof keepConsent>[0]) => async () => {
        await keepConsent(tx, actor, given.version, given.consent)
        return page
      }
      return goTo(await visit.within(tx => once(tx, actor.staffId, given.form, keep(tx))))
    }),
    staff(
      'POST',
      '/materi/:id/izin/pernyataan',
      { may: 'consent.keep', audit: 'consent.said' },
      async visit => {
        const given = parseForm(PicturedForm, await readBody(visit.c), visit.language.t)
        if (!given.ok) return showLedger(visit, given.form, 422)
        const { versi, pictured, consents } = given.data
        if (pictured === 'listed' && consents.length === 0) {
          const errors = { pictured: visit.language.t('consent.choose-entries') }
          return showLedger(visit, { values: { pictured, versi: String(versi) }, errors }, 422)
        }
        await visit.within(tx => sayPictured(tx, visit.actor, versi, pictured, consents))
        return goTo(`/materi/${idOf(visit.c)}`)
      },
    ),
    staff('GET', '/izin/:id/cabut', { may: 'consent.keep', audit: 'none' }, visit => showWithdraw(visit)),
    staff('POST', '/izin/:id/cabut', { may: 'consent.keep', audit: 'consent.withdrawn' }, async visit => {
      const given = parseForm(WithdrawForm, await readBody(visit.c), visit.language.t)
      if (!given.ok) return showWithdraw(visit, given.form, 422)
      const id = idOf(visit.c) ?? 0
      const material = await visit.within(async tx => {
        await withdrawConsent(house, tx, visit.actor, id, given.data.reason)
        return (await consentById(tx, id))!.materialId
      })
      // What is withdrawn is withdrawn; the clock brings the rest when the queue cannot.
      const late = (err: unknown) => house.log.warn({ err }, 'a recall waits for its minute')
      await house.jobs.send(recallQueue, {}).catch(late)
      return goTo(`/materi/${material}/izin`)
    }),
    staff('GET', '/izin/:id/bukti', { may: 'consent.read', audit: 'consent.proof-viewed' }, async visit => {
      const { bytes, type } = await visit.within(async tx => {
        const proof = (await consentById(tx, idOf(visit.c) ?? 0))?.proof
        const kept = proof && (await house.files.get(proof.key))
        if (!kept) throw new NotFound()
        return { bytes: kept, type: proof.type }
      })
      // A PDF is somebody else's file: it is handed over, never opened in a page of ours.
      const way = type === 'application/pdf' ? 'attachment; filename="bukti-izin.pdf"' : 'inline'
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': type, 'content-disposition': way, 'cache-control': 'private, no-store' },
      })
    }),
  ]
}
