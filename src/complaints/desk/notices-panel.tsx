import { useLanguage } from '../../platform/i18n/language.tsx'
import { Panel } from '../../ui/index.ts'
import { caseNumber } from './words.ts'

export interface NoticeRow {
  id: number
  kind: string
  at: Date
  complaintId: string
  /** Nothing when this office does not see the case any more. */
  number: number | null
  receivedAt: Date | null
}

type Kind = 'warned' | 'breached' | 'offered' | 'accepted' | 'returned' | 'answered' | 'contested' | 'expired'

/** What this person has to know, until it is put away. */
export const NoticesPanel = ({ notices }: { notices: NoticeRow[] }) => {
  const { t, moment } = useLanguage()
  if (notices.length === 0) return null
  return (
    <Panel title={t('notice.title', { count: notices.length })}>
      <ul class="points">
        {notices.map(({ kind, at, complaintId, number, receivedAt }) => (
          <li>
            {number && receivedAt ? (
              <a href={`/aduan/${complaintId}`}>
                {t(`notice.${kind as Kind}`)} · <span class="num">{caseNumber({ number, receivedAt })}</span>
              </a>
            ) : (
              t(`notice.${kind as Kind}`)
            )}{' '}
            <span class="small quiet num">{moment(at)}</span>
          </li>
        ))}
      </ul>
      <form method="post" action="/aduan/kabar">
        <input type="hidden" name="upTo" value={notices[0]!.id} />
        <button class="btn plain">{t('notice.put-away')}</button>
      </form>
    </Panel>
  )
}
