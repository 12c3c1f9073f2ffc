import type { House } from '../../platform/house.ts'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute } from '../../staff/index.ts'
import { RemovalNotice } from '../consents/removal-notice-view.tsx'
import { removalsToDo } from '../consents/removal-queries.ts'
import { KitLink } from '../proofs/kit-link.tsx'
import { senderOf } from '../proofs/kit-routes.tsx'
import { openReminders } from '../reminders/queries.ts'
import { TodayActions } from '../reminders/today-actions.tsx'
import { dutiesOfOffice } from './queries.ts'
import { TodayPage } from './today-page.tsx'

/** The page with which an office begins its day. */
export const todayRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/hari-ini', { may: 'duty.read', audit: 'none' }, async visit => {
    const { actor, language } = visit
    const { duties, reminders, removals } = await visit.within(async tx => ({
      duties: await dutiesOfOffice(tx, actor.officeId),
      reminders: await openReminders(tx, actor.staffId),
      removals: await removalsToDo(tx, actor.officeId),
    }))
    const view = (
      <>
        <RemovalNotice count={removals} />
        {may(actor, 'duty.publish') && <KitLink {...senderOf(house, visit)} />}
        <TodayPage duties={duties} now={house.clock()} zone={actor.office.timeZone} />
      </>
    )
    return visit.page(view, {
      title: language.t('today.title', { office: actor.office.shortName }),
      actions: <TodayActions reminders={reminders.length} />,
    })
  }),
]
