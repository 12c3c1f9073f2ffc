import { useLanguage } from '../../platform/i18n/language.tsx'
import { type DayOff, EmptyState, Pagination, Tabs } from '../../ui/index.ts'
import { type Activity, activityStates, audiences, kinds } from './activity.ts'
import { ActivityList } from './activity-list.tsx'
import type { Tile } from './map-view.tsx'
import { MapView } from './map-view.tsx'
import { MonthView } from './month-view.tsx'
import { addressOf, type Shown, viewName, views } from './shown.ts'

interface Props {
  shown: Shown
  activities: Activity[]
  offices: { id: number; shortName: string }[]
  areas: { code: string; name: string }[]
  tiles: Tile[]
  daysOff: DayOff[]
  risk: Map<string, number>
  today: Temporal.PlainDate
}

/** What all offices plan together in a month: as a calendar, a list or a map, all from one address. */
export const ProgrammePage = (props: Props) => {
  const { shown, activities } = props
  const { t, number, month } = useLanguage()
  const to = (change: Partial<Shown>) => addressOf({ ...shown, ...change })
  return (
    <>
      <Tabs
        label={t('plan.views')}
        tabs={views.map(view => ({
          href: to({ view }),
          label: t(`plan.view-${view}`),
          current: view === shown.view,
        }))}
      />
      <Filters {...props} />
      <Pagination
        label={t('plan.months')}
        text={t('plan.in-month', { month: month(shown.month), count: number(activities.length) })}
        previous={{
          href: to({ month: shown.month.subtract({ months: 1 }) }),
          label: month(shown.month.subtract({ months: 1 })),
        }}
        next={{
          href: to({ month: shown.month.add({ months: 1 }) }),
          label: month(shown.month.add({ months: 1 })),
        }}
      />
      {shown.view === 'calendar' && <MonthView {...props} month={shown.month} name={month(shown.month)} />}
      {shown.view === 'map' && <MapView {...props} />}
      {shown.view === 'list' &&
        (activities.length > 0 ? (
          <ActivityList activities={activities} />
        ) : (
          <EmptyState title={t('plan.none')} text={t('plan.none-text')} />
        ))}
    </>
  )
}

const Filters = ({ shown, offices, areas }: Props) => {
  const { t } = useLanguage()
  return (
    <details
      class="panel"
      open={Boolean(shown.kind || shown.audience || shown.state || shown.officeId || shown.area)}
    >
      <summary>{t('plan.filter')}</summary>
      <form method="get" action="/program" class="stack">
        <input type="hidden" name="tampilan" value={viewName(shown.view)} />
        <input type="hidden" name="bulan" value={String(shown.month)} />
        <div class="trio">
          <Pick
            name="jenis"
            label={t('activity.kind')}
            chosen={shown.kind}
            options={kinds.map(kind => [kind, t(`activity.kind-${kind}`)])}
          />
          <Pick
            name="sasaran"
            label={t('activity.audience')}
            chosen={shown.audience}
            options={audiences.map(one => [one, t(`activity.audience-${one}`)])}
          />
          <Pick
            name="status"
            label={t('activity.state')}
            chosen={shown.state}
            options={activityStates.map(state => [state, t(`activity.state-${state}`)])}
          />
          <Pick
            name="kantor"
            label={t('office.one')}
            chosen={shown.officeId?.toString()}
            options={offices.map(({ id, shortName }) => [String(id), shortName])}
          />
          <Pick
            name="wilayah"
            label={t('plan.area')}
            chosen={shown.area}
            options={areas.map(({ code, name }) => [code, name])}
          />
        </div>
        <p>
          <button class="btn plain">{t('plan.show')}</button>
        </p>
      </form>
    </details>
  )
}

interface PickProps {
  name: string
  label: string
  chosen: string | undefined
  options: [value: string, label: string][]
}

const Pick = ({ name, label, chosen, options }: PickProps) => {
  const { t } = useLanguage()
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{t('plan.all')}</option>
        {options.map(([value, word]) => (
          <option value={value} selected={value === chosen}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
