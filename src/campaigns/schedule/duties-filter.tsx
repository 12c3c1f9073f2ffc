import { dayOf } from '../../platform/clock/clock.ts'
import { emptyForm } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Select } from '../../ui/index.ts'
import type { Target } from './direct-fields.tsx'
import type { Round } from './rounds.ts'
import { type ShownDuties, viewName } from './shown-duties.ts'

interface Props {
  campaignId: number
  shown: ShownDuties
  rounds: Round[]
  offices: Target[]
}

/** Which week, and which office. */
export const DutiesFilter = ({ campaignId, shown, rounds, offices }: Props) => {
  const { t, shortDay } = useLanguage()
  if (rounds.length < 2 && offices.length < 2) return null
  return (
    <form method="get" action={`/kampanye/${campaignId}/tugas`} class="row end">
      <input type="hidden" name="tampil" value={viewName(shown.view)} />
      {rounds.length > 1 && (
        <Select
          form={emptyForm}
          name="pekan"
          label={t('schedule.which-week')}
          empty={t('schedule.all-weeks')}
          value={String(shown.round ?? '')}
          options={rounds.map(({ number, dueAt }) => ({
            value: String(number),
            label: `${t('schedule.week', { number })} · ${shortDay(dayOf(dueAt))}`,
          }))}
        />
      )}
      {offices.length > 1 && (
        <Select
          form={emptyForm}
          name="kantor"
          label={t('office.one')}
          empty={t('schedule.all-offices')}
          value={String(shown.officeId ?? '')}
          options={offices.map(({ id, shortName }) => ({ value: String(id), label: shortName }))}
        />
      )}
      <button class="btn plain">{t('schedule.show')}</button>
    </form>
  )
}
