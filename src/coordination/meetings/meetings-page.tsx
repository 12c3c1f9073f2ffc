import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, EmptyState, Panel, Tabs } from '../../ui/index.ts'
import { isBeingWritten, type Meeting } from './meeting.ts'
import { stateTone } from './state-tone.ts'

/** The three lists of the room, each with its own address; the console's menu names the first. */
export const MeetingTabs = ({ current }: { current: 'meetings' | 'agreements' | 'follow-ups' }) => {
  const { t } = useLanguage()
  return (
    <Tabs
      label={t('meeting.title')}
      tabs={[
        { href: '/rapat', label: t('meeting.title'), current: current === 'meetings' },
        { href: '/kesepakatan', label: t('agreement.title'), current: current === 'agreements' },
        { href: '/tindak-lanjut', label: t('follow-up.title'), current: current === 'follow-ups' },
      ]}
    />
  )
}

interface Props {
  meetings: Meeting[]
  now: Temporal.Instant
  mayWrite: boolean
}

export const MeetingsPage = ({ meetings, now, mayWrite }: Props) => {
  const { t } = useLanguage()
  const isAhead = ({ startsAt, state }: Meeting) =>
    state === 'held' || (isBeingWritten(state) && startsAt.getTime() >= now.epochMilliseconds - 86_400_000)
  const lists = [
    { title: t('meeting.list-upcoming'), rows: meetings.filter(isAhead) },
    { title: t('meeting.list-past'), rows: meetings.filter(meeting => !isAhead(meeting)) },
  ]
  return (
    <>
      <MeetingTabs current="meetings" />
      {meetings.length === 0 && (
        <EmptyState title={t('meeting.none')} text={t('meeting.none-text')}>
          {mayWrite && <ButtonLink href="/rapat/baru">{t('meeting.plan')}</ButtonLink>}
        </EmptyState>
      )}
      {lists
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Panel title={title}>
            <ul class="list">
              {rows.map(meeting => (
                <Row {...meeting} />
              ))}
            </ul>
          </Panel>
        ))}
    </>
  )
}

const Row = ({ id, title, startsAt, zone, office, state, sample }: Meeting) => {
  const { t, longMoment } = useLanguage()
  return (
    <li>
      <a class="item" href={`/rapat/${id}`}>
        <span>
          <b>{title}</b>
          <span class="small quiet">
            {longMoment(startsAt, zone)} · {office}
            {sample && ` · ${t('sample.mark')}`}
          </span>
        </span>
        <Chip tone={stateTone[state]}>{t(`meeting.state.${state}`)}</Chip>
      </a>
    </li>
  )
}
