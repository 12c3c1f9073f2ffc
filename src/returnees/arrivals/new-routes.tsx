import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { text } from '../../platform/http/fields.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  refuse,
  typed,
} from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { arrivalForm, inputName, journeyOf, longestLetter, personInputs, personsOf, planOf } from './form.ts'
import { keepArrival } from './keep-arrival.ts'
import { PastePage, ProposalPage } from './new-pages.tsx'
import { colleaguesOf } from './queries.ts'
import { type ReadLetter, readLetter } from './read-letter.ts'

const Pasted = z.object({ letter: text(10, longestLetter) })

/** From a pasted letter to an arrival: read, corrected by an officer, then kept. */
export const newArrivalRoutes = (house: House, staff: StaffRoute): Route[] => {
  const todayOf = ({ actor }: StaffVisit) => dayOf(house.clock(), actor.office.timeZone)

  const showPaste = (visit: StaffVisit, form: FormState = emptyForm, status = 200) =>
    visit.page(<PastePage form={form} />, {
      title: visit.language.t('arrivals.new'),
      lead: visit.language.t('arrivals.new-lead'),
      crumbs: <a href="/kepulangan">{visit.language.t('nav.arrivals')}</a>,
      status,
    })

  /** Read again whenever it is shown, so that the words stand beside the fields also when a form comes back. */
  const showProposal = async (visit: StaffVisit, letter: string, sent?: FormState, status = 200) => {
    const { districts, colleagues } = await house.db.asActor(visit.actor, async tx => ({
      districts: await regenciesServed(tx),
      colleagues: await colleaguesOf(tx, visit.actor.officeId),
    }))
    const read = readLetter(letter, districts, todayOf(visit))
    const form = sent ?? { values: valuesOf(read, letter), errors: {} }
    const view = (
      <ProposalPage
        form={form}
        formId={z.uuid().safeParse(form.values.form).data ?? randomUUID()}
        read={read}
        rows={rowsOf(form, read)}
        districts={districts}
        colleagues={colleagues}
      />
    )
    return visit.page(view, {
      title: visit.language.t('arrivals.check'),
      crumbs: <a href="/kepulangan">{visit.language.t('nav.arrivals')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/kepulangan/baru', { may: 'returnee.work', audit: 'none' }, visit => showPaste(visit)),
    staff('POST', '/kepulangan/baca', { may: 'returnee.work', audit: 'arrival.read' }, async visit => {
      const body = await readBody(visit.c)
      if (body.without === 'yes') return showProposal(visit, '')
      const form = parseForm(Pasted, body, visit.language.t)
      if (!form.ok) return showPaste(visit, form.form, 422)
      await visit.recordDeed()
      return showProposal(visit, form.data.letter)
    }),
    staff('POST', '/kepulangan', { may: 'returnee.work', audit: 'arrival.kept' }, async visit => {
      const body = await readBody(visit.c)
      const { t } = visit.language
      const form = parseForm(arrivalForm, body, t)
      const { persons, errors } = personsOf(body, todayOf(visit))
      if (!form.ok || Object.keys(errors).length > 0) {
        const said = Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, t(key)]))
        const sent = refuse(body, { ...(form.ok ? {} : form.form.errors), ...said })
        return showProposal(visit, letterIn(body), sent, 422)
      }
      const { data } = form
      const known = new Set((await house.db.asActor(visit.actor, regenciesServed)).map(({ code }) => code))
      const to = await visit.within(tx =>
        once(tx, visit.actor.staffId, data.form, async () => {
          const id = await keepArrival(house, tx, visit.actor, {
            journey: { ...journeyOf(data), comingFrom: data.country || null },
            plan: planOf(data),
            persons: persons.map(({ person, origin }) => ({
              person,
              originCode: known.has(origin) ? origin : null,
            })),
            letter: data.letter,
          })
          return `/kepulangan/${id}`
        }),
      )
      return goTo(to)
    }),
  ]
}

const letterIn = (body: Body) => {
  const { letter } = typed(body)
  return typeof letter === 'string' ? letter.slice(0, longestLetter) : ''
}

const valuesOf = ({ journey, persons }: ReadLetter, letter: string): FormState['values'] => ({
  letter,
  day: journey.day?.value ?? '',
  time: journey.time?.value ?? '',
  flight: journey.flight?.value ?? '',
  country: journey.country?.value ?? '',
  ...Object.fromEntries(
    persons.flatMap((person, place) =>
      personInputs.map(field => [inputName(field, place), person[field]?.value ?? '']),
    ),
  ),
})

/** One row to spare; and as many as were filled in. */
const rowsOf = ({ values }: FormState, { persons }: ReadLetter) => {
  const sent = Object.keys(values).filter(name => name.startsWith('name-') && values[name]).length
  return Math.max(sent, persons.length) + 1
}
