import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { thumbnail } from '../../platform/images/intake.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { formatFor } from '../channel.ts'
import { drawVariant } from '../draw-variant.ts'
import { dutiesToReview } from '../duties/queries.ts'
import { isImage } from '../format.ts'
import { decideProofs } from './decide-proofs.ts'
import { issuedVariant } from './issued-variant.ts'
import { seenIn } from './queries.ts'
import { readRulings } from './review-form.ts'
import { ReviewPage } from './review-page.tsx'
import { lastMoves, newestProofs } from './review-queries.ts'

/** As many as a reviewer looks through in one go. */
const perPage = 25

/** The desk of whoever decides proofs. */
export const reviewRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, c, language } = visit
    const moved = idsIn(c.req.query('berubah'))
    const shown = await house.db.asActor(actor, async tx => {
      const duties = await dutiesToReview(tx, actor.officeId)
      const page = duties.slice(0, perPage)
      const proofs = await newestProofs(
        tx,
        page.map(({ id }) => id),
      )
      const seen = await seenIn(
        tx,
        proofs.flatMap(({ proofId }) => proofId ?? []),
      )
      const waiting = page.map(duty => {
        const found = proofs.find(({ dutyId }) => dutyId === duty.id)
        const proof = found?.proofId
          ? { id: found.proofId, url: found.url, givenAt: found.givenAt!, takenAt: found.takenAt }
          : undefined
        return {
          ...duty,
          lastEvent: found?.lastEvent ?? 0,
          proof,
          seen: seen.find(({ proofId }) => proofId === proof?.id),
        }
      })
      return { waiting, more: duties.length - page.length, moved: await lastMoves(tx, moved) }
    })
    const decided = Number(c.req.query('diputus')?.match(/^\d{1,3}$/)?.[0] ?? 0)
    const view = <ReviewPage {...shown} decided={decided} formId={crypto.randomUUID()} form={form} />
    return visit.page(view, { title: language.t('nav.review'), status })
  }

  return [
    staff('GET', '/tinjau', { may: 'proof.decide', audit: 'none' }, visit => show(visit)),
    staff('POST', '/tinjau', { may: 'proof.decide', audit: 'proof.reviewed' }, async visit => {
      const { actor, language } = visit
      const given = readRulings(await readBody(visit.c), language)
      if (!given.ok) return show(visit, given.form, 422)
      const { form, note, rulings } = given.data
      const next = await visit.within(tx =>
        once(tx, actor.staffId, form, async () => {
          const moved = await decideProofs(tx, actor, rulings, note, language.t)
          const told = moved.length > 0 ? `&berubah=${moved.join(',')}` : ''
          return `/tinjau?diputus=${rulings.length - moved.length}${told}`
        }),
      )
      return goTo(next)
    }),
    staff('GET', '/tinjau/varian/:id', { may: 'proof.decide', audit: 'none' }, async visit => {
      const order = await visit.within(tx => issuedVariant(tx, house.config, idOf(visit.c) ?? 0))
      if (!order) throw new NotFound()
      const format = formatFor[order.duty.channel]
      const { bytes } = await drawVariant(house, order, isImage(format) ? format : 'portrait')
      return new Response(new Uint8Array(await thumbnail(bytes, 360)), {
        headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=300' },
      })
    }),
  ]
}

const idsIn = (text = '') =>
  /^[\d,]{1,400}$/.test(text)
    ? text
        .split(',')
        .map(Number)
        .filter(id => id > 0 && id < 1e9)
    : []
