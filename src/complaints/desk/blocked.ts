import type { Language } from '../../platform/i18n/language.tsx'
import type { Tone } from '../../ui/index.ts'
import { daysBetween } from './words.ts'

interface Row {
  state: string
  receivedAt: Date
  changedAt: Date
  ownerId: number
  dueAt: Date | null
  assignee: string | null
  offer: { kind: string; fromId: number; to: string; from: string; answerBy: string } | null
}

/** What a case waits for, said before anything else: a state tells where it is, this tells why it does not move. */
export const blockedBy = (
  row: Row,
  officeId: number,
  now: Date,
  { t, shortDay }: Pick<Language, 't' | 'shortDay'>,
): { tone: Tone; text: string } => {
  const { offer, state } = row
  if (offer && offer.kind !== 'request' && offer.fromId !== officeId && row.ownerId !== officeId)
    return { tone: 'warn', text: t('blocked.answer-us', { office: offer.from }) }
  if (offer?.kind === 'request' && row.ownerId === officeId)
    return { tone: 'warn', text: t('blocked.asked-of-us', { office: offer.from }) }
  if (state === 'contested')
    return { tone: 'warn', text: t('blocked.contested', { days: daysBetween(row.changedAt, now) }) }
  if (offer) return { tone: 'neutral', text: t('blocked.offered', { office: offer.to }) }
  if (state === 'received')
    return {
      tone: row.dueAt && row.dueAt <= now ? 'danger' : 'warn',
      text: t('blocked.not-begun', { days: daysBetween(row.receivedAt, now) }),
    }
  if (state === 'waiting')
    return { tone: 'neutral', text: t('blocked.reporter', { days: daysBetween(row.changedAt, now) }) }
  if (state === 'closed') return { tone: 'good', text: t('blocked.closed') }
  if (state === 'merged') return { tone: 'neutral', text: t('blocked.merged') }
  if (row.dueAt && row.dueAt <= now)
    return { tone: 'danger', text: t('blocked.overdue', { days: daysBetween(row.dueAt, now) }) }
  if (!row.assignee && row.ownerId === officeId) return { tone: 'warn', text: t('blocked.nobody') }
  return row.dueAt
    ? { tone: 'info', text: t('blocked.due', { day: shortDay(lastDay(row.dueAt)) }) }
    : { tone: 'info', text: t('blocked.handled') }
}

/** A clock ends at midnight: the last day is the one before. */
export const lastDay = (dueAt: Date) =>
  Temporal.Instant.fromEpochMilliseconds(dueAt.getTime() - 1)
    .toZonedDateTimeISO('Asia/Makassar')
    .toPlainDate()
