import { useLanguage } from '../platform/i18n/language.tsx'
import { QuickExit } from '../ui/index.ts'

/** The weather: a page that anybody may have open. */
const neutral = 'https://www.bmkg.go.id/'

export const Leave = () => {
  const { t } = useLanguage()
  return <QuickExit href={neutral} label={t('frame.leave')} />
}
