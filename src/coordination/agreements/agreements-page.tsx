import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, EmptyState } from '../../ui/index.ts'
import { MeetingTabs } from '../meetings/meetings-page.tsx'
import { AgreementList, type ListedAgreement } from './agreement-list.tsx'

export const AgreementsPage = ({ rows, mayWrite }: { rows: ListedAgreement[]; mayWrite: boolean }) => {
  const { t } = useLanguage()
  return (
    <>
      <MeetingTabs current="agreements" />
      {rows.length > 0 ? (
        <AgreementList rows={rows} />
      ) : (
        <EmptyState title={t('agreement.none')} text={t('agreement.none-text')}>
          {mayWrite && <ButtonLink href="/kesepakatan/baru">{t('agreement.draft')}</ButtonLink>}
        </EmptyState>
      )}
    </>
  )
}
