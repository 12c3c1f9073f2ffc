import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import type { CurrentProcedure } from './current-procedure.ts'
import type { Told } from './procedure.ts'

/** Who says so, and when it was read. */
export const SourceLine = ({ source, trust }: Told) => {
  const { t, shortDay } = useLanguage()
  const read = t('route.read-on', { day: shortDay(source.readOn) })
  return (
    <p class="small quiet">
      {trust === 'unverified' && (
        <>
          <Chip tone="warn">{t('route.unverified')}</Chip>{' '}
        </>
      )}
      {t('route.source')}: {source.url ? <a href={source.url}>{source.title}</a> : source.title}. {read}.
    </p>
  )
}

/** Which version of the road this is, and since when it speaks. */
export const VersionLine = ({ number, releasedAt }: Pick<CurrentProcedure, 'number' | 'releasedAt'>) => {
  const { t, moment } = useLanguage()
  return <p>{t('route.version', { number, day: moment(releasedAt) })}</p>
}
