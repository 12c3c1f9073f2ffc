import { useLanguage } from '../../platform/i18n/language.tsx'
import { DateInput, type FormState, Select, TextArea, TextInput } from '../../ui/index.ts'
import { onwards } from './arrival.ts'

interface Props {
  form: FormState
  colleagues: { id: string; name: string }[]
  /** Beside a field, the words of the letter that say it. */
  said?: (field: string) => string | undefined
}

/** When, and with what. */
export const JourneyFields = ({ form, said = () => undefined }: Omit<Props, 'colleagues'>) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <DateInput form={form} name="day" label={t('arrivals.day')} hint={said('day')} />
      <TextInput
        form={form}
        name="time"
        label={t('arrivals.time')}
        hint={said('time') ?? t('arrivals.time-hint')}
        optional={optional}
        maxlength={5}
        short
      />
      <TextInput
        form={form}
        name="flight"
        label={t('arrivals.flight')}
        hint={said('flight')}
        optional={optional}
        maxlength={8}
        short
      />
    </>
  )
}

/** Who meets them, where, and how they go on. */
export const MeetFields = ({ form, colleagues }: Props) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  return (
    <>
      <Select
        form={form}
        name="meeter"
        label={t('arrivals.meeter')}
        empty={t('arrivals.nobody-yet')}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        form={form}
        name="meeterOther"
        label={t('arrivals.meeter-other')}
        optional={optional}
        maxlength={120}
      />
      <TextInput
        form={form}
        name="place"
        label={t('arrivals.place')}
        hint={t('arrivals.place-hint')}
        optional={optional}
        maxlength={200}
      />
      <Select
        form={form}
        name="onward"
        label={t('arrivals.onward')}
        empty={t('returnees.unknown')}
        options={onwards.map(value => ({ value, label: t(`arrivals.onward-${value}`) }))}
      />
      <TextArea form={form} name="note" label={t('arrivals.note')} optional={optional} />
    </>
  )
}
