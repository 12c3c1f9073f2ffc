import { languages } from '../../platform/i18n/language.tsx'
import type { complaintById } from '../queries.ts'
import type { Screening } from '../screening/read-screening.ts'
import { assessmentBlocks, sealOf } from './assessment-blocks.ts'
import type { Fields, LetterKind } from './letter.ts'
import { ruleOf } from './letter.ts'
import type { Block, Paper, Row, Sign } from './paper.ts'

export interface Writing {
  kind: LetterKind
  fields: Fields
  number: string
  complaint: NonNullable<Awaited<ReturnType<typeof complaintById>>>
  office: { name: string; parent: string; lines: string[] }
  /** Of the identity, only after it was opened with a motive. */
  person: Row[]
  screening?: Screening | undefined
  preview: boolean
}

const { t, day: longDay, country } = languages.id

/** What stands on the paper. */
export const compose = (writing: Writing): Paper => {
  const { kind, fields, number, office, preview } = writing
  const heading = t(`letters.kind.${kind}`)
  const day = longDay(fields.day!).replace(/^\p{L}+, /u, '')
  return {
    form: ruleOf(kind).form,
    title: `${heading} ${number}`,
    heading,
    numberLabel: t('letters.paper.number'),
    number,
    head: { ...office, logo: t('letters.paper.logo', { office: office.name }) },
    meta: [
      [t('letters.paper.number'), number],
      [t('letters.paper.nature'), t(kind === 'answer' ? 'letters.paper.limited' : 'letters.paper.secret')],
      [t('letters.paper.attachments'), fields.attachments || '–'],
      [t('letters.paper.subject'), heading],
    ],
    placeDay: t('letters.paper.place-day', { place: fields.place!, day }),
    toLabel: t('letters.paper.to'),
    to: fields.to ?? '',
    blocks: bodies[kind](writing),
    signs: signsOf(writing, day),
    seal: writing.screening ? sealOf(writing.screening) : '',
    copiesLabel: t('letters.paper.copies'),
    copies: linesOf(fields.copies),
    careful: t('letters.paper.careful'),
    preview: preview ? t('letters.paper.preview') : '',
  }
}

const linesOf = (words = '') =>
  words
    .split('\n')
    .map(one => one.trim())
    .filter(Boolean)
const heading = (text: string): Block => ({ kind: 'heading', text })
const text = (words: string): Block => ({ kind: 'text', text: words })
const titled = (title: string, words = ''): Block[] => (words ? [heading(title), text(words)] : [])

/** The person: initials, or what was opened; and what routing knows of the case. */
const about = ({ fields, person, complaint }: Writing): Block => ({
  kind: 'facts',
  rows: [
    [t('letters.paper.person'), fields.subject!],
    ...person,
    [t('letters.paper.origin'), complaint.origin ?? ''],
    [t('letters.paper.country'), complaint.destination ? country(complaint.destination) : ''],
    [t('letters.paper.case'), String(complaint.number)],
  ],
})

const opening = ({ fields }: Writing): Block =>
  text(t('letters.paper.opening', { day: longDay(fields.day!), place: fields.place! }))

const clarified = (writing: Writing, round: 'first' | 'second'): Block[] => {
  const { fields } = writing
  return [
    opening(writing),
    text(t(`letters.paper.clarified-${round}`)),
    about(writing),
    { kind: 'facts', rows: [[t('letters.paper.opponent'), fields.opponent!]] },
    ...titled(t('letters.field.present'), fields.present),
    ...titled(t('letters.field.matter'), fields.matter),
    ...titled(t('letters.field.saidByWorker'), fields.saidByWorker),
    ...titled(t('letters.field.saidByOpponent'), fields.saidByOpponent),
    ...titled(t('letters.field.outcome'), fields.outcome),
    ...titled(t('letters.field.commitment'), fields.commitment),
    ...(fields.commitmentBy
      ? [text(t('letters.paper.commitment-by', { day: longDay(fields.commitmentBy) }))]
      : []),
    text(t('letters.paper.minutes-close')),
  ]
}

const bodies: Record<LetterKind, (writing: Writing) => Block[]> = {
  screening: writing => [about(writing), ...assessmentBlocks(writing.screening)],
  'hand-over': writing => {
    const { fields, office } = writing
    return [
      opening(writing),
      {
        kind: 'facts',
        rows: [
          [t('letters.paper.first-party'), `${fields.signer}, ${fields.signerTitle}, ${office.name}`],
          [
            t('letters.paper.second-party'),
            [fields.receiver, fields.receiverTitle, fields.receiverOffice].filter(Boolean).join(', '),
          ],
        ],
      },
      text(t('letters.paper.hands-over')),
      about(writing),
      {
        kind: 'facts',
        rows: [
          [t('letters.field.way'), t(`letters.way.${fields.way as 'land'}`)],
          [t('letters.field.from'), fields.from!],
          [t('letters.field.destination'), fields.destination!],
        ],
      },
      ...titled(t('letters.field.condition'), fields.condition),
      ...titled(t('letters.field.goods'), fields.goods),
      ...titled(t('letters.field.witnesses'), fields.witnesses),
      text(t('letters.paper.hand-over-close')),
    ]
  },
  referral: writing => [
    text(t('letters.paper.refers')),
    about(writing),
    ...titled(t('letters.field.matter'), writing.fields.matter),
    ...titled(t('letters.field.needs'), writing.fields.needs),
    ...titled(t('letters.field.consent'), writing.fields.consent),
    text(t('letters.paper.referral-close')),
  ],
  'clarification-first': writing => clarified(writing, 'first'),
  'clarification-second': writing => clarified(writing, 'second'),
  answer: ({ fields, complaint }) => [
    text(t('letters.paper.answers', { number: complaint.number })),
    ...titled(t('letters.field.done'), fields.done),
    ...titled(t('letters.field.next'), fields.next),
    text(t('letters.paper.answer-close')),
  ],
}

const signsOf = ({ kind, fields, office }: Writing, day: string): Sign[] => {
  const own: Sign = {
    above: t('letters.paper.place-day', { place: fields.place!, day }),
    title: fields.signerTitle!,
    name: fields.signer!,
    below: office.name,
  }
  const party = (role: string, name: string, title = '', below = ''): Sign => ({
    above: role,
    title,
    name,
    below,
  })
  if (kind === 'hand-over')
    return [
      party(t('letters.paper.second-party'), fields.receiver!, fields.receiverTitle, fields.receiverOffice),
      { ...own, above: t('letters.paper.first-party') },
    ]
  if (kind.startsWith('clarification'))
    return [
      party(t('letters.paper.person'), fields.subject!),
      party(t('letters.paper.opponent'), fields.opponent!),
      own,
    ]
  return [ruleOf(kind).form === 'letter' ? { ...own, above: '' } : own]
}
