import { useLanguage } from '../../platform/i18n/language.tsx'
import { Door, Doors, Icon } from '../../ui/index.ts'
import { NameForm } from '../office-finder/pages.tsx'

export interface Running {
  slug: string
  title: string
  purpose: string
}

export const HomeHero = () => {
  const { t } = useLanguage()
  return (
    <section class="hero">
      <div class="wrap">
        <h1>{t('public.start-title')}</h1>
        <p>{t('public.start-lead')}</p>
      </div>
    </section>
  )
}

interface HomeProps {
  running: Running[]
  latest: { slug: string; title: string }[]
  reporting: boolean
}

/** Three doors first; then who is near, what is going on, and what to ask before paying. */
export const HomePage = ({ running, latest, reporting }: HomeProps) => {
  const { t } = useLanguage()
  return (
    <>
      <div class="lift">
        <ThreeDoors reporting={reporting} />
      </div>
      <section class="stack">
        <h2>{t('finder.title')}</h2>
        <NameForm />
      </section>
      <p>
        <a href="/purna/daftar">{t('programmes.home-link')}</a>
      </p>
      <section class="stack">
        <h2>{t('public.running')}</h2>
        {running.length === 0 && <p class="quiet">{t('public.none-running')}</p>}
        <div class="doors">
          {running.map(({ slug, title, purpose }) => (
            <Door href={`/k/${slug}`} title={title} text={purpose} />
          ))}
        </div>
        <p>
          <a href="/k">{t('gallery.see-all')}</a>
        </p>
      </section>
      {latest.length > 0 && (
        <section class="stack tight">
          <h2>{t('news.public-title')}</h2>
          <ul class="points">
            {latest.map(({ slug, title }) => (
              <li lang="id">
                <a href={`/berita/${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
          <p>
            <a href="/berita">{t('news.all')}</a>
          </p>
        </section>
      )}
      <section class="panel stack">
        <h2>{t('public.before-title')}</h2>
        <ol class="points">
          {beforePaying.map(key => (
            <li>{t(key)}</li>
          ))}
        </ol>
      </section>
    </>
  )
}

const beforePaying = ['public.before-1', 'public.before-2', 'public.before-3', 'public.before-4'] as const

/** Check an offer, get help, the official way. Also on the page that says an address does not exist. */
export const ThreeDoors = ({ reporting }: { reporting: boolean }) => {
  const { t } = useLanguage()
  return (
    <Doors label={t('home.doors')}>
      <Door
        first
        href="/cek"
        title={t('home.check')}
        text={t('home.check-text')}
        icon={<Icon name="check" />}
      />
      <Door
        href={reporting ? '/lapor' : '/bantuan'}
        title={t('home.report')}
        text={t(reporting ? 'home.report-text' : 'home.help-text')}
        icon={<Icon name="report" />}
      />
      <Door href="/jalur" title={t('home.route')} text={t('home.route-text')} icon={<Icon name="route" />} />
    </Doors>
  )
}
