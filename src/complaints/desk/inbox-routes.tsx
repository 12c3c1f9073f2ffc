import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  refuse,
} from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { isWaiting } from '../clocks/clock-history.ts'
import { openNotices, putAway } from '../notices/queries.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { addressOf, type Filter, filterOf } from './inbox.ts'
import { InboxPage } from './inbox-page.tsx'
import { inboxCounts, inboxPage, pageSize } from './inbox-queries.ts'
import { dropView, keepView, ownViews } from './own-views.ts'
import { soonFrom } from './words.ts'

const Shown = z.coerce.number().int().positive().catch(0)
const Named = z.object({ name: text(1, 40) })

/** The list of cases: nothing in it had to be opened. */
export const inboxRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/aduan', { may: 'case.read', audit: 'none' }, visit =>
    showInbox(house, visit, filterOf(visit.c.req.query())),
  ),
  staff('POST', '/aduan/kabar', { may: 'case.read', audit: 'notice.put-away' }, async visit => {
    const body = await readBody(visit.c)
    await visit.within(tx => putAway(tx, visit.actor.staffId, Shown.parse(body.upTo)))
    return goTo('/aduan')
  }),
  staff('POST', '/aduan/tampilan', { may: 'case.read', audit: 'view.kept' }, async visit => {
    const body = await readBody(visit.c)
    const { desk, view, area } = filterOf(only(body))
    const given = parseForm(Named, body, visit.language.t)
    const again = (form: FormState, status: number) =>
      showInbox(house, visit, { desk, view, area, after: undefined }, form, status)
    if (!given.ok) return again(given.form, 422)
    try {
      await visit.within(tx => keepView(tx, visit.actor, { ...given.data, desk, view, area }))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return again(refuse(body, { name: visit.language.t(error.key) }), 409)
    }
    return goTo(addressOf({ desk, view, area, after: undefined }))
  }),
  staff('POST', '/aduan/tampilan/lepas', { may: 'case.read', audit: 'view.dropped' }, async visit => {
    const { name } = only(await readBody(visit.c))
    await visit.within(tx => dropView(tx, visit.actor, name ?? ''))
    return goTo('/aduan')
  }),
]

const showInbox = async (
  house: House,
  visit: StaffVisit,
  filter: Filter,
  form: FormState = emptyForm,
  status = 200,
) => {
  const { actor, language } = visit
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
      own: await ownViews(tx, actor),
      problems: rules.problems,
    }
  })
  const rows = shown.rows.slice(0, pageSize)
  const last = shown.rows.length > pageSize ? rows.at(-1) : undefined
  const next = last && {
    ...filter,
    after: { rank: last.rank!, leavesOn: last.leavesOn!, number: last.number },
  }
  const view = <InboxPage {...shown} {...{ rows, filter, next, form, now }} officeId={actor.officeId} />
  return visit.page(view, {
    title: language.t('nav.complaints'),
    actions: may(actor, 'case.work') && (
      <a class="btn" href="/aduan/baru">
        {language.t('intake.title')}
      </a>
    ),
    status,
  })
}

const only = (body: Body): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
