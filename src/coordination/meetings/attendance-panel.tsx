import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Deed, Field, type FormState, Panel, Select, TextInput } from '../../ui/index.ts'

export interface Present {
  id: number
  name: string
  position: string
  from: string
}

interface Props {
  meetingId: number
  present: Present[]
  offices: { id: number; name: string }[]
  /** Names of the people of these offices, to be picked while typing. */
  people: string[]
  /** Whether the reader stands in the list. */
  amPresent: boolean
  mayWrite: boolean
  form: FormState
}

export const AttendancePanel = ({
  meetingId,
  present,
  offices,
  people,
  amPresent,
  mayWrite,
  form,
}: Props) => {
  const { t } = useLanguage()
  const to = `/rapat/${meetingId}/hadir`
  return (
    <Panel title={t('attendance.title')}>
      {present.length === 0 && <p class="quiet">{t('attendance.none')}</p>}
      <ul class="dots">
        {present.map(({ id, name, position, from }) => (
          <li>
            <b>{name}</b>
            <span class="small quiet"> {[position, from].filter(Boolean).join(', ')}</span>
            {mayWrite && (
              <form method="post" action={`${to}/hapus`}>
                <button
                  class="btn plain"
                  name="id"
                  value={String(id)}
                  aria-label={t('attendance.drop', { name })}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && !amPresent && <Deed action={`${to}/saya`} label={t('attendance.me')} kind="plain" />}
      {mayWrite && (
        <details
          open={['person', 'personOffice', 'organisation', 'position'].some(name => form.errors[name])}
        >
          <summary>{t('attendance.add')}</summary>
          <form method="post" action={to} class="stack" novalidate data-once>
            <Field form={form} name="person" label={t('attendance.name')}>
              {attributes => (
                <>
                  <input {...attributes} list="people" maxlength={120} value={typed(form, 'person')} />
                  <datalist id="people">
                    {people.map(name => (
                      <option value={name} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <TextInput
              form={form}
              name="position"
              label={t('attendance.position')}
              optional={t('meeting.optional')}
              maxlength={120}
            />
            <Select
              form={form}
              name="personOffice"
              label={t('attendance.office')}
              empty={t('attendance.office-guest')}
              options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <TextInput
              form={form}
              name="organisation"
              label={t('attendance.organisation')}
              optional={t('meeting.optional')}
              maxlength={160}
            />
            <Button>{t('attendance.add')}</Button>
          </form>
        </details>
      )}
    </Panel>
  )
}

const typed = ({ values }: FormState, name: string) => (typeof values[name] === 'string' ? values[name] : '')
