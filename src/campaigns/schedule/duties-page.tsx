import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState, ErrorSummary, type FormState, Notice, Table, Tabs } from '../../ui/index.ts'
import { standingOf } from '../duties/duty.ts'
import { standingTone } from '../duties/standing-tone.ts'
import { NudgesPanel } from '../reminders/nudges-panel.tsx'
import type { Nudge } from '../reminders/whatsapp.ts'
import { DirectFields, type Target } from './direct-fields.tsx'
import { DutiesFilter } from './duties-filter.tsx'
import type { ListedDuty } from './queries.ts'
import type { OpenRequest } from './request-queries.ts'
import { RequestsPanel } from './requests-panel.tsx'
import type { Round } from './rounds.ts'
import { tokenOf } from './seen.ts'
import { addressOf, type ShownDuties, views } from './shown-duties.ts'
import { dueDay } from './words.ts'

export interface DutiesProps {
  campaignId: number
  shown: ShownDuties
  duties: ListedDuty[]
  rounds: Round[]
  offices: Target[]
  targets: Target[]
  requests: OpenRequest[]
  /** Who moved the last of these meanwhile, where a form came back because of it. */
  changed: { duty: ListedDuty; by: string; at: Date }[]
  owns: boolean
  /** A ready message for each office that is overdue. */
  nudges: Nudge[]
  form: FormState
  formId: string
  most: number
  now: Temporal.Instant
}

/** All duties of a campaign: seen by week and office, and directed many at a time by those who own it. */
export const DutiesPage = (props: DutiesProps) => {
  const { campaignId, shown, duties, requests, owns, form, formId, most } = props
  const { t, number } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <ChangedMeanwhile {...props} />
      {owns && requests.length > 0 && (
        <RequestsPanel campaignId={campaignId} requests={requests} form={form} />
      )}
      <Tabs
        label={t('schedule.views')}
        tabs={views.map(view => ({
          href: addressOf(campaignId, { ...shown, view, all: false }),
          label: t(`schedule.view-${view}`),
          current: view === shown.view,
        }))}
      />
      <DutiesFilter {...props} />
      {duties.length === 0 ? (
        <EmptyState title={t('schedule.none')} text={t('schedule.none-text')} />
      ) : (
        <form method="post" action={addressOf(campaignId, shown)} class="stack loose" novalidate data-once>
          <input type="hidden" name="form" value={formId} />
          {owns && (
            <p class="row">
              <a href={addressOf(campaignId, { ...shown, all: !shown.all })}>
                {t(shown.all ? 'schedule.tick-none' : 'schedule.tick-all')}
              </a>
            </p>
          )}
          <DutiesTable {...props} />
          {duties.length === most && (
            <p class="small quiet">{t('schedule.only-first', { count: number(most) })}</p>
          )}
          {owns && <DirectFields form={form} targets={props.targets} excused={shown.view === 'excused'} />}
        </form>
      )}
      <NudgesPanel nudges={props.nudges} />
    </>
  )
}

const DutiesTable = ({ shown, duties, rounds, owns, form, now }: DutiesProps) => {
  const { t, shortDay } = useLanguage()
  const ticked = [form.values.duties ?? []].flat().map(token => token.split('.')[0])
  return (
    <div id="duties" tabindex={-1}>
      {form.errors.duties && (
        <p class="err" id="duties-error">
          {form.errors.duties}
        </p>
      )}
      <Table
        caption={t('schedule.duties')}
        rows={duties}
        columns={[
          {
            title: t('office.one'),
            cell: duty =>
              owns ? (
                <label class="choice">
                  <input
                    type="checkbox"
                    name="duties"
                    value={tokenOf(duty)}
                    checked={shown.all || ticked.includes(String(duty.id))}
                  />
                  <span>{duty.office}</span>
                </label>
              ) : (
                duty.office
              ),
          },
          {
            title: t('schedule.duty'),
            cell: duty => (
              <a href={`/tugas/${duty.id}`}>
                {t(`channel.${duty.channel}`)} · {duty.material}
              </a>
            ),
          },
          {
            title: t('schedule.due'),
            cell: duty => (
              <span class="num">
                {rounds.length > 1 && `${t('schedule.week', { number: duty.round })} · `}
                {shortDay(dueDay(duty))}
              </span>
            ),
          },
          { title: t('recap.standing'), cell: duty => <StandingChip duty={duty} now={now} /> },
        ]}
      />
    </div>
  )
}

export const StandingChip = ({ duty, now }: { duty: ListedDuty; now: Temporal.Instant }) => {
  const { t } = useLanguage()
  const standing = standingOf(duty, now)
  return (
    <Chip tone={standingTone[standing]}>
      {t(standing === 'ahead' ? `duty.state.${duty.state}` : `standing.${standing}`)}
    </Chip>
  )
}

/** What somebody else decided in the meantime stands beside what was chosen here, which is kept in the form. */
const ChangedMeanwhile = ({ changed }: DutiesProps) => {
  const { t, moment, shortDay } = useLanguage()
  if (changed.length === 0) return null
  return (
    <Notice tone="warn" title={t('schedule.changed-meanwhile')}>
      <ul class="points">
        {changed.map(({ duty, by, at }) => (
          <li>
            {duty.office} · {t(`channel.${duty.channel}`)}:{' '}
            {duty.state === 'excused'
              ? t('duty.state.excused')
              : t('schedule.now-due', { day: shortDay(dueDay(duty)) })}{' '}
            <span class="small quiet">
              {by}, {moment(at)}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('schedule.changed-choose')}</p>
    </Notice>
  )
}
