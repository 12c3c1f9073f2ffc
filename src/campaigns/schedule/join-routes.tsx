import { allOffices } from '../../offices/index.ts'
import { at, dayOf, toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { campaignById, ownersOf } from '../plan/queries.ts'
import { addOffices } from './add-office.ts'
import { dueHour } from './due.ts'
import { joinForm } from './form.ts'
import { JoinPage } from './join-page.tsx'
import { officesWithDuties } from './queries.ts'

/** Offices that join a campaign later. */
export const joinRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const id = idOf(visit.c) ?? 0
    const { campaign, offices } = await house.db.asActor(actor, async tx => {
      const campaign = await campaignById(tx, id)
      if (!campaign || !(await ownersOf(tx, id)).includes(actor.officeId)) throw new NotFound()
      const there = await officesWithDuties(tx, id)
      return { campaign, offices: (await allOffices(tx)).filter(office => !there.includes(office.id)) }
    })
    const formId = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    return visit.page(<JoinPage campaignId={id} offices={offices} form={form} formId={formId} />, {
      title: language.t('schedule.join'),
      crumbs: <a href={`/kampanye/${id}/tugas`}>{campaign.title}</a>,
      status,
    })
  }

  return [
    staff('GET', '/kampanye/:id/kantor', { may: 'campaign.start', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/kampanye/:id/kantor',
      { may: 'campaign.start', audit: 'campaign.joined' },
      async visit => {
        const { actor, language } = visit
        const id = idOf(visit.c) ?? 0
        const today = dayOf(house.clock(), actor.office.timeZone)
        const given = parseForm(joinForm(today), await readBody(visit.c), language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const { form, offices, dueOn } = given.data
        const join = (tx: Parameters<typeof addOffices>[0]) =>
          addOffices(tx, actor, id, [...new Set(offices)], toDate(at(dueOn, dueHour)))
        return goTo(
          await visit.within(tx =>
            once(tx, actor.staffId, form, () => join(tx).then(() => `/kampanye/${id}`)),
          ),
        )
      },
    ),
  ]
}
