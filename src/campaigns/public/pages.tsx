import type { Contact, Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { formats } from '../format.ts'
import { setIn } from '../materials/language.ts'
import type { Version } from '../materials/material.ts'
import { pictureOf, type Spot } from './addresses.ts'
import { Downloads } from './gallery-page.tsx'

export interface PublicCampaignProps {
  campaign: { slug: string; title: string }
  version: Version
  others: { id: number; headline: string; language: string }[]
  office: Office
  contact: Contact | undefined
  shareLink: string
  spot: Spot
}

/** The poster, its message in words, what to do, and a way to pass it on. */
export const PublicCampaignPage = ({
  campaign,
  version,
  others,
  office,
  contact,
  shareLink,
  spot,
}: PublicCampaignProps) => {
  const { t, shortDay } = useLanguage()
  const picture = (width: number) => pictureOf(spot, width)
  return (
    <>
      <h1 {...setIn(version.language)}>{version.headline}</h1>
      <div class="split">
        <img
          class="poster"
          src={picture(540)}
          srcset={`${picture(360)} 360w, ${picture(540)} 540w, ${picture(1080)} 1080w`}
          sizes="(min-width: 52rem) 26rem, 100vw"
          width="1080"
          height="1350"
          loading="lazy"
          alt={version.altText}
          {...setIn(version.language)}
        />
        <div class="stack loose">
          {version.points.length > 0 && (
            <ul class="points" {...setIn(version.language)}>
              {version.points.map(point => (
                <li>{point}</li>
              ))}
            </ul>
          )}
          {version.callToAction && (
            <p {...setIn(version.language)}>
              <strong>{version.callToAction}</strong>
            </p>
          )}
          <section class="panel stack tight">
            <h2>{t('public.ask')}</h2>
            <p>
              <b>{office.name}</b>
            </p>
            {contact ? (
              <>
                <p>
                  {t(`contact.${contact.kind}`)}: {contact.value}
                </p>
                <p class="small quiet">{t('public.verified', { day: shortDay(contact.verifiedOn!) })}</p>
              </>
            ) : (
              <p class="small quiet">{t('public.no-contact')}</p>
            )}
          </section>
          <div class="stack tight">
            <share-page>
              <button class="btn wide" type="button" hidden>
                {t('public.share')}
              </button>
            </share-page>
            <a class="btn wa wide" href={shareLink} rel="noopener noreferrer">
              {t('public.share-whatsapp')}
            </a>
          </div>
          <Downloads spot={spot} formats={formats} headline={version.headline} />
          {others.length > 0 && (
            <nav class="stack tight" aria-label={t('public.more')}>
              <h2>{t('public.more')}</h2>
              {others.map(({ id, headline, language }) => (
                <a href={`/k/${campaign.slug}?materi=${id}&kantor=${office.id}`} {...setIn(language)}>
                  {headline}
                </a>
              ))}
            </nav>
          )}
          <p>
            <a href="/k">{t('gallery.see-all')}</a>
          </p>
        </div>
      </div>
    </>
  )
}
