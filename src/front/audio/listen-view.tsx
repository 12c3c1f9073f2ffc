import { useLanguage } from '../../platform/i18n/language.tsx'
import { languageName, type Recording } from './recording.ts'

/** This page read aloud. Nothing is loaded before somebody presses, and the size is said before. */
export const Listen = ({ recordings }: { recordings: Recording[] }) => {
  const { t, number } = useLanguage()
  if (recordings.length === 0) return null
  return (
    <section class="panel stack tight">
      <h2>{t('audio.listen')}</h2>
      {recordings.map(({ id, language, bytes }) => (
        <div class="stack tight">
          <p>
            {languageName(language)}{' '}
            <a class="small" href={`/dengar/${id}`}>
              {t('audio.size', { size: number(Math.max(1, Math.round(bytes / 1000))) })}
            </a>
          </p>
          {/* biome-ignore lint/a11y/useMediaCaption: the page around it is its text */}
          <audio
            controls
            preload="none"
            src={`/dengar/${id}`}
            aria-label={`${t('audio.listen')}: ${languageName(language)}`}
          />
        </div>
      ))}
    </section>
  )
}
