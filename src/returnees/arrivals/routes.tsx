import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { uuidOf } from '../uuid-of.ts'
import { arrivalNumber } from '../words.ts'
import { type ArrivalMove, arrivalMoveNames } from './arrival.ts'
import { ArrivalPage, type ArrivalProps } from './arrival-page.tsx'
import { BoardActions, BoardPage } from './board-page.tsx'
import { insertArrivalEvent } from './event-queries.ts'
import { journeyOf, planForm, planOf } from './form.ts'
import { changePlan, moveArrival } from './keep-arrival.ts'
import { proposeCases } from './propose-cases.ts'
import { arrivalById, arrivalsBetween, personsOfArrival, setCase } from './queries.ts'
import { openPersons, readArrival } from './read-arrival.ts'

/** Days on one board. */
const days = 14

const Motive = z.object({ motive: text(10, 500) })
const Move = z.object({ move: z.enum(arrivalMoveNames as [ArrivalMove, ...ArrivalMove[]], 'form.choose') })
const Linked = z.object({ case: z.union([z.literal(''), z.uuid()]).default('') })
const work = (deed: string) => ({ may: 'returnee.work', audit: `arrival.${deed}` }) as const

/** The board of the next days, and one arrival from expected to handed over. */
export const arrivalRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (
    visit: StaffVisit,
    form: FormState = emptyForm,
    status = 200,
    opened?: ArrivalProps['opened'],
  ) => {
    const shown = await readArrival(house, visit, uuidOf(visit))
    const mayWork = may(visit.actor, 'returnee.work')
    return visit.page(<ArrivalPage {...shown} form={form} mayWork={mayWork} opened={opened} />, {
      title: arrivalNumber(shown.arrival),
      crumbs: <a href="/kepulangan">{visit.language.t('nav.arrivals')}</a>,
      status,
    })
  }
  const here = (visit: StaffVisit) => `/kepulangan/${uuidOf(visit)}`

  return [
    staff('GET', '/kepulangan', { may: 'returnee.read', audit: 'none' }, async visit => {
      const today = dayOf(house.clock(), visit.actor.office.timeZone)
      const asked = z.iso.date().safeParse(visit.c.req.query('dari')).data
      const from = asked ? Temporal.PlainDate.from(asked) : today
      const until = from.add({ days: days - 1 })
      const arrivals = await house.db.asActor(visit.actor, tx =>
        arrivalsBetween(tx, String(from), String(until)),
      )
      return visit.page(<BoardPage arrivals={arrivals} today={today} from={from} days={days} />, {
        title: visit.language.t('arrivals.title'),
        lead: visit.language.t('arrivals.lead', { count: days }),
        actions: may(visit.actor, 'returnee.work') && <BoardActions />,
      })
    }),
    staff('GET', '/kepulangan/:id', { may: 'returnee.read', audit: 'none' }, visit => show(visit)),
    staff('POST', '/kepulangan/:id/rencana', work('planned'), async visit => {
      const id = uuidOf(visit)
      const body = await readBody(visit.c)
      const form = parseForm(planForm, body, visit.language.t)
      if (!form.ok) return show(visit, form.form, 422)
      const { data } = form
      const next = { journey: journeyOf(data), plan: planOf(data), version: data.version }
      try {
        await visit.withKeys(keys => visit.within(tx => changePlan(house, tx, visit.actor, keys, id, next)))
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return show(visit, refuse(body, { day: visit.language.t(error.key) }), 409)
      }
      return goTo(here(visit))
    }),
    staff('POST', '/kepulangan/:id/langkah', work('moved'), async visit => {
      const form = parseForm(Move, await readBody(visit.c), visit.language.t)
      if (!form.ok) return show(visit, emptyForm, 422)
      await visit.within(tx => moveArrival(tx, visit.actor, uuidOf(visit), form.data.move))
      return goTo(here(visit))
    }),
    // Not led on to another address: what is opened stands in no history.
    staff('POST', '/kepulangan/:id/buka', work('names-opened'), async visit => {
      const id = uuidOf(visit)
      const form = parseForm(Motive, await readBody(visit.c), visit.language.t)
      if (!form.ok) return show(visit, form.form, 422)
      const opened = await visit.withKeys(keys =>
        visit.within(async tx => {
          await insertArrivalEvent(tx, id, visit.actor.staffId, 'names-opened')
          return openPersons(house, tx, visit.actor, keys, id, form.data.motive)
        }),
      )
      return show(visit, emptyForm, 200, opened)
    }),
    staff('POST', '/kepulangan/:id/orang/:person/perkara', work('case-linked'), async visit => {
      const [id, personId] = [uuidOf(visit), uuidOf(visit, 'person')]
      const form = parseForm(Linked, await readBody(visit.c), visit.language.t)
      if (!form.ok) return show(visit, emptyForm, 422)
      await visit.within(async tx => {
        const arrival = await arrivalById(tx, id)
        const person = (await personsOfArrival(tx, id)).find(one => one.id === personId)
        if (!arrival || !person) throw new NotFound()
        const wanted = form.data.case
        const proposed = wanted ? await proposeCases(tx, person, arrival.comingFrom) : []
        if (wanted && !proposed.some(one => one.id === wanted && one.visible)) throw new NotFound()
        await setCase(tx, personId, wanted || null)
        await insertArrivalEvent(tx, id, visit.actor.staffId, 'case-linked')
      })
      return goTo(here(visit))
    }),
  ]
}
