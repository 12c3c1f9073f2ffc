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
    { value: 'yes', label: t('aftercare.yes') },
    { value: 'no', label: t('aftercare.no') },
  ]
  return (
    <>
      <Choices
        form={form}
        name="outcome"
        kind="radio"
        label={t('aftercare.outcome')}
        options={outcomes.map(value => ({
          value,
          label: t(`aftercare.outcome-${value}`),
          hint: t(`aftercare.hint-${value}`),
        }))}
      />
      <Select
        form={form}
        name="turnover"
        label={t('aftercare.turnover')}
        optional={optional}
        empty={t('form.pick')}
        options={turnovers.map(value => ({ value, label: t(`aftercare.turnover-${value}`) }))}
      />
      <TextInput
        form={form}
        name="workers"
        label={t('aftercare.workers')}
        optional={optional}
        inputmode="numeric"
        short
      />
      <Select
        form={form}
        name="licensed"
        label={t('aftercare.licensed')}
        optional={optional}
        empty={t('form.pick')}
        options={yesNo}
      />
      <Select
        form={form}
        name="leavingAgain"
        label={t('aftercare.leaving')}
        optional={optional}
        empty={t('form.pick')}
        options={yesNo}
      />
      <TextArea
        form={form}
        name="note"
        label={t('aftercare.note')}
        hint={t('aftercare.note-hint')}
        optional={optional}
      />
    </>
  )
}
