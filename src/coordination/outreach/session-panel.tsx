import { useLanguage } from '../../platform/i18n/language.tsx'
import { Door, Doors, Panel } from '../../ui/index.ts'
import { type Activity, gathers } from '../programme/activity.ts'

/** What a session needs: sheets before it, the list during it, the report after it. */
export const SessionPanel = ({ activity, mayChange }: { activity: Activity; mayChange: boolean }) => {
  const { t } = useLanguage()
  if (!gathers(activity.kind) || activity.state === 'called-off') return null
  const at = (tail: string) => `/program/${activity.id}/${tail}`
  return (
    <Panel title={t('session.title')}>
      <Doors label={t('session.title')}>
        <Door
          href={at('lembar-bicara')}
          title={t('session.talk-sheet')}
          text={t('session.talk-sheet-text')}
        />
        <Door href={at('daftar-hadir')} title={t('session.list-sheet')} text={t('session.list-sheet-text')} />
        {mayChange && <Door href={at('hadir')} title={t('session.attend')} text={t('session.attend-text')} />}
        <Door href={at('laporan')} title={t('session.report')} text={t('session.report-text')} />
      </Doors>
    </Panel>
  )
}
