import { drawableLines } from '../../platform/documents/drawable.ts'
import { typeset } from '../../platform/documents/typeset.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { Activity } from '../programme/activity.ts'
import { ownersWords, spanWords } from '../programme/words.ts'
import type { Facts } from './facts.ts'

// Papers of the offices are Indonesian, whatever their reader reads.
const language = languages.id
const { t, list, number } = language

type Block =
  | { kind: 'heading' | 'text'; text: string }
  | { kind: 'points'; points: string[] }
  | { kind: 'lines'; count: number }
  | { kind: 'table'; titles: string[]; widths: string[]; rows: string[][] }

/** One page to speak from: what every talk says, and room for what is new here. */
export const talkSheet = (activity: Activity, contacts: string[]): Uint8Array =>
  sheet(activity, t('session.talk-sheet'), [
    { kind: 'heading', text: t('session.talk-aim') },
    { kind: 'text', text: t('session.talk-aim-text') },
    { kind: 'heading', text: t('session.talk-order') },
    {
      kind: 'points',
      points: (['role', 'route', 'figures', 'danger', 'story', 'village', 'help'] as const).map(point =>
        t(`session.talk-${point}`),
      ),
    },
    { kind: 'heading', text: t('session.talk-contacts') },
    contacts.length > 0
      ? { kind: 'points', points: contacts }
      : { kind: 'text', text: t('session.talk-no-contact') },
    { kind: 'heading', text: t('session.talk-notes') },
    { kind: 'lines', count: 5 },
  ])

/** The list that those who come sign by hand. */
export const listSheet = (activity: Activity): Uint8Array => {
  const lines = Math.min(Math.max(activity.expected ?? 0, fewestLines), mostLines)
  return sheet(activity, t('session.list-sheet'), [
    {
      kind: 'table',
      titles: [
        t('session.no'),
        t('session.name'),
        t('session.origin'),
        t('session.sex-short'),
        t('session.signature'),
      ],
      widths: ['', 'wide', 'wide', '', 'sign'],
      rows: Array.from({ length: lines }, (_, at) => [String(at + 1), '', '', '', '']),
    },
  ])
}

const [fewestLines, mostLines] = [20, 300]

/** What came of it, for superiors: what, where, who, how many, and what was asked. */
export const reportSheet = ({ activity, attendance, report }: Facts): Uint8Array =>
  sheet(activity, t('session.report'), [
    { kind: 'heading', text: t('session.came') },
    {
      kind: 'table',
      titles: [t('session.figure'), t('session.count')],
      widths: ['wide', ''],
      rows: [
        [t('activity.expected'), figure(activity.expected)],
        [t('activity.reached'), figure(activity.reached)],
        ...(attendance
          ? [
              [t('session.listed'), number(attendance.total)],
              [t('session.sex-f'), number(attendance.women)],
              [t('session.sex-m'), number(attendance.men)],
              ...attendance.by.map(({ audience, count }) => [
                t(`activity.audience-${audience}`),
                number(count),
              ]),
            ]
          : []),
      ],
    },
    { kind: 'heading', text: t('session.covered') },
    { kind: 'text', text: report?.covered ?? t('activity.not-said') },
    { kind: 'heading', text: t('session.questions') },
    report && report.questions.length > 0
      ? { kind: 'points', points: report.questions }
      : { kind: 'text', text: t('session.no-questions') },
  ])

const figure = (count: number | null) => (count === null ? t('activity.not-said') : number(count))

/** A4, tagged, for screen readers too. */
const sheet = (activity: Activity, heading: string, blocks: Block[]): Uint8Array =>
  typeset({
    template: 'src/coordination/outreach/sheet.typ',
    data: drawn({
      heading,
      title: activity.title,
      owners: ownersWords(activity, language),
      facts: [
        [t('activity.kind'), t(`activity.kind-${activity.kind}`)],
        [t('activity.when'), spanWords(activity, language)],
        [t('activity.where'), [activity.venue, activity.place].filter(Boolean).join(', ')],
        [t('activity.audience'), t(`activity.audience-${activity.audience}`)],
        [
          t('activity.people'),
          activity.people.length > 0
            ? list(activity.people.map(({ name }) => name))
            : t('activity.nobody-named'),
        ],
      ],
      blocks,
      foot: `${activity.title}${activity.sample ? ` · ${t('sample.mark')}` : ''}`,
    }),
  }).pdf({ standard: 'ua-1' })

/** What the typeface cannot draw would be an empty box on an official paper. */
const drawn = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string' ? [...item].filter(letter => drawableLines.test(letter)).join('') : item,
  )
