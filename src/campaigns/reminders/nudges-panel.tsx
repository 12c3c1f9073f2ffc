import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, CopyText, Panel } from '../../ui/index.ts'
import type { Nudge } from './whatsapp.ts'

/** A ready message for each office that is overdue, for a person to send. */
export const NudgesPanel = ({ nudges }: { nudges: Nudge[] }) => {
  const { t } = useLanguage()
  if (nudges.length === 0) return null
  return (
    <Panel title={t('reminder.by-whatsapp')}>
      <p class="quiet">{t('reminder.by-whatsapp-text')}</p>
      {nudges.map(({ office, text, href, number, count }, index) => (
        <details>
          <summary>{t('reminder.nudge', { office, count })}</summary>
          <div class="stack">
            <p class="small quiet">
              {number ? t('reminder.to-number', { number }) : t('reminder.no-number')}
            </p>
            <CopyText
              id={`nudge-${index}`}
              label={t('reminder.nudge-text')}
              text={text}
              copy={t('reminder.copy')}
              copied={t('duty.copied')}
              rows={6}
            />
            <ButtonLink kind="whatsapp" href={href}>
              {t('reminder.open-whatsapp')}
            </ButtonLink>
          </div>
        </details>
      ))}
    </Panel>
  )
}
