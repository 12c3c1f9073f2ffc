import type { Translate } from '../platform/i18n/messages.ts'
import type { Content } from './article.ts'
import { weekdays } from './checker/dates.ts'
import type { RecordedFacts } from './facts.ts'

/** The agency's pattern: town and day, who did what where and when, aim, figures; what nobody recorded is a slot to fill. Source: domain.md, section 5. */
export const draftText = (
  facts: RecordedFacts,
  office: { name: string; kind: string },
  t: Translate,
): Content => {
  const { when, where, aim, figures } = facts
  const start = when && Temporal.PlainDate.from(when.start)
  const end = when?.end ? Temporal.PlainDate.from(when.end) : undefined
  const values = {
    office: office.name,
    with: partners(facts, office.name, t),
    what: facts.what,
    place: placeOf(facts) ?? t('news.draft.slot-place'),
    day: start ? dayInWords(start) : t('news.draft.slot-day'),
    end: end ? dayInWords(end) : t('news.draft.slot-day'),
  }
  const head = t('news.draft.head', {
    town: townOf(where?.name) ?? t('news.draft.slot-town'),
    agency: office.kind === 'bp3mi' || office.kind === 'ministry' ? agency : office.name,
    day: start ? `${start.day}/${start.month}` : t('news.draft.slot-day'),
  })
  const paragraphs = [
    `${head} ${t(`news.draft.lead-${facts.kind}`, values)}`,
    aim && t('news.draft.aim', { aim: aim.replace(/[.\s]+$/, '') }),
    figures.length > 0 &&
      t('news.draft.figures', { figures: listed(figures.map(inWords)), source: figures[0]!.source }),
    t('news.draft.slot-why'),
  ]
  return {
    title: t(`news.draft.title-${facts.kind}`, values).slice(0, 140),
    body: paragraphs.filter(Boolean).join('\n\n'),
    quotes: [],
    picture: undefined,
    pictureAlt: '',
    pictureConsent: '',
  }
}

/** As the agency signs its news. */
const agency = 'KemenP2MI'

/** Senin (2/2/2026) */
const dayInWords = (day: Temporal.PlainDate) =>
  `${weekdays[day.dayOfWeek - 1]} (${day.day}/${day.month}/${day.year})`

const placeOf = ({ where }: RecordedFacts) => where && [where.place, where.name].filter(Boolean).join(', ')

/** A province is no town. */
const townOf = (name: string | undefined) => /^(?:Kota|Kabupaten)\s+(.+)$/i.exec(name ?? '')?.[1]

const partners = ({ offices }: RecordedFacts, own: string, t: Translate) => {
  const others = offices.filter(name => name !== own)
  return others.length > 0 ? ` ${t('news.draft.with', { offices: listed(others) })}` : ''
}

const listed = (items: string[]) => new Intl.ListFormat('id-ID').format(items)

const inWords = ({ name, value }: RecordedFacts['figures'][number]) =>
  `${new Intl.NumberFormat('id-ID').format(value)} ${name}`
