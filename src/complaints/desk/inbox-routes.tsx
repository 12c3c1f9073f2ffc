import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute } from '../../staff/index.ts'
import { isWaiting } from '../clocks/clock-history.ts'
import { openNotices, putAway } from '../notices/queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { filterOf } from './inbox.ts'
import { InboxPage } from './inbox-page.tsx'
import { inboxCounts, inboxPage, pageSize } from './inbox-queries.ts'
import { soonFrom } from './words.ts'

const Shown = z.coerce.number().int().positive().catch(0)

/** The list of cases: nothing in it had to be opened. */
export const inboxRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/aduan', { may: 'case.read', audit: 'none' }, async visit => {
    const { actor, c, language } = visit
    const filter = filterOf(c.req.query())
    const now = house.clock()
    const soon = soonFrom(now)
    const shown = await visit.within(async tx => {
      const { rules } = await currentWorkflow(tx)
      const waiting = rules.clocks.filter(isWaiting).map(({ id }) => id)
      return {
        rows: await inboxPage(tx, actor, filter, soon, waiting),
        counts: await inboxCounts(tx, actor, soon),
        areas: await regenciesServed(tx),
        notices: await openNotices(tx, actor.staffId),
        problems: rules.problems,
      }
    })
    const rows = shown.rows.slice(0, pageSize)
    const last = shown.rows.length > pageSize ? rows.at(-1) : undefined
    const next = last && {
      ...filter,
      after: { rank: last.rank!, leavesOn: last.leavesOn!, number: last.number },
    }
    const view = (
      <InboxPage {...shown} rows={rows} filter={filter} next={next} officeId={actor.officeId} now={now} />
    )
    return visit.page(view, {
      title: language.t('nav.complaints'),
      actions: may(actor, 'case.work') && (
        <a class="btn" href="/aduan/baru">
          {language.t('intake.title')}
        </a>
      ),
    })
  }),
  staff('POST', '/aduan/kabar', { may: 'case.read', audit: 'notice.put-away' }, async visit => {
    const body = await readBody(visit.c)
    await visit.within(tx => putAway(tx, visit.actor.staffId, Shown.parse(body.upTo)))
    return goTo('/aduan')
  }),
]
