import { allOffices, districtOffices, officesById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { notAgreed } from '../consents/not-agreed.ts'
import { channelsBeyond } from '../consents/queries.ts'
import { approvedVersions } from '../materials/list-queries.ts'
import { roundsOf } from '../schedule/queries.ts'
import { coverageOf } from './coverage-of.ts'
import { campaignForm } from './form.ts'
import { CampaignPage, CampaignsPage, NewCampaignPage } from './pages.tsx'
import { campaignById, campaignList, materialsOf, ownersOf } from './queries.ts'
import { startCampaign } from './start-campaign.ts'

/** Campaigns: started once with all their duties, then watched. */
export const planRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showNew = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => ({
      versions: await approvedVersions(tx, actor.officeId),
      offices: await districtOffices(tx),
      partners: (await allOffices(tx)).filter(
        ({ id, kind }) => id !== actor.officeId && (kind === 'bp3mi' || kind === 'province'),
      ),
    }))
    const formId = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    return visit.page(<NewCampaignPage {...shown} form={form} formId={formId} />, {
      title: language.t('campaign.start'),
      status,
    })
  }

  return [
    staff('GET', '/kampanye', { may: 'campaign.read', audit: 'none' }, async visit => {
      const rows = await visit.within(campaignList)
      const mayStart = may(visit.actor, 'campaign.start')
      const actions = rows.length > 0 && (
        <>
          <a class="btn plain" href="/kalender-tayang">
            {visit.language.t('schedule.calendar')}
          </a>
          {may(visit.actor, 'insight.read') && (
            <a class="btn plain" href="/kampanye/senyap">
              {visit.language.t('silence.link')}
            </a>
          )}
          {mayStart && (
            <a class="btn" href="/kampanye/baru">
              {visit.language.t('campaign.start')}
            </a>
          )}
        </>
      )
      return visit.page(<CampaignsPage rows={rows} mayStart={mayStart} />, {
        title: visit.language.t('nav.campaigns'),
        actions,
      })
    }),
    // Another page may hand over for which office.
    staff('GET', '/kampanye/baru', { may: 'campaign.start', audit: 'none' }, visit => {
      const office = visit.c.req.query('kantor')
      return showNew(visit, office ? { values: { offices: [office] }, errors: {} } : emptyForm)
    }),
    staff('POST', '/kampanye/baru', { may: 'campaign.start', audit: 'campaign.started' }, async visit => {
      const { actor } = visit
      const today = dayOf(house.clock(), actor.office.timeZone)
      const body = await readBody(visit.c)
      const given = parseForm(campaignForm(today), body, visit.language.t)
      if (!given.ok) return showNew(visit, given.form, 422)
      const { form, ...plan } = given.data
      const beyond = await house.db.asActor(actor, tx => channelsBeyond(tx, plan.versions, plan.channels))
      if (beyond.length > 0) return showNew(visit, refuse(body, notAgreed(beyond, visit.language)), 422)
      return goTo(
        await visit.within(tx =>
          once(tx, actor.staffId, form, async () => `/kampanye/${await startCampaign(tx, actor, plan)}`),
        ),
      )
    }),
    staff('GET', '/kampanye/:id', { may: 'campaign.read', audit: 'none' }, async visit => {
      const now = house.clock()
      const shown = await visit.within(async tx => {
        const id = idOf(visit.c)
        const campaign = id ? await campaignById(tx, id) : undefined
        const rounds = campaign ? await roundsOf(tx, campaign.id) : []
        const round = rounds.find(({ number }) => String(number) === visit.c.req.query('pekan'))?.number
        const coverage =
          campaign && (await coverageOf(tx, campaign.id, now, row => !round || row.round === round))
        if (!campaign || !coverage || coverage.duties === 0) throw new NotFound()
        const owners = await officesById(tx, await ownersOf(tx, campaign.id))
        return { campaign, coverage, rounds, round, owners, materials: await materialsOf(tx, campaign.id) }
      })
      const { t } = visit.language
      const owns = shown.owners.some(({ id }) => id === visit.actor.officeId)
      const actions = (
        <>
          <a class="btn plain" href={`/kampanye/${shown.campaign.id}/tugas`}>
            {t('schedule.duties')}
          </a>
          {owns && may(visit.actor, 'recap.make') && (
            <>
              <a class="btn plain" href={`/kampanye/${shown.campaign.id}/kit`}>
                {t('kit.title')}
              </a>
              <a class="btn" href={`/kampanye/${shown.campaign.id}/rekap`}>
                {t('recap.title')}
              </a>
            </>
          )}
        </>
      )
      const crumbs = <a href="/kampanye">{t('nav.campaigns')}</a>
      return visit.page(<CampaignPage {...shown} now={now} />, {
        title: shown.campaign.title,
        crumbs,
        actions,
      })
    }),
  ]
}
