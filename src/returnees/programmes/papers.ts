import { type Block, letterHead, nextSerial, type Paper, pdfOf, type Row } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { type Actor, type OfficeKeys, openGuarded, readEntries } from '../../staff/index.ts'
import { type Person, personContent, returneeRecord, unpacked } from '../contents.ts'
import { returneeNumber } from '../words.ts'
import { type Invitation, insertCertificate, invitationsOf } from './invitation-queries.ts'
import type { Programme } from './programme.ts'

// Official papers are Indonesian, whatever their writer reads.
const { t, day: longDay, shortDay } = languages.id

/** Who it is, opened with the motive given. @throws NotFound when this office may not */
const openPerson = async (
  { secret }: Pick<House, 'secret'>,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  returneeId: string,
  motive: string,
): Promise<Person> => {
  const record = returneeRecord(returneeId)
  const entry = (await readEntries(tx, record, keys)).findLast(({ kind }) => kind === 'identity')
  if (!entry) throw new NotFound()
  return unpacked(personContent, await openGuarded(tx, secret, actor, record, entry.id, keys, motive))
}

/** The list to sign on the day: those of the own office who hold a place. @returns a PDF. @throws Conflict when nobody does */
export const attendanceList = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  programme: Programme,
  motive: string,
): Promise<Uint8Array> => {
  const holding = (await invitationsOf(tx, programme.id)).filter(
    ({ state }) => state === 'accepted' || state === 'attended',
  )
  if (holding.length === 0) throw new Conflict('programmes.nobody-holds')
  const rows: string[][] = []
  for (const [place, one] of holding.entries()) {
    const { name } = await openPerson(house, tx, actor, keys, one.returneeId, motive)
    rows.push([String(place + 1), name || returneeNumber(one), one.district ?? '–', ''])
  }
  const blocks: Block[] = [
    { kind: 'facts', rows: factsOf(programme) },
    {
      kind: 'table',
      signed: true,
      columns: [
        { title: t('returnees.paper-no'), wide: false },
        { title: t('returnees.name'), wide: true },
        { title: t('programmes.from'), wide: true },
        { title: t('programmes.signature'), wide: true },
      ],
      rows,
    },
  ]
  return drawn(house, tx, actor, {
    heading: t('programmes.attendance'),
    number: '',
    blocks,
    signer: actor.name,
    title: '',
  })
}

export interface CertificateInput {
  signer: string
  signerTitle: string
  motive: string
}

/**
 * A certificate for somebody who attended; its number is given once and stays.
 * @returns a PDF. @throws Conflict when the person did not attend
 */
export const certificate = async (
  house: House,
  tx: Tx,
  actor: Actor,
  keys: OfficeKeys,
  { programme, invitation, input }: { programme: Programme; invitation: Invitation; input: CertificateInput },
): Promise<Uint8Array> => {
  if (invitation.state !== 'attended') throw new Conflict('programmes.not-attended')
  const { name } = await openPerson(house, tx, actor, keys, invitation.returneeId, input.motive)
  const today = dayOf(house.clock(), actor.office.timeZone)
  const { serial, year } = await numbered(tx, actor, invitation, today.year)
  const blocks: Block[] = [
    { kind: 'centred', text: t('programmes.certificate-given') },
    { kind: 'name', text: name },
    { kind: 'centred', text: t('programmes.certificate-for', { title: programme.title }) },
    { kind: 'facts', rows: factsOf(programme).slice(1) },
  ]
  return drawn(house, tx, actor, {
    heading: t('programmes.certificate'),
    number: `${String(serial).padStart(3, '0')}/SERT/${actor.office.shortName.toUpperCase().replace(/[^A-Z0-9]+/g, '-')}/${year}`,
    blocks,
    signer: input.signer,
    title: input.signerTitle,
  })
}

const numbered = async (tx: Tx, actor: Actor, { id, serial, year }: Invitation, thisYear: number) => {
  if (serial !== null && year !== null) return { serial, year }
  const next = await nextSerial(tx, actor.officeId, thisYear)
  const { officeId, staffId } = actor
  await insertCertificate(tx, { invitationId: id, officeId, year: thisYear, serial: next, staffId })
  return { serial: next, year: thisYear }
}

const factsOf = (programme: Programme): Row[] => [
  [t('programmes.title-of'), programme.title],
  [t('programmes.when'), [...new Set([programme.startsOn, programme.endsOn])].map(shortDay).join(' – ')],
  [t('programmes.where'), programme.district ?? t('programmes.whole-province')],
  [t('programmes.owner'), programme.owner],
]

const drawn = async (
  house: House,
  tx: Tx,
  actor: Actor,
  {
    heading,
    number,
    blocks,
    signer,
    title,
  }: { heading: string; number: string; blocks: Block[]; signer: string; title: string },
): Promise<Uint8Array> => {
  const { office, logo } = await letterHead(house, tx, actor.officeId)
  const today = longDay(dayOf(house.clock(), actor.office.timeZone)).replace(/^\p{L}+, /u, '')
  const paper: Paper = {
    form: 'record',
    title: [heading, number].filter(Boolean).join(' '),
    heading,
    numberLabel: t(number ? 'letters.paper.number' : 'programmes.printed'),
    number: number || today,
    head: { ...office, logo: t('letters.paper.logo', { office: office.name }) },
    meta: [],
    placeDay: today,
    toLabel: '',
    to: '',
    blocks,
    signs: [{ above: today, title, name: signer, below: office.name }],
    seal: '',
    copiesLabel: '',
    copies: [],
    careful: '',
    preview: '',
  }
  return pdfOf(paper, logo)
}
