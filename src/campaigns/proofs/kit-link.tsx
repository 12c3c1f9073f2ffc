import { useLanguage } from '../../platform/i18n/language.tsx'
import { type Sender, SendProof } from './send-proof-view.tsx'

/** The way to the kit; and what waits on this device goes out from here, or away when it is another officer's. */
export const KitLink = (sender: Sender) => {
  const { t } = useLanguage()
  return (
    <SendProof {...sender} at="/hari-ini">
      <p>
        <a href="/tugas/luring">{t('kit.link')}</a>
      </p>
    </SendProof>
  )
}
