import { useLanguage } from '../../platform/i18n/language.tsx'
import type { Procedure } from './procedure.ts'
import type { Road } from './road.ts'
import { WayForm } from './road-page.tsx'

/** Boxes to tick: kept on the device where scripts run, on paper where not. Nothing is sent. */
export const ChecklistPage = ({ procedure, road }: { procedure: Procedure; road: Road }) => {
  const { t, locale } = useLanguage()
  const tick = (key: string, label: string, hint: string) => (
    <label class="choice">
      <input type="checkbox" value={key} autocomplete="off" />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  )
  return (
    <>
      <h1>{t('route.list-title')}</h1>
      <details>
        <summary>{t('route.list-way')}</summary>
        <WayForm procedure={procedure} way={road} action="/jalur/daftar" />
      </details>
      <kept-list class="stack loose">
        <p class="quiet" data-off>
          {t('route.list-paper')}
        </p>
        <p class="quiet" data-on hidden>
          {t('route.list-kept')}
        </p>
        <section class="stack">
          <h2>{t('route.documents', { count: road.documents.length })}</h2>
          <div class="choices">
            {road.documents.map(({ id, name, where }) => tick(`d-${id}`, name[locale], where[locale]))}
          </div>
        </section>
        <section class="stack">
          <h2>{t('route.steps')}</h2>
          <div class="choices">
            {road.steps.map(({ id, title, where }) =>
              tick(`s-${id}`, title[locale], where.map(place => t(`route.place.${place}`)).join(', ')),
            )}
          </div>
        </section>
        <button class="btn plain wide" type="button" data-erase hidden>
          {t('route.list-erase')}
        </button>
        <p role="status" data-erased hidden>
          {t('route.list-erased')}
        </p>
      </kept-list>
      <section class="panel stack">
        <h2>{t('route.village')}</h2>
        <ul class="points">
          {(['route.village-1', 'route.village-2', 'route.village-3', 'route.village-4'] as const).map(
            key => (
              <li>{t(key)}</li>
            ),
          )}
        </ul>
        <p>
          <a href="/jalur/surat-izin">{t('route.letter-title')}</a>
        </p>
      </section>
      <p>
        <a href="/jalur">{t('route.back')}</a>
      </p>
    </>
  )
}
