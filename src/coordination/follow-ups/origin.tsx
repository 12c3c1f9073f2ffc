import { useLanguage } from '../../platform/i18n/language.tsx'

/** Another page of the house that handed the follow-up over, or where else somebody says that it comes from. */
export const Origin = ({ text }: { text: string }) => {
  const { t } = useLanguage()
  return /^\/[a-z]/.test(text) ? <a href={text}>{t('follow-up.open-origin')}</a> : <span>{text}</span>
}
