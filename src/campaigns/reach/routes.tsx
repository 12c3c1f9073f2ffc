import { visitsByDuty } from '../../links/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { dutyById } from '../duties/queries.ts'
import { Declare } from './declare-form.ts'
import { DutyReachPage } from './duty-reach-page.tsx'
import { declarationsOf, devicesOf, insertDeclaration } from './queries.ts'
import { ReachPage } from './reach-page.tsx'
import { readReach } from './read-reach.ts'

/** Reach: of a campaign, of an office in it, of one duty; and what an office tells of it. */
export const reachRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showDuty = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => {
      const duty = await dutyById(tx, idOf(visit.c) ?? 0)
      if (!duty) throw new NotFound()
      const [visits] = await visitsByDuty(tx, [duty.id])
      const devices = (await devicesOf(tx, duty.campaignId)).find(
        ({ officeId, channel }) => officeId === duty.officeId && channel === duty.channel,
      )
      const none = { clicks: 0, scans: 0, previews: 0 }
      const figures = { ...none, ...visits, devices: devices ?? { low: 0, high: 0 } }
      return { duty, figures, declarations: await declarationsOf(tx, duty.id) }
    })
    const { duty } = shown
    const view = (
      <DutyReachPage
        {...shown}
        dutyId={duty.id}
        mayDeclare={duty.officeId === actor.officeId && may(actor, 'duty.publish')}
        form={form}
        formId={typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()}
      />
    )
    const { t } = language
    return visit.page(view, {
      title: t('reach.of-duty-title', { office: duty.officeName, channel: t(`channel.${duty.channel}`) }),
      crumbs: <a href={`/tugas/${duty.id}`}>{t('reach.back-to-duty')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/kampanye/:id/jangkauan', { may: 'campaign.read', audit: 'none' }, async visit => {
      const now = house.clock()
      const wanted = Number(/^[1-9]\d{0,8}$/.exec(visit.c.req.query('kantor') ?? '')?.[0]) || undefined
      const read = await visit.within(tx => readReach(tx, visit.actor, idOf(visit.c) ?? 0, now, wanted))
      if (!read) throw new NotFound()
      const { campaign, ...shown } = read
      const { t, moment } = visit.language
      return visit.page(<ReachPage {...shown} campaignId={campaign.id} asOf={moment(now)} />, {
        title: shown.office ? t('reach.title-of', { office: shown.office }) : t('reach.title'),
        crumbs: <a href={`/kampanye/${campaign.id}`}>{campaign.title}</a>,
      })
    }),
    staff('GET', '/tugas/:id/jangkauan', { may: 'duty.read', audit: 'none' }, visit => showDuty(visit)),
    staff('POST', '/tugas/:id/jangkauan', { may: 'duty.publish', audit: 'reach.declared' }, async visit => {
      const { actor } = visit
      const given = parseForm(Declare, await readBody(visit.c), visit.language.t)
      if (!given.ok) return showDuty(visit, given.form, 422)
      const { form, ...told } = given.data
      return goTo(
        await visit.within(async tx => {
          const duty = await dutyById(tx, idOf(visit.c) ?? 0)
          if (!duty || duty.officeId !== actor.officeId) throw new NotFound()
          return once(tx, actor.staffId, form, async () => {
            await insertDeclaration(tx, { ...told, dutyId: duty.id, staffId: actor.staffId })
            return `/tugas/${duty.id}/jangkauan`
          })
        }),
      )
    }),
  ]
}
