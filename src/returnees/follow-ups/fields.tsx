import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, type FormState, Select, TextArea, TextInput } from '../../ui/index.ts'
import { type Outcome, turnovers } from './follow-up.ts'

interface Props {
  form: FormState
  outcomes: readonly Outcome[]
}

/** What is asked, the same on the telephone, there, and by the person alone. */
export const FollowUpFields = ({ form, outcomes }: Props) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  const yesNo = [
    { value: 'yes', label: t('follow-up.yes') },
    { value: 'no', label: t('follow-up.no') },
  ]
  return (
    <>
      <Choices
        form={form}
        name="outcome"
        kind="radio"
        label={t('follow-up.outcome')}
        options={outcomes.map(value => ({
          value,
          label: t(`follow-up.outcome-${value}`),
          hint: t(`follow-up.hint-${value}`),
        }))}
      />
      <Select
        form={form}
        name="turnover"
        label={t('follow-up.turnover')}
        optional={optional}
        empty=""
        options={turnovers.map(value => ({ value, label: t(`follow-up.turnover-${value}`) }))}
      />
      <TextInput
        form={form}
        name="workers"
        label={t('follow-up.workers')}
        optional={optional}
        inputmode="numeric"
        short
      />
      <Select
        form={form}
        name="licensed"
        label={t('follow-up.licensed')}
        optional={optional}
        empty=""
        options={yesNo}
      />
      <Select
        form={form}
        name="leavingAgain"
        label={t('follow-up.leaving')}
        optional={optional}
        empty=""
        options={yesNo}
      />
      <TextArea
        form={form}
        name="note"
        label={t('follow-up.note')}
        hint={t('follow-up.note-hint')}
        optional={optional}
      />
    </>
  )
}
