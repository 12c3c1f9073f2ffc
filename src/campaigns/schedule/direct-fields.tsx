import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, DateInput, type FormState, Panel, Select, TextArea } from '../../ui/index.ts'

export interface Target {
  id: number
  shortName: string
  name: string
}

interface Props {
  form: FormState
  /** Offices that a duty can be given to. */
  targets: Target[]
  /** Whether those shown are excused: then they can only come back. */
  excused: boolean
}

/** What to do with the duties that are ticked, with one reason for all. */
export const DirectFields = ({ form, targets, excused }: Props) => {
  const { t } = useLanguage()
  const deeds = excused ? (['resume'] as const) : (['postpone', 'excuse', 'reassign'] as const)
  return (
    <Panel title={t('schedule.direct')}>
      <Choices
        form={form}
        name="deed"
        label={t('schedule.deed')}
        kind="radio"
        options={deeds.map(deed => ({
          value: deed,
          label: t(`schedule.deed-${deed}`),
          hint: t(`schedule.deed-${deed}-hint`),
        }))}
        {...(excused && { value: 'resume' })}
      />
      {!excused && (
        <div class="trio">
          <DateInput
            form={form}
            name="dueOn"
            label={t('schedule.new-due')}
            hint={t('schedule.if-postponed')}
          />
          <Select
            form={form}
            name="office"
            label={t('schedule.new-office')}
            hint={t('schedule.if-reassigned')}
            empty={t('schedule.choose-office')}
            options={targets.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </div>
      )}
      <TextArea
        form={form}
        name="reason"
        label={t('schedule.reason')}
        hint={t('schedule.reason-hint')}
        rows={2}
      />
      <div class="actions">
        <button class="btn">{t('schedule.carry-out')}</button>
      </div>
    </Panel>
  )
}
