import type { Contact } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import type { Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import type { WhyNot } from '../materials/current-queries.ts'

/** Where a link leads whose material is shown no more and has no successor: what happened, and whom to ask instead. */
export const gonePage = (
  house: House,
  visit: Visit,
  why: WhyNot,
  office: string,
  contact: Contact | undefined,
) => {
  const { t } = visit.language
  const title = t(`public.gone-${why}`)
  const view = (
    <>
      <h1>{title}</h1>
      <p>{t('public.gone-text')}</p>
      <section class="panel stack tight">
        <h2>{office}</h2>
        {contact ? (
          <p>
            {t(`contact.${contact.kind}`)}: {contact.value}
          </p>
        ) : (
          <p class="small quiet">{t('public.no-contact')}</p>
        )}
      </section>
      <p>
        <a href="/">{t('failure.home')}</a>
      </p>
    </>
  )
  return publicPage(house, visit, view, { title, narrow: true, status: 410 })
}
