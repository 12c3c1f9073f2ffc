import { useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState, Panel } from '../../ui/index.ts'
import { MeetingTabs } from '../meetings/meetings-page.tsx'
import type { FollowUp, Reminder } from './follow-up.ts'
import { FollowUpList } from './follow-up-list.tsx'

export const views = ['ours', 'asked', 'all', 'closed'] as const
export type View = (typeof views)[number]

interface Props {
  rows: FollowUp[]
  view: View
  today: Temporal.PlainDate
  reminders: Reminder[]
}

export const FollowUpsPage = ({ rows, view, today, reminders }: Props) => {
  const { t } = useLanguage()
  return (
    <>
      <MeetingTabs current="follow-ups" />
      <RemindersPanel reminders={reminders} />
      <nav class="row" aria-label={t('follow-up.views')}>
        {views.map(name => (
          <a
            href={`/tindak-lanjut?daftar=${name}`}
            class="small"
            aria-current={name === view ? 'page' : undefined}
          >
            {name === view ? <b>{t(`follow-up.view.${name}`)}</b> : t(`follow-up.view.${name}`)}
          </a>
        ))}
      </nav>
      {rows.length > 0 ? (
        <FollowUpList rows={rows} today={today} />
      ) : (
        <EmptyState title={t('follow-up.none')} text={t('follow-up.none-text')} />
      )}
    </>
  )
}

/** What this person is reminded of, until it is put away. */
export const RemindersPanel = ({ reminders }: { reminders: Reminder[] }) => {
  const { t, shortDay } = useLanguage()
  if (reminders.length === 0) return null
  return (
    <Panel title={t('follow-up.reminders')}>
      <ul class="points">
        {reminders.map(({ followUpId, title, kind, dueOn }) => (
          <li>
            <a href={`/tindak-lanjut/${followUpId}`}>{title}</a>: {t(`follow-up.reminder.${kind}`)}{' '}
            <span class="small quiet num">{shortDay(dueOn)}</span>
          </li>
        ))}
      </ul>
      <form method="post" action="/tindak-lanjut/pengingat">
        <input type="hidden" name="upTo" value={String(reminders[0]!.id)} />
        <button class="btn plain">{t('follow-up.put-away')}</button>
      </form>
    </Panel>
  )
}
