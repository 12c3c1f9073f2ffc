import { holidaysBetween } from '../../complaints/index.ts'
import { allOffices } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { optionalText } from '../../platform/http/fields.ts'
import { readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute } from '../../staff/index.ts'
import { SessionPanel } from '../outreach/session-panel.tsx'
import { reportsOfYear } from '../synchronise/find.ts'
import { type Activity, activityMoves, moveNames } from './activity.ts'
import { spanOf } from './month.ts'
import { moveActivity } from './move-activity.ts'
import { ProgrammePage } from './programme-page.tsx'
import { activitiesBetween, districtTiles, regencies } from './queries.ts'
import { showActivity } from './show-activity.tsx'
import { filterParts, shownBy } from './shown.ts'

/** Reading the joint programme, and moving an activity on from its page. */
export const readRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/program', { may: 'programme.read', audit: 'none' }, async visit => {
    const { actor, c, language } = visit
    const today = dayOf(house.clock(), actor.office.timeZone)
    const shown = shownBy(c.req.query(), today)
    const { from, to } = spanOf(shown.month)
    const world = await visit.within(async tx => {
      const tiles = await districtTiles(tx)
      return {
        activities: await activitiesBetween(tx, from, to, shown),
        offices: await allOffices(tx),
        areas: await regencies(tx, tiles[0]?.code.slice(0, 2)),
        tiles,
        daysOff: await holidaysBetween(
          tx,
          String(shown.month.toPlainDate({ day: 1 })),
          String(shown.month.toPlainDate({ day: shown.month.daysInMonth })),
        ),
        risk: await reportsOfYear(tx, house.clock()),
      }
    })
    const { t } = language
    return visit.page(<ProgrammePage {...world} shown={shown} today={today} />, {
      title: t('nav.plan'),
      lead: t('plan.lead'),
      actions: (
        <>
          <a class="btn plain" href="/program/sinkron">
            {t('sync.title')}
          </a>
          <a class="btn plain" href="/program/kalender">
            {t('plan.calendar-address')}
          </a>
          <a class="btn plain" href={`/program/ekspor?${new URLSearchParams(filterParts(shown))}`}>
            {t('plan.export')}
          </a>
          {may(actor, 'programme.write') && (
            <>
              <a class="btn plain" href="/program/impor">
                {t('plan.import')}
              </a>
              <a class="btn" href="/program/baru">
                {t('activity.new')}
              </a>
            </>
          )}
        </>
      ),
    })
  }),
  staff('GET', '/program/:id', { may: 'programme.read', audit: 'none' }, visit =>
    showActivity(house, visit, idOf(visit.c) ?? 0, { extra: sessionOf }),
  ),
  staff(
    'POST',
    '/program/:id/langkah/:move',
    { may: 'programme.write', audit: 'activity.moved' },
    async visit => {
      const { c, actor, language } = visit
      const id = idOf(c) ?? 0
      const move = moveNames.find(name => name === c.req.param('move'))
      if (!move) throw new NotFound()
      const body = await readBody(c)
      const note = optionalText(500).safeParse(body[`note-${move}`])
      if (!note.success || (activityMoves[move].note === 'required' && note.data.length < 3)) {
        const said = language.t(note.success ? 'activity.why-needed' : 'activity.why-too-long')
        const form = refuse(body, { [`note-${move}`]: said })
        return showActivity(house, visit, id, { form, wanted: move, extra: sessionOf })
      }
      await visit.within(tx => moveActivity(tx, actor, id, move, note.data, house.clock()))
      return goTo(`/program/${id}`)
    },
  ),
]

const sessionOf = (activity: Activity, changeable: boolean) => (
  <SessionPanel activity={activity} mayChange={changeable} />
)
