import type { ComponentChildren } from 'preact'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState } from '../../platform/http/forms.ts'
import type { StaffVisit } from '../../staff/index.ts'
import type { Activity, ActivityMove } from './activity.ts'
import { ActivityPage } from './activity-page.tsx'
import { mayChange } from './plan-activity.ts'
import { activityById, eventsOf } from './queries.ts'

interface Showing {
  form?: FormState
  wanted?: ActivityMove
  /** What belongs to this kind of activity: sheets and lists of an outreach session. */
  extra: (activity: Activity, changeable: boolean) => ComponentChildren
}

/** The page of one activity. @throws NotFound */
export const showActivity = async (house: House, visit: StaffVisit, id: number, showing: Showing) => {
  const { actor, language } = visit
  const [activity, events] = await house.db.asActor(
    actor,
    async tx => [await activityById(tx, id), await eventsOf(tx, id)] as const,
  )
  if (!activity) throw new NotFound()
  const changeable = mayChange(actor, activity)
  const view = (
    <ActivityPage
      activity={activity}
      events={events}
      mayChange={changeable}
      form={showing.form ?? emptyForm}
      wanted={showing.wanted}
    >
      {showing.extra(activity, changeable)}
    </ActivityPage>
  )
  return visit.page(view, {
    title: activity.title,
    crumbs: <a href="/program">{language.t('nav.plan')}</a>,
    actions: changeable && activity.state !== 'called-off' && (
      <a class="btn plain" href={`/program/${id}/ubah`}>
        {language.t('activity.change')}
      </a>
    ),
    status: showing.wanted ? 422 : 200,
  })
}
