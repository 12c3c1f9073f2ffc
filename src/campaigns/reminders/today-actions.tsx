import { useLanguage } from '../../platform/i18n/language.tsx'

/** From the day's duties to the month, and to what one is reminded of. */
export const TodayActions = ({ reminders }: { reminders: number }) => {
  const { t } = useLanguage()
  return (
    <>
      <a class="btn plain" href="/kalender-tayang">
        {t('schedule.calendar')}
      </a>
      <a class="btn plain" href="/pengingat">
        {reminders > 0 ? t('reminder.open-count', { count: reminders }) : t('reminder.title')}
      </a>
    </>
  )
}
