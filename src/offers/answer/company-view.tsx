import { useLanguage } from '../../platform/i18n/language.tsx'
import type { CompanyStanding } from './answer.ts'

/** What the register says of the companies named: as of which day, and never more than it says. */
export const CompaniesView = ({ companies }: { companies: CompanyStanding[] }) => {
  const { t } = useLanguage()
  return (
    <section class="panel stack tight">
      <h2>{t('check.register')}</h2>
      {companies.map(company => (
        <CompanyView {...company} />
      ))}
      {companies.length === 0 && <p>{t('check.register-none-named')}</p>}
    </section>
  )
}

const CompanyView = ({ asked, asOf, found, near = [] }: CompanyStanding) => {
  const { t, shortDay, list } = useLanguage()
  const name = asked || t('check.register-a-company')
  if (!asOf) return <p>{t('check.register-empty', { name })}</p>
  const day = shortDay(asOf)
  if (!found)
    return (
      <>
        <p>{t('check.register-absent', { name, day })}</p>
        {near.length > 0 && <p class="small">{t('check.register-near', { names: list(near) })}</p>}
      </>
    )
  return (
    <>
      <p>
        <b>{found.name}</b>: {t(`check.licence.${found.licence}`)}{' '}
        {t(
          found.jobOrder === undefined
            ? 'check.job-order-unknown'
            : found.jobOrder
              ? 'check.job-order-yes'
              : 'check.job-order-no',
        )}
      </p>
      <p class="small quiet">{t('check.register-as-of', { day })}</p>
    </>
  )
}
