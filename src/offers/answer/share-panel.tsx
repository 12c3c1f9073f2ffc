import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink } from '../../ui/index.ts'

interface Props {
  code: string
  level: string
  address: string
  expiresAt: Date
  /** Just made by this reader. */
  fresh: boolean
}

/** The code of a result, and ways to pass it on: words for WhatsApp, or a picture. */
export const SharePanel = ({ code, level, address, expiresAt, fresh }: Props) => {
  const { t, moment } = useLanguage()
  const words = encodeURIComponent(t('check.wa-text', { level, address }))
  return (
    <section class="panel stack">
      <h2>{t(fresh ? 'check.shared-title' : 'check.pass-on')}</h2>
      <p>
        {t('check.code')} <b class="num">{`${code.slice(0, 5)}-${code.slice(5)}`}</b>.{' '}
        {t('check.code-until', { moment: moment(expiresAt) })}
      </p>
      <ButtonLink kind="whatsapp" wide href={`https://wa.me/?text=${words}`}>
        {t('check.share-whatsapp')}
      </ButtonLink>
      <ButtonLink kind="quiet" wide href={`/cek/h/${code}/kartu`} download>
        {t('check.card')}
      </ButtonLink>
      <p class="small quiet">{t('check.shared-without')}</p>
      <p>
        <a href="/cek">{t('check.own')}</a>
      </p>
    </section>
  )
}
