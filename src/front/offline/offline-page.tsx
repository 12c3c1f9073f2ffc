import { useLanguage } from '../../platform/i18n/language.tsx'

/** In the place of a page that is not on the device. */
export const OfflinePage = () => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('offline.title')}</h1>
      <p>{t('offline.text')}</p>
      <ul class="points">
        {still.map(([path, key]) => (
          <li>
            <a href={path}>{t(key)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

const still = [
  ['/', 'failure.home'],
  ['/bantuan', 'help.title'],
  ['/aman', 'safe.title'],
] as const
