import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Choices,
  Deed,
  ErrorSummary,
  FormActions,
  type FormState,
  Panel,
  Select,
  Stat,
  TextInput,
} from '../../ui/index.ts'
import { type Activity, type Audience, audiences } from '../programme/activity.ts'

interface Props {
  activity: Activity
  entries: { formId: string; name: string; origin: string; sex: string; audience: string }[]
  form: FormState
  /** Makes this entry count once: a queue that sends it again later keeps it. */
  formId: string
}

export const sexes = ['f', 'm', 'unsaid'] as const

/** Attendance at the door, one after the other, on as many phones as there are doors. */
export const AttendPage = ({ activity, entries, form, formId }: Props) => {
  const { t, number } = useLanguage()
  const at = `/program/${activity.id}/hadir`
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action={at} class="stack" novalidate data-once>
        <input type="hidden" name="form" value={formId} />
        <TextInput
          form={form}
          name="name"
          label={t('session.name')}
          hint={t('session.name-hint')}
          maxlength={80}
          autocomplete="off"
        />
        <TextInput
          form={form}
          name="origin"
          label={t('session.origin')}
          optional={t('activity.optional')}
          maxlength={120}
          autocomplete="off"
        />
        <Choices
          kind="radio"
          form={form}
          name="sex"
          label={t('session.sex')}
          value="unsaid"
          options={sexes.map(sex => ({ value: sex, label: t(`session.sex-${sex}`) }))}
        />
        <Select
          form={form}
          name="audience"
          label={t('session.is')}
          value={activity.audience}
          options={audiences.map(one => ({ value: one, label: t(`activity.audience-${one}`) }))}
        />
        <FormActions>
          <Button>{t('session.add')}</Button>
          <a href={`/program/${activity.id}`}>{t('activity.back')}</a>
        </FormActions>
      </form>
      <Panel title={t('session.present')}>
        <Stat figure={number(entries.length)} label={t('session.came')} />
        <p class="small quiet">{t('session.names-kept')}</p>
        <ul class="stack tight">
          {entries.slice(0, mostShown).map(entry => (
            <li class="row apart">
              <span>
                <b>{entry.name}</b>
                <br />
                <span class="small quiet">
                  {[entry.origin, t(`activity.audience-${entry.audience as Audience}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Deed
                action={`${at}/coret`}
                label={t('session.strike', { name: entry.name })}
                kind="plain"
                fields={{ entry: entry.formId }}
              />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

const mostShown = 500
