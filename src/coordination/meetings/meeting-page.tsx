import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Chip,
  Deed,
  ErrorSummary,
  Facts,
  type FormState,
  Panel,
  Steps,
  TextArea,
} from '../../ui/index.ts'
import { AgreementList, type ListedAgreement } from '../agreements/agreement-list.tsx'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import { FollowUpList } from '../follow-ups/follow-up-list.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import type { AgendaRow } from './agenda-queries.ts'
import { AttendancePanel, type Present } from './attendance-panel.tsx'
import { isBeingWritten, type Meeting, type MeetingMove, meetingMoves } from './meeting.ts'
import { stateTone } from './state-tone.ts'

export interface MeetingEvent {
  move: string
  at: Date
  note: string | null
  name: string | null
  fromStart: Date | null
  toStart: Date | null
}

interface Props {
  meeting: Meeting
  invited: { id: number; name: string; shortName: string }[]
  agenda: AgendaRow[]
  parts: number
  present: Present[]
  people: string[]
  amPresent: boolean
  agreements: ListedAgreement[]
  followUps: FollowUp[]
  events: MeetingEvent[]
  moves: MeetingMove[]
  mayWrite: boolean
  today: Temporal.PlainDate
  form: FormState
  formId: string
}

export const MeetingPage = (props: Props) => {
  const { meeting, invited, agenda, present, agreements, followUps, form, formId, today } = props
  const { t, list } = useLanguage()
  const mayWrite = props.mayWrite && isBeingWritten(meeting.state)
  const { id } = meeting
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <div class="beside">
        <div class="stack loose">
          <Panel>
            <Facts
              items={[
                [t('meeting.when'), <When {...meeting} />],
                [t('meeting.place'), <Where {...meeting} />],
                [t('meeting.chair'), meeting.chair],
                [t('meeting.planner'), meeting.officeName],
                [t('meeting.invited'), list(invited.map(({ name }) => name))],
              ]}
            />
            <div class="actions">
              <ButtonLink href={`/rapat/${id}/notulen`}>{t('minutes.open')}</ButtonLink>
              <ButtonLink kind="quiet" href={`/rapat/${id}/notulen/pdf`}>
                {t('minutes.pdf')}
              </ButtonLink>
            </div>
          </Panel>
          <AgendaPanel meetingId={id} agenda={agenda} mayWrite={mayWrite} form={form} formId={formId} />
          {agreements.length > 0 && (
            <Panel title={t('meeting.agreements')}>
              <AgreementList rows={agreements} />
            </Panel>
          )}
          {followUps.length > 0 && (
            <Panel title={t('follow-up.title')}>
              <FollowUpList rows={followUps} today={today} />
            </Panel>
          )}
        </div>
        <div class="stack loose">
          <MovesPanel {...props} />
          <AttendancePanel
            meetingId={id}
            present={present}
            offices={invited}
            people={props.people}
            amPresent={props.amPresent}
            mayWrite={mayWrite}
            form={form}
          />
          <History {...props} />
        </div>
      </div>
    </>
  )
}

const When = ({ startsAt, endsAt, zone }: Meeting) => {
  const { longMoment, moment } = useLanguage()
  return (
    <span class="num">
      {longMoment(startsAt, zone)}
      {endsAt && ` – ${moment(endsAt, zone).split(' ').slice(-2).join(' ')}`}
    </span>
  )
}

const Where = ({ place, link }: Meeting) => (
  <>
    {place}
    {place && link && ' · '}
    {link && (
      <a href={link} target="_blank" rel="noopener noreferrer nofollow">
        {link}
      </a>
    )}
  </>
)

const MovesPanel = ({ meeting, moves, form }: Props) => {
  const { t } = useLanguage()
  const to = `/rapat/${meeting.id}/langkah`
  return (
    <Panel>
      <p>
        <Chip tone={stateTone[meeting.state]}>{t(`meeting.state.${meeting.state}`)}</Chip>
      </p>
      {moves.map(move =>
        meetingMoves[move].note === 'none' ? (
          <Deed action={`${to}/${move}`} label={t(`meeting.move.${move}`)} />
        ) : (
          <details open={form.errors.note !== undefined}>
            <summary>{t(`meeting.move.${move}`)}</summary>
            <form method="post" action={`${to}/${move}`} class="stack" novalidate data-once>
              <TextArea form={form} name="note" label={t('meeting.note')} rows={2} />
              <Button kind="quiet">{t(`meeting.move.${move}`)}</Button>
            </form>
          </details>
        ),
      )}
    </Panel>
  )
}

const History = ({ meeting, events }: Props) => {
  const { t, moment, longMoment } = useLanguage()
  if (events.length === 0) return null
  return (
    <Panel title={t('meeting.history')}>
      <Steps
        items={events.map(({ move, at, name, note, fromStart, toStart }) => ({
          title: t(`meeting.event.${move as MeetingMove}`),
          detail: [
            fromStart &&
              toStart &&
              t('meeting.event.moved', {
                from: longMoment(fromStart, meeting.zone),
                to: longMoment(toStart, meeting.zone),
              }),
            note,
            name,
            moment(at),
          ]
            .filter(Boolean)
            .join(' · '),
          state: 'done',
        }))}
      />
    </Panel>
  )
}
