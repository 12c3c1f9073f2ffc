import { useLanguage } from '../platform/i18n/language.tsx'

/** The way to everything else, at the end of the pages for everybody. */
export const Foot = () => {
  const { t } = useLanguage()
  return (
    <p class="row">
      <a href="/bantuan">{t('help.title')}</a> <a href="/aman">{t('safe.title')}</a>{' '}
      <a href="/kantor-terdekat">{t('finder.title')}</a> <a href="/cari">{t('search.title')}</a>{' '}
      <a href="/berita">{t('news.public-title')}</a> <a href="/data">{t('open.title')}</a>{' '}
      <a href="/masuk">{t('sign-in.title')}</a>
    </p>
  )
}
