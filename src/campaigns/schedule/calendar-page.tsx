import { emptyForm } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { type DayOff, Pagination, Select } from '../../ui/index.ts'
import type { Target } from './direct-fields.tsx'
import { DutyMonth } from './duty-month.tsx'
import type { ListedDuty } from './queries.ts'

interface Props {
  month: Temporal.PlainYearMonth
  officeId: number | undefined
  /** The offices whose duties the asker may see; one alone needs no choice. */
  offices: Target[]
  duties: ListedDuty[]
  daysOff: DayOff[]
  today: Temporal.PlainDate
  now: Temporal.Instant
}

/** What is due in a month: for one office, or for all of them. */
export const CalendarPage = (props: Props) => {
  const { month, officeId, offices, duties } = props
  const language = useLanguage()
  const { t, number } = language
  const to = (other: Temporal.PlainYearMonth) =>
    `/kalender-tayang?bulan=${other}${officeId ? `&kantor=${officeId}` : ''}`
  const turn = (months: number) => {
    const other = month.add({ months })
    return { href: to(other), label: language.month(other) }
  }
  return (
    <>
      {offices.length > 1 && (
        <form method="get" action="/kalender-tayang" class="row end">
          <input type="hidden" name="bulan" value={String(month)} />
          <Select
            form={emptyForm}
            name="kantor"
            label={t('office.one')}
            empty={t('schedule.all-offices')}
            value={String(officeId ?? '')}
            options={offices.map(({ id, shortName }) => ({ value: String(id), label: shortName }))}
          />
          <button class="btn plain">{t('schedule.show')}</button>
        </form>
      )}
      <Pagination
        label={t('schedule.months')}
        text={t('schedule.in-month', { month: language.month(month), count: number(duties.length) })}
        previous={turn(-1)}
        next={turn(1)}
      />
      <DutyMonth {...props} name={language.month(month)} />
    </>
  )
}
