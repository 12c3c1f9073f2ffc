import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { uuidOf } from '../uuid-of.ts'
import { returneeNumber } from '../words.ts'
import { contactForm } from './form.ts'
import { noteContact } from './note-contact.ts'
import { AskPage, FollowUpsPage } from './pages.tsx'
import { dueFollowUps, followUpOf, heardFollowUps } from './queries.ts'

const mostShown = 200
const mostHeard = 20

/** Asking again after 3, 6 and 12 months. */
export const followUpRoutes = (house: House, staff: StaffRoute): Route[] => {
  const todayOf = (visit: StaffVisit) => String(dayOf(house.clock(), visit.actor.office.timeZone))
  const showOne = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const [start, month] = [uuidOf(visit, 'start'), idOf(visit.c, 'month') ?? 0]
    const followUp = await house.db.asActor(visit.actor, tx => followUpOf(tx, start, month, todayOf(visit)))
    if (!followUp) throw new NotFound()
    const { t } = visit.language
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const mayWork = may(visit.actor, 'returnee.work')
    const view = <AskPage followUp={followUp} form={form} formId={formId} mayWork={mayWork} />
    const title = `${returneeNumber(followUp)}: ${t('programmes.after-months', { months: followUp.month })}`
    return visit.page(view, { title, crumbs: <a href="/pemantauan">{t('aftercare.title')}</a>, status })
  }

  return [
    staff('GET', '/pemantauan', { may: 'returnee.read', audit: 'none' }, async visit => {
      const today = todayOf(visit)
      const shown = await house.db.asActor(visit.actor, async tx => ({
        due: await dueFollowUps(tx, today, mostShown),
        heard: await heardFollowUps(tx, today, mostHeard),
      }))
      const { t } = visit.language
      return visit.page(<FollowUpsPage {...shown} />, {
        title: t('aftercare.title'),
        lead: t('aftercare.lead'),
        crumbs: <a href="/purna">{t('nav.returnees')}</a>,
      })
    }),
    staff('GET', '/pemantauan/:start/:month', { may: 'returnee.read', audit: 'none' }, visit =>
      showOne(visit),
    ),
    staff(
      'POST',
      '/pemantauan/:start/:month',
      { may: 'returnee.work', audit: 'returnee.followed-up' },
      async visit => {
        const form = parseForm(contactForm, await readBody(visit.c), visit.language.t)
        if (!form.ok) return showOne(visit, form.form, 422)
        const at = { startId: uuidOf(visit, 'start'), month: idOf(visit.c, 'month') ?? 0 }
        const { staffId } = visit.actor
        const to = await visit.within(tx =>
          once(tx, staffId, form.data.form, async () => {
            await noteContact(house, tx, staffId, at, form.data.told)
            return '/pemantauan'
          }),
        )
        return goTo(to)
      },
    ),
  ]
}
