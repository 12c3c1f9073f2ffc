import {
  type Block,
  letterHead,
  letterNumber,
  nextSerial,
  type Paper,
  pdfOf,
} from '../../complaints/index.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { type Actor, type OfficeKeys, writeEntry } from '../../staff/index.ts'
import { arrivalRecord, type Person, packed } from '../contents.ts'
import { insertArrivalEvent, insertArrivalLetter } from './event-queries.ts'
import type { PaperInput } from './form.ts'
import { type ArrivalRow, personsOfArrival } from './queries.ts'
import { openPersons } from './read-arrival.ts'

// An official letter is Indonesian, whatever its writer reads.
const { t, day: longDay, shortDay, country } = languages.id

/**
 * Makes a hand-over letter (BAST) for some or all of those who arrived: numbered, typeset and sealed in one transaction. Its names
 * are opened with the motive given. @throws NotFound; Conflict when somebody named is not of this arrival
 */
export const makePaper = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  arrival: ArrivalRow,
  input: PaperInput,
): Promise<number> => {
  const { persons } = await openPersons(house, tx, actor, keys, arrival.id, input.motive)
  const origins = await personsOfArrival(tx, arrival.id)
  const named = [...new Set(input.persons)].map(place => {
    const person = persons[place]
    if (!person) throw new Conflict('complaint.changed-meanwhile')
    return { person, origin: origins.find(row => row.place === place)?.origin ?? '' }
  })
  const today = dayOf(house.clock(), actor.office.timeZone)
  const serial = await nextSerial(tx, actor.officeId, today.year)
  const number = letterNumber('hand-over', actor.office.shortName, today, serial)
  const { office, logo } = await letterHead(house, tx, actor.officeId)
  const pdf = pdfOf(paperOf({ input, named, number, office, arrival }), logo)
  const entryId = await writeEntry(tx, house.secret, arrivalRecord(arrival.id), {
    kind: 'paper',
    text: packed({ number, pdf: Buffer.from(pdf).toString('base64') }),
    authorId: actor.staffId,
  })
  const id = await insertArrivalLetter(tx, {
    arrival_id: arrival.id,
    office_id: actor.officeId,
    year: today.year,
    serial,
    persons: named.length,
    entry_id: entryId,
    made_by: actor.staffId,
    made_at: toDate(house.clock()),
  })
  await insertArrivalEvent(tx, arrival.id, actor.staffId, 'paper-made')
  return id
}

export interface PaperParts {
  input: PaperInput
  named: { person: Person; origin: string }[]
  number: string
  office: { name: string; parent: string; lines: string[] }
  arrival: Pick<ArrivalRow, 'arrivesOn' | 'flight' | 'comingFrom'>
}

/** What stands on the paper. */
export const paperOf = (parts: PaperParts): Paper => {
  const { input, number, office } = parts
  const heading = t('letters.kind.hand-over')
  const day = longDay(input.day).replace(/^\p{L}+, /u, '')
  const placeDay = t('letters.paper.place-day', { place: input.place, day })
  const sign = (above: string, title: string, name: string, below: string) => ({ above, title, name, below })
  return {
    form: 'record',
    title: `${heading} ${number}`,
    heading,
    numberLabel: t('letters.paper.number'),
    number,
    head: { ...office, logo: t('letters.paper.logo', { office: office.name }) },
    meta: [],
    placeDay,
    toLabel: '',
    to: '',
    blocks: blocksOf(parts),
    signs: [
      sign(t('letters.paper.second-party'), input.receiverTitle, input.receiver, input.receiverOffice),
      sign(t('letters.paper.first-party'), input.signerTitle, input.signer, office.name),
    ],
    seal: '',
    copiesLabel: '',
    copies: [],
    careful: t('letters.paper.careful'),
    preview: '',
  }
}

const blocksOf = ({ input, named, office, arrival }: PaperParts): Block[] => {
  const text = (words: string): Block => ({ kind: 'text', text: words })
  const titled = (title: string, words: string): Block[] =>
    words ? [{ kind: 'heading', text: title }, text(words)] : []
  return [
    text(t('letters.paper.opening', { day: longDay(input.day), place: input.place })),
    {
      kind: 'facts',
      rows: [
        [t('letters.paper.first-party'), `${input.signer}, ${input.signerTitle}, ${office.name}`],
        [
          t('letters.paper.second-party'),
          [input.receiver, input.receiverTitle, input.receiverOffice].filter(Boolean).join(', '),
        ],
      ],
    },
    text(t('returnees.paper-hands-over', { count: named.length })),
    peopleTable(named),
    {
      kind: 'facts',
      rows: [
        [
          t('returnees.paper-arrived'),
          [longDay(arrival.arrivesOn), arrival.flight].filter(Boolean).join(', '),
        ],
        [t('arrivals.country'), arrival.comingFrom ? country(arrival.comingFrom) : ''],
        [t('letters.field.way'), t(`letters.way.${input.way}`)],
        [t('letters.field.from'), input.from],
        [t('letters.field.destination'), input.destination],
      ],
    },
    ...titled(t('letters.field.condition'), input.condition),
    ...titled(t('letters.field.goods'), input.goods),
    ...titled(t('letters.field.witnesses'), input.witnesses),
    text(t('letters.paper.hand-over-close')),
  ]
}

const peopleTable = (named: PaperParts['named']): Block => ({
  kind: 'table',
  columns: [
    { title: t('returnees.paper-no'), wide: false },
    { title: t('returnees.name'), wide: true },
    { title: t('identity.bornOn'), wide: false },
    { title: t('identity.passport'), wide: false },
    { title: t('letters.paper.origin'), wide: true },
  ],
  rows: named.map(({ person, origin }, place) => [
    String(place + 1),
    person.name,
    person.bornOn ? shortDay(person.bornOn) : '–',
    person.passport || '–',
    placeOf(person.address, origin),
  ]),
})

/** The district is said once: most addresses name it already. */
const placeOf = (address: string, origin: string) => {
  const district = origin.replace(/^(Kabupaten|Kota) /, '')
  const isSaid = district !== '' && address.toLowerCase().includes(district.toLowerCase())
  return [address, isSaid ? '' : origin].filter(Boolean).join(', ') || '–'
}
