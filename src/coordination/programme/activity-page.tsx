import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Chip, Deed, ErrorSummary, Facts, type FormState, Panel, TextArea } from '../../ui/index.ts'
import { type Activity, type ActivityMove, activityMoves, canMove, moveNames } from './activity.ts'
import { ownersWords, spanWords, stateTone } from './words.ts'

interface Event {
  id: number
  at: Date
  who: string
  office: string
  move: string
  note: string
}

interface Props {
  activity: Activity
  events: Event[]
  mayChange: boolean
  form: FormState
  /** The move whose note is missing. */
  wanted: ActivityMove | undefined
  children?: ComponentChildren
}

/** One activity: what it is, what can be done with it, and what became of it. */
export const ActivityPage = ({ activity, events, mayChange, form, wanted, children }: Props) => {
  const language = useLanguage()
  const { t, number, list, moment } = language
  const figure = (count: number | null) => (count === null ? t('activity.not-said') : number(count))
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <Panel>
        <p class="row">
          <Chip tone={stateTone[activity.state]}>{t(`activity.state-${activity.state}`)}</Chip>
          {activity.sample && <span class="small quiet">{t('sample.mark')}</span>}
        </p>
        <Facts
          items={[
            [t('activity.kind'), t(`activity.kind-${activity.kind}`)],
            [t('activity.when'), spanWords(activity, language)],
            [t('activity.where'), [activity.venue, activity.place].filter(Boolean).join(', ')],
            [t('activity.audience'), t(`activity.audience-${activity.audience}`)],
            [t('activity.owners'), ownersWords(activity, language)],
            [
              t('activity.people'),
              activity.people.length > 0
                ? list(activity.people.map(({ name }) => name))
                : t('activity.nobody-named'),
            ],
            [t('activity.expected'), figure(activity.expected)],
            [t('activity.reached'), figure(activity.reached)],
          ]}
        />
        {activity.joinedInto && (
          <p>
            <a href={`/program/${activity.joinedInto}`}>{t('activity.joined-into')}</a>
          </p>
        )}
      </Panel>
      {children}
      {mayChange && <Moves activity={activity} form={form} wanted={wanted} />}
      <Panel title={t('activity.history')}>
        <ul class="points">
          {events.map(({ at, who, office, move, note }) => (
            <li>
              <b>{t(`activity.event-${move as 'plan'}`)}</b>
              {note && ` — ${note}`}
              <br />
              <span class="small quiet">
                {moment(at)} · {who}, {office}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

const Moves = ({ activity, form, wanted }: Pick<Props, 'activity' | 'form' | 'wanted'>) => {
  const { t } = useLanguage()
  const open = moveNames.filter(move => canMove(move, activity.state))
  if (open.length === 0) return null
  const at = (move: ActivityMove) => `/program/${activity.id}/langkah/${move}`
  const plain = open.filter(move => activityMoves[move].note === 'none')
  const noted = open.filter(move => activityMoves[move].note === 'required')
  return (
    <Panel title={t('activity.next')}>
      <div class="row">
        {plain.map((move, place) => (
          <Deed action={at(move)} label={t(`activity.move-${move}`)} {...(place > 0 && { kind: 'plain' })} />
        ))}
      </div>
      {noted.map(move => (
        <details open={move === wanted}>
          <summary>{t(`activity.move-${move}`)}</summary>
          <form method="post" action={at(move)} class="stack" novalidate data-once>
            <TextArea
              form={move === wanted ? form : { values: {}, errors: {} }}
              name={`note-${move}`}
              label={t('activity.why')}
              rows={2}
            />
            <p>
              <Button kind={move === 'call-off' ? 'danger' : 'primary'}>{t(`activity.move-${move}`)}</Button>
            </p>
          </form>
        </details>
      ))}
    </Panel>
  )
}
