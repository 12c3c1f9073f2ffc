import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import type { Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { takeDownReport } from '../report/file-report.ts'
import { reportForm, reportOf } from '../report/form.ts'
import { readFiles } from '../report/read-files.ts'
import { receiptOfForm } from '../report/receipt-of-form.ts'
import { formIdOf } from './case-room.tsx'
import { staffChannels } from './intake.ts'
import { HandOutPage, IntakePage } from './intake-page.tsx'

const Channel = z.object({ channel: z.enum(staffChannels, 'form.choose') })

/** A report that comes by telephone, at the counter, by letter: written down, and its number handed out. */
export const intakeRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const districts = await house.db.asActor(visit.actor, regenciesServed)
    return visit.page(<IntakePage form={form} formId={formIdOf(form)} districts={districts} />, {
      title: visit.language.t('intake.title'),
      crumbs: <a href="/aduan">{visit.language.t('nav.complaints')}</a>,
      status,
    })
  }

  const questions = reportForm(house.clock)
  return [
    staff('GET', '/aduan/baru', { may: 'case.work', audit: 'none' }, visit => show(visit)),
    staff('POST', '/aduan/baru', { may: 'case.work', audit: 'case.taken-down' }, async visit => {
      const { c, language, actor } = visit
      const body = await readBody(c)
      const [channel, given] = [parseForm(Channel, body, language.t), parseForm(questions, body, language.t)]
      if (!channel.ok || !given.ok) {
        const errors = { ...(channel.ok ? {} : channel.form.errors), ...(given.ok ? {} : given.form.errors) }
        return show(visit, refuse(body, errors), 422)
      }
      const id = randomUUID()
      const files = await readFiles(house, id, body, language)
      if (!files.ok) return show(visit, refuse(body, { files: files.message }), 422)
      const formId = given.data.form
      const report = { ...reportOf(given.data, channel.data.channel), id, files: files.files }
      try {
        const takeDown = await takeDownReport(house, actor, formId, report)
        const to = await visit.within(tx =>
          once(tx, actor.staffId, formId, async () => {
            await takeDown(tx)
            return `/aduan/${id}`
          }),
        )
        // Said in the answer to the form and nowhere else: an address would stand in the history.
        const view = (
          <HandOutPage receipt={receiptOfForm(house.secret, formId)} id={to.slice('/aduan/'.length)} />
        )
        return visit.page(view, { title: language.t('intake.taken') })
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return show(visit, refuse(body, { form: language.t(error.key) }), 409)
      }
    }),
  ]
}
