import { ReceiptNumber } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import type { Registered } from './register-self.ts'

/** The number, once. */
export const RegisteredPage = ({ receipt, isNew, office }: Registered) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t(isNew ? 'returnees.registered' : 'returnees.registered-before')}</h1>
      <section class="panel stack">
        <p>{t('receipt.note-it')}</p>
        <ReceiptNumber receipt={receipt} />
        <p class="small quiet">{t('receipt.shown-once')}</p>
      </section>
      <section class="stack tight">
        <h2>{t('receipt.now')}</h2>
        <ol class="points">
          <li>{t('returnees.now-office', { office })}</li>
          <li>{t('returnees.now-return')}</li>
          <li>{t('returnees.now-free')}</li>
        </ol>
      </section>
      <p>
        <a class="btn plain" href="/purna/nomor">
          {t('receipt.open-later')}
        </a>
      </p>
    </>
  )
}
