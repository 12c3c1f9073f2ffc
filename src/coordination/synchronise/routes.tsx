import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { type Body, emptyForm, type FormState, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { joinForces, moveActivity } from '../programme/move-activity.ts'
import { leads } from '../programme/plan-activity.ts'
import { findAll, type RiskOf } from './find.ts'
import type { Finding } from './finding.ts'
import { lookOver } from './look-over.ts'
import { insertDismissal } from './queries.ts'
import { fieldOf, SyncPage } from './sync-page.tsx'

/** Where the programme does not fit together, and the three answers: join forces, postpone, or put aside with a reason. */
export const synchroniseRoutes = (house: House, staff: StaffRoute, riskOf?: RiskOf): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, wanted?: string) => {
    const { actor, language } = visit
    const { found, names } = await house.db.asActor(actor, tx => lookOver(tx, house.clock(), riskOf))
    const mayWrite = may(actor, 'programme.write')
    const view = (
      <SyncPage
        found={found}
        names={names}
        mayWrite={mayWrite}
        mayChange={({ owners }) => mayWrite && (leads(actor) || owners.includes(actor.officeId))}
        form={form}
        wanted={wanted}
      />
    )
    return visit.page(view, {
      title: language.t('sync.title'),
      crumbs: <a href="/program">{language.t('nav.plan')}</a>,
      lead: language.t('sync.lead'),
      status: wanted ? 422 : 200,
    })
  }

  /** The reason comes with every answer; without one, the page comes back with the field open. */
  const answered = async (
    visit: StaffVisit,
    deed: string,
    answer: (about: { finding: string; print: string; why: string }) => Promise<unknown>,
  ) => {
    const body = await readBody(visit.c)
    const finding = textOf(body, 'finding')
    const name = fieldOf(deed, finding)
    const why = textOf(body, name).trim()
    if (why.length < 3 || why.length > 500) {
      const said = visit.language.t(why.length < 3 ? 'activity.why-needed' : 'activity.why-too-long')
      return show(visit, refuse(body, { [name]: said }), name)
    }
    await answer({ finding, print: textOf(body, 'print'), why })
    return goTo('/program/sinkron')
  }

  return [
    staff('GET', '/program/sinkron', { may: 'programme.read', audit: 'none' }, visit => show(visit)),
    staff('POST', '/program/sinkron/gabung', { may: 'programme.write', audit: 'activity.joined' }, visit =>
      answered(visit, 'gabung', ({ finding, print, why }) =>
        visit.within(async tx => {
          const [kept, given] = standing(await findAll(tx, house.clock(), riskOf), finding, print).activities
          if (!kept || !given) throw new Conflict('sync.changed-meanwhile')
          await joinForces(tx, visit.actor, kept, given, why)
        }),
      ),
    ),
    staff(
      'POST',
      '/program/sinkron/tunda/:id',
      { may: 'programme.write', audit: 'activity.moved' },
      visit => {
        const id = idOf(visit.c) ?? 0
        return answered(visit, `tunda/${id}`, ({ why }) =>
          visit.within(tx => moveActivity(tx, visit.actor, id, 'postpone', why, house.clock())),
        )
      },
    ),
    staff('POST', '/program/sinkron/abaikan', { may: 'programme.write', audit: 'finding.dismissed' }, visit =>
      answered(visit, 'abaikan', ({ finding, print, why }) =>
        visit.within(async tx => {
          const { key } = standing(await findAll(tx, house.clock(), riskOf), finding, print)
          const { officeId, staffId } = visit.actor
          await insertDismissal(tx, {
            finding: key,
            print,
            reason: why,
            office_id: officeId,
            staff_id: staffId,
          })
        }),
      ),
    ),
  ]
}

/** The finding that an answer is about, as it stands now. @throws Conflict when it has changed or gone */
const standing = ({ findings }: { findings: Finding[] }, key: string, print: string): Finding => {
  const found = findings.find(one => one.key === key && one.print === print)
  if (!found) throw new Conflict('sync.changed-meanwhile')
  return found
}

const textOf = (body: Body, name: string) => (typeof body[name] === 'string' ? body[name] : '')
