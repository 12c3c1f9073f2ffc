import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { deriveInTurn, receiptOfForm } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { checkReturnees } from '../likeness/check-returnees.ts'
import { HandOutPage } from '../register/edit-pages.tsx'
import { codesForm, wishesForm } from '../register/form.ts'
import { uuidOf } from '../uuid-of.ts'
import { arrivalNumber } from '../words.ts'
import { paperForm } from './form.ts'
import { makePaper } from './hand-over-paper.ts'
import { NeedsPage } from './needs-page.tsx'
import { PaperPage } from './paper-page.tsx'
import { arrivalById, personsOfArrival } from './queries.ts'
import { readArrival, readPaper } from './read-arrival.ts'
import { registerArrived } from './register-arrived.ts'

const needsForm = codesForm
  .omit({ version: true, district: true, village: true })
  .extend({ form: z.uuid(), words: wishesForm.shape.words, motive: text(10, 500) })

/** What happens at the hand-over: the letter is made, and the needs are asked. */
export const handOverRoutes = (house: House, staff: StaffRoute): Route[] => {
  const crumbs = (visit: StaffVisit) => (
    <a href={`/kepulangan/${uuidOf(visit)}`}>{visit.language.t('arrivals.one')}</a>
  )
  const formIdIn = (form: FormState) => z.uuid().safeParse(form.values.form).data ?? randomUUID()

  const showPaper = async (visit: StaffVisit, sent?: FormState, status = 200) => {
    const { arrival, plan, persons } = await readArrival(house, visit, uuidOf(visit))
    const { t } = visit.language
    const day = String(dayOf(house.clock(), visit.actor.office.timeZone))
    const all = persons.map(({ place }) => String(place))
    const values = { persons: all, day, from: plan.place, signer: visit.actor.name }
    const form = sent ?? { values, errors: {} }
    const labelled = persons.map(({ place, origin }) => ({
      place,
      label: [plan.initials[place], origin ?? t('inbox.origin-unknown')].join(' · '),
    }))
    const view = <PaperPage id={arrival.id} form={form} formId={formIdIn(form)} persons={labelled} />
    const title = `${arrivalNumber(arrival)}: ${t('letters.kind.hand-over')}`
    return visit.page(view, { title, crumbs: crumbs(visit), status })
  }

  const showNeeds = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const [id, personId] = [uuidOf(visit), uuidOf(visit, 'person')]
    const { arrival, person } = await personIn(house, visit, id, personId)
    const filled = status === 200 ? { ...form, values: { country: arrival.comingFrom ?? '' } } : form
    const back = `/kepulangan/${id}`
    const action = `${back}/orang/${personId}/daftar`
    const view = <NeedsPage action={action} back={back} form={filled} formId={formIdIn(form)} />
    const title = visit.language.t('arrivals.needs-of', { number: person.place + 1 })
    return visit.page(view, { title, crumbs: crumbs(visit), status })
  }

  return [
    staff('GET', '/kepulangan/:id/bast', { may: 'returnee.work', audit: 'none' }, visit => showPaper(visit)),
    staff(
      'POST',
      '/kepulangan/:id/bast',
      { may: 'returnee.work', audit: 'arrival.paper-made' },
      async visit => {
        const body = await readBody(visit.c)
        const form = parseForm(paperForm, body, visit.language.t)
        if (!form.ok) return showPaper(visit, form.form, 422)
        const { actor } = visit
        const id = uuidOf(visit)
        const to = await visit.withKeys(keys =>
          visit.within(tx =>
            once(tx, actor.staffId, form.data.form, async () => {
              const arrival = await arrivalById(tx, id)
              if (!arrival) throw new NotFound()
              await makePaper(house, tx, actor, keys, arrival, form.data)
              return `/kepulangan/${id}`
            }),
          ),
        )
        return goTo(to)
      },
    ),
    staff(
      'GET',
      '/kepulangan/:id/bast/:letter',
      { may: 'returnee.read', audit: 'arrival.paper-read' },
      async visit => {
        const id = uuidOf(visit)
        const { number, pdf } = await visit.withKeys(keys =>
          visit.within(tx => readPaper(tx, keys, id, idOf(visit.c, 'letter') ?? 0)),
        )
        return new Response(new Uint8Array(Buffer.from(pdf, 'base64')), {
          headers: {
            'content-type': 'application/pdf',
            'content-disposition': `attachment; filename="${number.replace(/[^A-Za-z0-9-]+/g, '_')}.pdf"`,
            'cache-control': 'no-store',
          },
        })
      },
    ),
    staff('GET', '/kepulangan/:id/orang/:person/daftar', { may: 'returnee.work', audit: 'none' }, visit =>
      showNeeds(visit),
    ),
    staff(
      'POST',
      '/kepulangan/:id/orang/:person/daftar',
      { may: 'returnee.work', audit: 'returnee.registered' },
      async visit => {
        const body = await readBody(visit.c)
        const form = parseForm(needsForm, body, visit.language.t)
        if (!form.ok) return showNeeds(visit, form.form, 422)
        const { actor, language } = visit
        const { data } = form
        const [id, personId] = [uuidOf(visit), uuidOf(visit, 'person')]
        const digits = receiptOfForm(house.secret, data.form)
        const receipt = await deriveInTurn(house.secret, digits, 'report')
        try {
          const to = await visit.withKeys(keys =>
            visit.within(tx =>
              once(tx, actor.staffId, data.form, () =>
                registerArrived(house, tx, actor, keys, { arrivalId: id, personId, told: data, receipt }),
              ),
            ),
          )
          await checkReturnees(house)
          const title = language.t('returnees.registered-staff')
          return visit.page(<HandOutPage receipt={digits} id={to} />, { title, crumbs: crumbs(visit) })
        } catch (error) {
          if (!(error instanceof Conflict)) throw error
          return showNeeds(visit, refuse(body, { form: language.t(error.key) }), 409)
        }
      },
    ),
  ]
}

const personIn = ({ db }: House, visit: StaffVisit, id: string, personId: string) =>
  db.asActor(visit.actor, async tx => {
    const arrival = await arrivalById(tx, id)
    const person = (await personsOfArrival(tx, id)).find(one => one.id === personId)
    if (!arrival || !person) throw new NotFound()
    return { arrival, person }
  })
