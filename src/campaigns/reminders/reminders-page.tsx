import { useLanguage } from '../../platform/i18n/language.tsx'
import { locales } from '../../platform/i18n/messages.ts'
import { Checkbox, EmptyState, ErrorSummary, type FormState, Panel, Select } from '../../ui/index.ts'
import {
  digestHours,
  type Reminder,
  type ReminderKind,
  type ReminderSettings,
  reminderKinds,
} from './reminder.ts'

interface Props {
  reminders: Reminder[]
  settings: ReminderSettings
  form: FormState
}

/** What somebody is reminded of, the most pressing first, until it is put away; and how they want to hear of it. */
export const RemindersPage = ({ reminders, settings, form }: Props) => {
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {reminders.length === 0 ? (
        <EmptyState title={t('reminder.none')} text={t('reminder.none-text')} />
      ) : (
        <>
          {[...reminderKinds].reverse().map(kind => (
            <Kind kind={kind} reminders={reminders.filter(one => one.kind === kind)} />
          ))}
          <form method="post" action="/pengingat/simpan">
            <input type="hidden" name="upTo" value={String(Math.max(...reminders.map(({ id }) => id)))} />
            <button class="btn plain">{t('reminder.put-away')}</button>
          </form>
        </>
      )}
      <SettingsPanel settings={settings} form={form} />
    </>
  )
}

const Kind = ({ kind, reminders }: { kind: ReminderKind; reminders: Reminder[] }) => {
  const { t, moment } = useLanguage()
  if (reminders.length === 0) return null
  return (
    <Panel title={t(`reminder.part-${kind}`)}>
      <ul class="list">
        {reminders.map(({ dutyId, office, title, material, channel, dueAt, timeZone }) => (
          <li>
            <a class="item" href={`/tugas/${dutyId}`}>
              <span>
                <b>
                  {office} · {t(`channel.${channel}`)} · {material}
                </b>
                <span class="small quiet">
                  {title} · {t('duty.due', { moment: moment(dueAt, timeZone) })}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const SettingsPanel = ({ settings, form }: Pick<Props, 'settings' | 'form'>) => {
  const { t } = useLanguage()
  const kept: FormState = Object.keys(form.values).length > 0 ? form : { ...form, values: stored(settings) }
  return (
    <Panel title={t('reminder.settings')}>
      <form method="post" action="/pengingat" class="stack" novalidate>
        <Checkbox form={kept} name="mail" label={t('reminder.by-mail')} />
        <Select
          form={kept}
          name="digestHour"
          label={t('reminder.digest-hour')}
          hint={t('reminder.digest-hour-hint')}
          options={digestHours.map(hour => ({ value: String(hour), label: t('reminder.hour', { hour }) }))}
        />
        <Select
          form={kept}
          name="language"
          label={t('reminder.language')}
          options={locales.map(locale => ({ value: locale, label: t(`language.${locale}`) }))}
        />
        <p class="small quiet">{t('reminder.console-always')}</p>
        <div class="actions">
          <button class="btn plain">{t('reminder.keep')}</button>
        </div>
      </form>
    </Panel>
  )
}

const stored = ({ mail, digestHour, language }: ReminderSettings) => ({
  language,
  ...(mail && { mail: 'yes' }),
  digestHour: String(digestHour),
})
