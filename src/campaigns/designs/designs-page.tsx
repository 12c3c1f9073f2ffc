import { useLanguage } from '../../platform/i18n/language.tsx'
import type { Design } from './design.ts'

/** Every design with what it has room for. */
export const DesignsPage = ({ designs }: { designs: Design[] }) => {
  const { t, locale, list } = useLanguage()
  return (
    <div class="stack loose">
      <p class="quiet">{t('designs.explained')}</p>
      <div class="cards">
        {designs.map(({ key, name, hint, limits, slots }) => (
          <section class="card">
            <img
              class="poster"
              src={`/rancangan/${key}/720`}
              alt=""
              width="720"
              height="720"
              loading="lazy"
            />
            <h2>{name[locale]}</h2>
            <p>{hint[locale]}</p>
            <p class="small quiet">{t('designs.limits', { ...limits })}</p>
            {slots.length > 0 && (
              <p class="small quiet">
                {t('designs.slots', { slots: list(slots.map(({ label }) => label[locale])) })}
              </p>
            )}
          </section>
        ))}
      </div>
    </div>
  )
}
