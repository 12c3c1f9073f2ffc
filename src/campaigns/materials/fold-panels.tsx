import { dayOf } from '../../platform/clock/clock.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import { captioned, captionField } from '../captions/caption.ts'
import { saidOf } from '../captions/too-long.ts'
import { setIn } from './language.ts'
import type { MaterialProps } from './material-page.tsx'
import { stateTone } from './state-tone.ts'

/** The words beside the picture: the general ones, those of each channel, and where they do not fit. */
export const CaptionsPanel = ({ material, version, tooLong, mayWrite }: MaterialProps) => {
  const { t, list } = useLanguage()
  const own = captioned.filter(channel => version.captions[channel])
  const words = { ...setIn(version.language), class: 'pre' }
  return (
    <details class="panel" open={tooLong.length > 0}>
      <summary>{t('material.caption')}</summary>
      <div class="stack">
        <div id="caption" class="stack tight" tabindex={-1}>
          <TooLongWords tooLong={tooLong.filter(one => !one.own)} />
          <p {...words}>{version.caption}</p>
        </div>
        {own.map(channel => (
          <div id={captionField(channel)} class="stack tight" tabindex={-1}>
            <h3>{t(`channel.${channel}`)}</h3>
            <TooLongWords tooLong={tooLong.filter(one => one.own && one.channel === channel)} />
            <p {...words}>{version.captions[channel]}</p>
          </div>
        ))}
        {tooLong.length > 0 && mayWrite && (
          <p>
            <a href={`/materi/${material.id}/ubah?bahasa=${version.language}&periksa`}>{t('caption.mend')}</a>
          </p>
        )}
        {own.length > 0 && (
          <p class="small quiet">
            {t('caption.own-only', { channels: list(own.map(channel => t(`channel.${channel}`))) })}
          </p>
        )}
      </div>
    </details>
  )
}

const TooLongWords = ({ tooLong }: Pick<MaterialProps, 'tooLong'>) => {
  const { t } = useLanguage()
  return tooLong.map(one => (
    <p class="err">{t(one.own ? 'caption.too-long' : 'caption.general-too-long', saidOf(one, t))}</p>
  ))
}

/** Every version of this language, each beside the one before it. */
export const VersionsPanel = ({ material, version, older, recalled }: MaterialProps) => {
  const { t, shortDay } = useLanguage()
  if (older.length === 0) return null
  const all = [version, ...older]
  return (
    <details class="panel">
      <summary>{t('material.versions', { count: all.length })}</summary>
      <ul class="stack tight">
        {all.map(({ id, number, state, headline, writtenAt }, index) => {
          const before = all[index + 1]
          return (
            <li>
              {t('material.version', { number })}: <span {...setIn(version.language)}>{headline}</span>{' '}
              <Chip tone={stateTone[state]}>{t(`material.state.${state}`)}</Chip>{' '}
              {recalled.includes(id) && <Chip tone="danger">{t('material.recalled-short')}</Chip>}{' '}
              <span class="small quiet">{shortDay(dayOf(writtenAt))}</span>{' '}
              {before && (
                <a class="small" href={`/materi/${material.id}/banding?a=${before.id}&b=${id}`}>
                  {t('material.compare-with', { number: before.number })}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
