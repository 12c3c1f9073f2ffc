import { contactsOf, officeById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { type Design, designsOf } from '../designs/design.ts'
import { drawExample, previewLink } from '../designs/draw-example.ts'
import type { SlotValues } from '../designs/slot.ts'
import { fillSlots } from './fill-slots.ts'
import { slotsOf } from './queries.ts'
import { readSlots, slotsOfDesigns } from './read-slots.ts'
import { SlotsPage } from './slots-page.tsx'

/** The office's own places in the designs: filled by itself, looked at before they are kept, printed on its own sheets only. */
export const slotRoutes = (house: House, staff: StaffRoute): Route[] => {
  const designs = designsOf(house.config.dataDir).filter(({ slots }) => slots.length > 0)
  const slots = slotsOfDesigns(designsOf(house.config.dataDir))

  const show = async (
    visit: StaffVisit,
    typedIn?: { slots: SlotValues; form: FormState; design?: Design | undefined },
    status = 200,
  ) => {
    const { actor } = visit
    const kept = await house.db.asActor(actor, tx =>
      slotsOf(
        tx,
        actor.officeId,
        slots.map(({ name }) => name),
      ),
    )
    const shown = typedIn?.design ?? designs[0]!
    const view = (
      <SlotsPage
        slots={slots}
        designs={designs}
        filled={typedIn?.slots ?? kept}
        form={typedIn?.form ?? emptyForm}
        shown={shown}
      />
    )
    return visit.page(view, { title: visit.language.t('slot.title'), status })
  }

  return [
    staff('GET', '/isian', { may: 'duty.publish', audit: 'none' }, visit => show(visit)),
    staff('POST', '/isian', { may: 'duty.publish', audit: 'slot.filled' }, async visit => {
      const body = await readBody(visit.c)
      const given = readSlots(slots, body, visit.language.t)
      const design = designs.find(({ key }) => key === body.design)
      if (!given.ok) return show(visit, { ...given, design }, 422)
      if (body.deed === 'look')
        return show(visit, { slots: given.slots, form: { values: typed(body), errors: {} }, design })
      await visit.within(tx => fillSlots(tx, visit.actor, slots, given.slots))
      return goTo('/isian')
    }),
    staff('GET', '/isian/gambar/:design', { may: 'duty.publish', audit: 'none' }, async visit => {
      const { actor, c, language } = visit
      const design = designs.find(({ key }) => key === c.req.param('design'))
      if (!design) throw new NotFound()
      const [office, contacts] = await visit.within(
        async tx =>
          [(await officeById(tx, actor.officeId))!, await contactsOf(tx, [actor.officeId])] as const,
      )
      const { slots: filled } = readSlots(slots, c.req.query(), language.t)
      const link = previewLink(house.config.publicUrl)
      const drawn = await drawExample(house, { design, office, contacts, link, slots: filled })
      return new Response(new Uint8Array(drawn.bytes), {
        headers: { 'content-type': drawn.type, 'cache-control': 'private, max-age=60' },
      })
    }),
  ]
}
