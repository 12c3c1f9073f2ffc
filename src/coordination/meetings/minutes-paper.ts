import { type Paper, type Block as PaperBlock, pdfOf } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import { followUpList } from '../follow-ups/queries.ts'
import { type AgendaRow, agendaOf } from './agenda-queries.ts'
import { type Block, type BlockKind, blockKinds, type Meeting } from './meeting.ts'
import { attendanceOf, blocksOf } from './minutes-queries.ts'
import { headOf, numberOf } from './paper-head.ts'

const { t, day: longDay, moment, shortDay } = languages.id

interface Parts {
  meeting: Meeting
  agenda: AgendaRow[]
  blocks: Block[]
  followUps: FollowUp[]
  present: { name: string; position: string; from: string }[]
}

/** The minutes as an official paper, A4, in Indonesian whoever asks for it; a draft says so across the page. */
export const minutesPaper = async (house: House, tx: Tx, meeting: Meeting): Promise<Uint8Array> => {
  const { head, short, logo } = await headOf(house, tx, meeting.officeId)
  const parts: Parts = {
    meeting,
    agenda: await agendaOf(tx, meeting.id),
    blocks: await blocksOf(tx, meeting.id),
    followUps: await followUpList(tx, { meetingId: meeting.id }),
    present: await attendanceOf(tx, meeting.id),
  }
  return pdfOf(compose(parts, head, short), logo)
}

/** What stands on the paper. */
const compose = (parts: Parts, head: Paper['head'], office: string): Paper => {
  const { meeting } = parts
  const on = dayOf(meeting.startsAt, meeting.zone)
  const heading = t('paper.minutes')
  const writer = lastWriter(parts.blocks)
  const sign = (above: string, name: string) => ({ above, title: '', name, below: '' })
  return {
    form: 'record',
    title: `${heading}: ${meeting.title}`,
    heading,
    numberLabel: t('paper.number'),
    number: numberOf(meeting.id, 'NOTULEN', office, on),
    head,
    meta: [],
    placeDay: '',
    toLabel: '',
    to: '',
    blocks: blocksOnPaper(parts, on),
    signs: [sign(t('paper.minutes-writer'), writer), sign(t('paper.chair'), meeting.chair)],
    seal: '',
    copiesLabel: '',
    copies: [],
    careful: t('paper.careful'),
    preview: meeting.state === 'closed' ? '' : t('paper.minutes-draft'),
  }
}

const blocksOnPaper = (
  { meeting, agenda, blocks, followUps, present }: Parts,
  on: Temporal.PlainDate,
): PaperBlock[] => {
  const time = (at: Date) => moment(at, meeting.zone).split(' ').slice(-2).join(' ')
  const when = [time(meeting.startsAt), meeting.endsAt && time(meeting.endsAt)].filter(Boolean).join(' – ')
  return [
    {
      kind: 'facts',
      rows: [
        [t('meeting.title-field'), meeting.title],
        [t('meeting.day'), longDay(on)],
        [t('meeting.when'), when],
        [t('meeting.place'), meeting.place || meeting.link || ''],
        [t('meeting.chair'), meeting.chair],
        [t('meeting.planner'), meeting.officeName],
      ],
    },
    ...agendaTable(agenda),
    ...blockKinds.flatMap(kind => said(kind, blocks)),
    ...table(
      t('paper.follow-ups'),
      [t('paper.no'), t('paper.what'), t('paper.who'), t('paper.due')],
      followUps.map(({ title, office, person, dueOn }, index) => [
        String(index + 1),
        title,
        [person, office].filter(Boolean).join(', '),
        shortDay(dueOn),
      ]),
    ),
    ...table(
      t('paper.attendance'),
      [t('paper.no'), t('paper.name'), t('paper.from')],
      present.map(({ name, position, from }, index) => [
        String(index + 1),
        [name, position].filter(Boolean).join(', '),
        from,
      ]),
    ),
    { kind: 'text', text: t('paper.closing') },
  ]
}

/** Without remarks the points have the whole width. */
const agendaTable = (agenda: AgendaRow[]): PaperBlock[] => {
  const noted = agenda.some(({ note }) => note !== '')
  const rows = agenda.map(({ title, note }, index) => [String(index + 1), title, ...(noted ? [note] : [])])
  const columns = [t('paper.no'), t('agenda.point'), ...(noted ? [t('agenda.note')] : [])]
  return table(t('agenda.title'), columns, rows)
}

const said = (kind: BlockKind, blocks: Block[]): PaperBlock[] => {
  const own = blocks.filter(block => block.kind === kind)
  if (own.length === 0) return []
  return [
    { kind: 'heading', text: t(`minutes.block.${kind}`) },
    ...own.map(({ body }): PaperBlock => ({ kind: 'text', text: body })),
  ]
}

/** The second column takes the room that is left; an empty table is left out. */
const table = (title: string, columns: string[], rows: string[][]): PaperBlock[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'table', columns: columns.map((name, index) => ({ title: name, wide: index > 0 })), rows },
      ]

const lastWriter = (blocks: Block[]) =>
  blocks.toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())[0]?.writer ?? ''
