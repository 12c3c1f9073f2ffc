import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Chip,
  Deed,
  ErrorSummary,
  Facts,
  type FormState,
  Notice,
  Panel,
  Steps,
} from '../../ui/index.ts'
import type { Person } from '../contents.ts'
import { type ArrivalMove, type ArrivalState, arrivalMoveNames, canMove, missing } from './arrival.ts'
import { stateTone } from './board-page.tsx'
import { PersonsPanel } from './persons-panel.tsx'
import { JourneyFields, MeetFields } from './plan-fields.tsx'
import type { ShownArrival } from './read-arrival.ts'
import { NamesPanel, PapersPanel } from './sealed-panels.tsx'

export interface ArrivalProps extends ShownArrival {
  form: FormState
  mayWork: boolean
  opened?: { persons: Person[]; letter: string } | undefined
}

/** One arrival: what is missing first, then the plan, the people, the papers. */
export const ArrivalPage = (props: ArrivalProps) => {
  const { t, list } = useLanguage()
  const { arrival, form, mayWork } = props
  const state = arrival.state as ArrivalState
  const lacks = missing(arrival)
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="row">
        <Chip tone={stateTone[state]}>{t(`arrivals.state-${state}`)}</Chip>
        {arrival.sample && <Chip tone="neutral">{t('returnees.sample')}</Chip>}
      </p>
      {lacks.length > 0 ? (
        <Notice tone="warn">
          {t('arrivals.missing', { what: list(lacks.map(gap => t(`arrivals.gap-${gap}`))) })}
        </Notice>
      ) : (
        state !== 'called-off' && <Notice tone="good">{t('arrivals.nothing-missing')}</Notice>
      )}
      {mayWork && <Moves id={arrival.id} state={state} />}
      <PlanPanel {...props} />
      <PersonsPanel {...props} />
      <NamesPanel {...props} />
      <PapersPanel {...props} />
      <Happened {...props} />
    </>
  )
}

const Moves = ({ id, state }: { id: string; state: ArrivalState }) => {
  const { t } = useLanguage()
  return (
    <div class="actions">
      {arrivalMoveNames
        .filter(move => canMove(move, state))
        .map(move => (
          <Deed
            action={`/kepulangan/${id}/langkah`}
            label={t(`arrivals.move-${move}`)}
            kind={move === 'meet' || move === 'hand-over' ? '' : 'plain'}
            fields={{ move }}
          />
        ))}
    </div>
  )
}

const PlanPanel = ({ arrival, plan, colleagues, form, mayWork }: ArrivalProps) => {
  const { t, day, country, time } = useLanguage()
  const stored = {
    day: arrival.arrivesOn,
    time: arrival.arrivesAt?.slice(0, 5) ?? '',
    flight: arrival.flight ?? '',
    meeter: arrival.meeterId ?? '',
    meeterOther: plan.meeter,
    place: plan.place,
    onward: arrival.onward ?? '',
    note: plan.note,
  }
  const typed = { ...form, values: { ...stored, ...('day' in form.values ? form.values : {}) } }
  return (
    <Panel title={t('arrivals.plan')}>
      <Facts
        items={[
          [
            t('arrivals.day'),
            [day(arrival.arrivesOn), arrival.arrivesAt && time(arrival.arrivesAt), arrival.flight]
              .filter(Boolean)
              .join(', '),
          ],
          [t('arrivals.country'), arrival.comingFrom ? country(arrival.comingFrom) : '–'],
          [t('arrivals.meeter'), [arrival.meeter, plan.meeter].filter(Boolean).join(', ') || '–'],
          [t('arrivals.place'), plan.place || '–'],
          [t('arrivals.onward'), arrival.onward ? t(`arrivals.onward-${arrival.onward as 'land'}`) : '–'],
          [t('arrivals.note'), plan.note || '–'],
        ]}
      />
      {mayWork && arrival.state !== 'called-off' && (
        <details open={'day' in form.values}>
          <summary>{t('arrivals.change-plan')}</summary>
          <form method="post" action={`/kepulangan/${arrival.id}/rencana`} class="stack" novalidate data-once>
            <input type="hidden" name="version" value={arrival.version} />
            <JourneyFields form={typed} />
            <MeetFields form={typed} colleagues={colleagues} />
            <div class="actions">
              <Button>{t('form.save')}</Button>
            </div>
          </form>
        </details>
      )}
    </Panel>
  )
}

const deeds = ['kept', 'planned', 'paper-made', 'case-linked', 'names-opened', 'registered'] as const
type Deeds = (typeof deeds)[number] | ArrivalMove

const Happened = ({ events }: ArrivalProps) => {
  const { t, moment } = useLanguage()
  if (events.length === 0) return null
  return (
    <Panel title={t('arrivals.happened')}>
      <Steps
        items={events.map(({ deed, staff, at }) => ({
          title: t(`arrivals.deed-${deed as Deeds}`),
          detail: [staff, moment(at)].filter(Boolean).join(' · '),
          state: 'done' as const,
        }))}
      />
    </Panel>
  )
}
