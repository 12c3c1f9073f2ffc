import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  DateInput,
  ErrorSummary,
  Field,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextInput,
} from '../../ui/index.ts'
import { type Meeting, zones } from './meeting.ts'

interface Props {
  form: FormState
  formId: string
  action: string
  /** Offices that may be invited, the own one left out. */
  offices: { id: number; name: string }[]
  /** The zone that a new meeting begins with. */
  zone: string
  /** Somebody else changed it meanwhile: what is there stands beside what was typed. */
  changed?: boolean
  meeting?: (Meeting & { invited: number[] }) | undefined
}

export const MeetingForm = ({ form, formId, action, offices, zone, meeting, changed }: Props) => {
  const { t, longMoment } = useLanguage()
  const local = (moment: Date | null | undefined) =>
    moment && Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(meeting!.zone)
  const time = (moment: Date | null | undefined) =>
    local(moment)?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? ''
  return (
    <form method="post" action={action} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      {changed && meeting && (
        <Notice tone="warn" title={t('meeting.changed-meanwhile')}>
          <p>
            {[meeting.title, longMoment(meeting.startsAt, meeting.zone), meeting.place, meeting.chair]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </Notice>
      )}
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="seen" value={String(form.values.seen ?? meeting?.version ?? 1)} />
      <TextInput
        form={form}
        name="title"
        label={t('meeting.title-field')}
        value={meeting?.title}
        maxlength={160}
      />
      <div class="trio">
        <DateInput
          form={form}
          name="day"
          label={t('meeting.day')}
          hint={meeting && t('meeting.day-hint')}
          value={local(meeting?.startsAt)?.toPlainDate().toString()}
        />
        <Time form={form} name="starts" label={t('meeting.starts')} value={time(meeting?.startsAt)} />
        <Time
          form={form}
          name="ends"
          label={t('meeting.ends')}
          optional={t('meeting.optional')}
          value={time(meeting?.endsAt)}
        />
        <Select
          form={form}
          name="zone"
          label={t('meeting.zone')}
          value={meeting?.zone ?? zone}
          options={zones.map(value => ({ value, label: t(`meeting.zone.${value}`) }))}
        />
      </div>
      <TextInput form={form} name="place" label={t('meeting.place')} value={meeting?.place} maxlength={200} />
      <TextInput
        form={form}
        name="link"
        type="url"
        inputmode="url"
        label={t('meeting.link')}
        optional={t('meeting.optional')}
        value={meeting?.link ?? ''}
      />
      <TextInput form={form} name="chair" label={t('meeting.chair')} value={meeting?.chair} maxlength={120} />
      <Choices
        form={form}
        name="offices"
        label={t('meeting.invited')}
        hint={t('meeting.invited-hint')}
        kind="checkbox"
        value={meeting?.invited.map(String) ?? []}
        options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FormActions>
        <Button>{t('meeting.save')}</Button>
      </FormActions>
    </form>
  )
}

type TimeProps = { form: FormState; name: string; label: string; optional?: string; value: string }

const Time = ({ value, ...question }: TimeProps) => {
  const typed = question.form.values[question.name]
  return (
    <Field {...question}>
      {attributes => (
        <input
          {...attributes}
          type="time"
          class="short num"
          value={typeof typed === 'string' ? typed : value}
        />
      )}
    </Field>
  )
}
