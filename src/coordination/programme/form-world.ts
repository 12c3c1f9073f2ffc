import { placeOf, placesNamed } from '../../complaints/index.ts'
import { allOffices } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { FormState } from '../../platform/http/forms.ts'
import type { Actor } from '../../staff/index.ts'
import { kinds } from './activity.ts'
import { colleagues } from './queries.ts'

/** What the form of an activity can choose from, and what the place in it is called. */
export const formWorld = async (tx: Tx, actor: Actor, form: FormState) => {
  const code = textOf(form, 'placeCode')
  const search = textOf(form, 'search').trim()
  const offices = await allOffices(tx)
  return {
    place: code ? (await placeOf(tx, code)).map(({ name }) => name).join(', ') : '',
    found: search ? await placesNamed(tx, search, '') : [],
    // The own office at the top: it is the one most often meant.
    offices: offices
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => Number(b.id === actor.officeId) - Number(a.id === actor.officeId)),
    colleagues: await colleagues(tx),
  }
}

/** Whether a code names a place. */
export const isPlace = async (tx: Tx, code: string) => (await placeOf(tx, code))[0]?.code === code

/** A new form, with what another page knew already: /program/baru?wilayah=72.10&jenis=outreach. */
export const begunWith = (
  query: Record<string, string>,
  { officeId, office }: Actor,
): FormState['values'] => ({
  kind: kinds.find(kind => kind === query.jenis) ?? '',
  placeCode: /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/.test(query.wilayah ?? '') ? query.wilayah! : '',
  startsOn: /^\d{4}-\d{2}-\d{2}$/.test(query.hari ?? '') ? query.hari! : '',
  timeZone: office.timeZone,
  owners: [String(officeId)],
})

const textOf = ({ values }: FormState, name: string) =>
  typeof values[name] === 'string' ? (values[name] as string) : ''
