import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { readProof } from '../duties/proof-form.ts'
import { moveRemoval } from './move-removal.ts'
import { canMoveRemoval, type RemovalMove, removalMoves } from './removal.ts'
import { RemovalPage } from './removal-page.tsx'
import { removalById, removalEvents, removalsSeen } from './removal-queries.ts'
import { RemovalsPage } from './removals-page.tsx'

const Note = z.object({ note: text(5, 500) })

/** Publications taken down again: done by the office that published, confirmed by the one whose material it is. */
export const removalRoutes = (house: House, staff: StaffRoute): Route[] => {
  const today = (visit: StaffVisit) => dayOf(house.clock(), visit.actor.office.timeZone)

  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor } = visit
    const { removal, events } = await house.db.asActor(actor, async tx => {
      const removal = await removalById(tx, idOf(visit.c) ?? 0)
      if (!removal) throw new NotFound()
      return { removal, events: await removalEvents(tx, removal.id) }
    })
    const moves = (Object.keys(removalMoves) as RemovalMove[]).filter(
      move => may(actor, removalMoves[move].may) && canMoveRemoval(move, removal, actor.officeId),
    )
    const view = <RemovalPage {...{ removal, events, moves, form }} today={today(visit)} />
    return visit.page(view, {
      title: removal.material,
      crumbs: <a href="/penurunan">{visit.language.t('removal.title')}</a>,
      status,
    })
  }

  const move = (name: RemovalMove) => async (visit: StaffVisit) => {
    const id = idOf(visit.c) ?? 0
    await visit.within(tx => moveRemoval(house, tx, visit.actor, id, name))
    return goTo(`/penurunan/${id}`)
  }

  return [
    staff('GET', '/penurunan', { may: 'duty.read', audit: 'none' }, async visit => {
      const removals = await visit.within(removalsSeen)
      const view = <RemovalsPage removals={removals} officeId={visit.actor.officeId} today={today(visit)} />
      return visit.page(view, { title: visit.language.t('removal.title') })
    }),
    staff('GET', '/penurunan/:id', { may: 'duty.read', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/penurunan/:id/nyatakan',
      { may: 'duty.publish', audit: 'removal.declared' },
      move('declare'),
    ),
    staff('POST', '/penurunan/:id/bukti', { may: 'duty.publish', audit: 'removal.proven' }, async visit => {
      const given = await readProof(house, await readBody(visit.c), visit.language)
      if (!given.ok) return show(visit, given.form, 422)
      const id = idOf(visit.c) ?? 0
      const proof = 'url' in given.proof ? given.proof : { key: given.proof.fileKey }
      await visit.within(tx => moveRemoval(house, tx, visit.actor, id, 'prove', { proof }))
      return goTo(`/penurunan/${id}`)
    }),
    staff(
      'POST',
      '/penurunan/:id/konfirmasi',
      { may: 'proof.decide', audit: 'removal.confirmed' },
      move('confirm'),
    ),
    staff(
      'POST',
      '/penurunan/:id/kembalikan',
      { may: 'proof.decide', audit: 'removal.returned' },
      async visit => {
        const given = parseForm(Note, await readBody(visit.c), visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const id = idOf(visit.c) ?? 0
        await visit.within(tx => moveRemoval(house, tx, visit.actor, id, 'return', given.data))
        return goTo(`/penurunan/${id}`)
      },
    ),
    staff('GET', '/penurunan/:id/bukti', { may: 'duty.read', audit: 'removal.proof-viewed' }, async visit => {
      const bytes = await visit.within(async tx => {
        const proof = (await removalById(tx, idOf(visit.c) ?? 0))?.proof
        const kept = proof && 'key' in proof ? await house.files.get(proof.key) : undefined
        if (!kept) throw new NotFound()
        return kept
      })
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' },
      })
    }),
  ]
}
