import { useLanguage } from '../platform/i18n/language.tsx'

/** The way back from what belongs to a case. */
export const CaseCrumbs = ({ complaintId, place }: { complaintId: string; place: 'asesmen' | 'surat' }) => {
  const { t } = useLanguage()
  return (
    <>
      <a href={`/aduan/${complaintId}`}>{t('letters.case')}</a> ›{' '}
      <a href={`/aduan/${complaintId}/${place}`}>
        {t(place === 'surat' ? 'letters.title' : 'screening.title')}
      </a>
    </>
  )
}
