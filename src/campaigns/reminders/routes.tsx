import { z } from 'zod'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { locales } from '../../platform/i18n/messages.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { keepSettings, openReminders, putAwayReminders, settingsOf } from './queries.ts'
import { digestHours, usualSettings } from './reminder.ts'
import { RemindersPage } from './reminders-page.tsx'

const Settings = z.object({
  mail: z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes'),
  digestHour: z.coerce
    .number()
    .refine(
      (hour): hour is (typeof digestHours)[number] => digestHours.some(one => one === hour),
      'form.choose',
    ),
  language: z.enum(locales, 'form.choose'),
})
const PutAway = z.object({ upTo: z.coerce.number().int().positive() })

/** What somebody is reminded of in the console, and how they hear of it. */
export const reminderRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => ({
      reminders: await openReminders(tx, actor.staffId),
      settings: (await settingsOf(tx, actor.staffId)) ?? usualSettings,
    }))
    return visit.page(<RemindersPage {...shown} form={form} />, {
      title: language.t('reminder.title'),
      crumbs: <a href="/hari-ini">{language.t('nav.today')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/pengingat', { may: 'account.own', audit: 'none' }, visit => show(visit)),
    staff('POST', '/pengingat', { may: 'account.own', audit: 'reminder.settings-kept' }, async visit => {
      const given = parseForm(Settings, await readBody(visit.c), visit.language.t)
      if (!given.ok) return show(visit, given.form, 422)
      await visit.within(tx => keepSettings(tx, visit.actor.staffId, given.data))
      return goTo('/pengingat')
    }),
    staff('POST', '/pengingat/simpan', { may: 'account.own', audit: 'reminder.put-away' }, async visit => {
      const given = PutAway.safeParse(await readBody(visit.c))
      if (given.success)
        await visit.within(tx =>
          putAwayReminders(tx, visit.actor.staffId, given.data.upTo, toDate(house.clock())),
        )
      return goTo('/pengingat')
    }),
  ]
}
