import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { dutyById } from '../duties/queries.ts'
import { askOwner, mayAsk } from './ask-owner.ts'
import { AskPage } from './ask-page.tsx'
import { askForm } from './form.ts'
import { requestsOf } from './request-queries.ts'

/** An office asks the owners of a campaign for more time, or to be let off. */
export const askRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const { duty, requests } = await house.db.asActor(actor, async tx => {
      const duty = await dutyById(tx, idOf(visit.c) ?? 0)
      if (!duty) throw new NotFound()
      return { duty, requests: await requestsOf(tx, duty.id) }
    })
    const formId = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    return visit.page(
      <AskPage
        dutyId={duty.id}
        requests={requests}
        mayAsk={mayAsk(duty, actor)}
        form={form}
        formId={formId}
      />,
      {
        title: language.t('schedule.ask'),
        crumbs: (
          <a href={`/tugas/${duty.id}`}>
            {duty.title} · {language.t(`channel.${duty.channel}`)}
          </a>
        ),
        lead: language.t('duty.due', { moment: language.longMoment(duty.dueAt, duty.timeZone) }),
        status,
      },
    )
  }

  return [
    staff('GET', '/tugas/:id/minta', { may: 'duty.publish', audit: 'none' }, visit => show(visit)),
    staff('POST', '/tugas/:id/minta', { may: 'duty.publish', audit: 'duty.request-made' }, async visit => {
      const { actor, language } = visit
      const id = idOf(visit.c) ?? 0
      const today = dayOf(house.clock(), actor.office.timeZone)
      const given = parseForm(askForm(today), await readBody(visit.c), language.t)
      if (!given.ok) return show(visit, given.form, 422)
      const { form, ...asking } = given.data
      const there = `/tugas/${id}/minta`
      return goTo(
        await visit.within(tx =>
          once(tx, actor.staffId, form, () => askOwner(tx, actor, id, asking).then(() => there)),
        ),
      )
    }),
  ]
}
