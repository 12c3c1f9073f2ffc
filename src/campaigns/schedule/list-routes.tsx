import { allOffices, contactsOf, officeById } from '../../offices/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { campaignById, ownersOf } from '../plan/queries.ts'
import { nudgesFor } from '../reminders/whatsapp.ts'
import { answerRequests } from './ask-owner.ts'
import { ChangedMeanwhile, directDuties } from './direct-duties.ts'
import { DutiesPage } from './duties-page.tsx'
import { answerForm, directForm } from './form.ts'
import { dutiesIn, type ListedDuty, lastDeeds, officesWithDuties, roundsOf } from './queries.ts'
import { openRequests } from './request-queries.ts'
import { addressOf, shownBy } from './shown-duties.ts'

/** As many as a page shows; the filter leads to the others. */
const most = 300

/** All duties of a campaign, and what its owners decide about them. */
export const listRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (
    visit: StaffVisit,
    {
      form = emptyForm,
      status = 200,
      changed = [],
    }: { form?: FormState; status?: number; changed?: ListedDuty[] } = {},
  ) => {
    const { actor, c, language } = visit
    const id = idOf(c) ?? 0
    const shown = shownBy(c.req.query())
    const now = house.clock()
    const world = await house.db.asActor(actor, async tx => {
      const campaign = await campaignById(tx, id)
      const there = await officesWithDuties(tx, id)
      if (!campaign || there.length === 0) throw new NotFound()
      const offices = await allOffices(tx)
      const deeds =
        changed.length > 0
          ? await lastDeeds(
              tx,
              changed.map(duty => duty.id),
            )
          : []
      return {
        campaign,
        owns: may(actor, 'campaign.start') && (await ownersOf(tx, id)).includes(actor.officeId),
        duties: await dutiesIn(tx, { campaignId: id, ...shown }, toDate(now), most),
        rounds: await roundsOf(tx, id),
        offices: offices.filter(office => there.includes(office.id)),
        targets: offices,
        requests: await openRequests(tx, id),
        contacts: await contactsOf(tx, there),
        changed: changed.map(duty => {
          const deed = deeds.find(({ dutyId }) => dutyId === duty.id)
          return { duty, by: deed?.office ?? '', at: deed?.at ?? toDate(now) }
        }),
      }
    })
    const { campaign, contacts, ...rest } = world
    const nudged = rest.owns && shown.view === 'overdue' ? rest.duties : []
    const nudges = nudgesFor(nudged, contacts, language, house.config.publicUrl)
    const formId =
      typeof form.values.form === 'string' && changed.length === 0 ? form.values.form : crypto.randomUUID()
    return visit.page(
      <DutiesPage
        {...rest}
        nudges={nudges}
        campaignId={id}
        shown={shown}
        form={form}
        formId={formId}
        most={most}
        now={now}
      />,
      {
        title: language.t('schedule.duties'),
        crumbs: <a href={`/kampanye/${id}`}>{campaign.title}</a>,
        status,
        actions: rest.owns && (
          <a class="btn plain" href={`/kampanye/${id}/kantor`}>
            {language.t('schedule.join')}
          </a>
        ),
      },
    )
  }

  return [
    staff('GET', '/kampanye/:id/tugas', { may: 'campaign.read', audit: 'none' }, visit => show(visit)),
    staff('POST', '/kampanye/:id/tugas', { may: 'campaign.start', audit: 'duty.directed' }, async visit => {
      const { actor, c, language } = visit
      const id = idOf(c) ?? 0
      const body = await readBody(c)
      const given = parseForm(directForm(dayOf(house.clock(), actor.office.timeZone)), body, language.t)
      if (!given.ok) return show(visit, { form: given.form, status: 422 })
      const { form, duties, deed, dueOn, office, reason } = given.data
      const work = (tx: Tx) =>
        once(tx, actor.staffId, form, async () => {
          const campaign = await campaignById(tx, id)
          const target = office ? await officeById(tx, office) : undefined
          if (!campaign || (deed === 'reassign' && !target)) throw new NotFound()
          const direction =
            deed === 'postpone'
              ? { deed, reason, dueOn: dueOn! }
              : deed === 'reassign'
                ? { deed, reason, office: target!, slug: campaign.slug }
                : { deed, reason }
          await directDuties(tx, actor, id, duties, direction)
          return addressOf(id, { ...shownBy(c.req.query()), all: false })
        })
      try {
        return goTo(await visit.within(work))
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error
        const kept = refuse(body, { duties: language.t('schedule.changed-meanwhile') })
        return show(visit, { form: kept, status: 409, changed: error.duties })
      }
    }),
    staff(
      'POST',
      '/kampanye/:id/permintaan',
      { may: 'campaign.start', audit: 'duty.request-answered' },
      async visit => {
        const { actor, c, language } = visit
        const id = idOf(c) ?? 0
        const given = parseForm(answerForm, await readBody(c), language.t)
        if (!given.ok) return show(visit, { form: given.form, status: 422 })
        const { requests, decision, answer } = given.data
        await visit.within(tx => answerRequests(tx, actor, id, requests, decision, answer))
        return goTo(`/kampanye/${id}/tugas`)
      },
    ),
  ]
}
