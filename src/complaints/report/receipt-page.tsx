import { useLanguage } from '../../platform/i18n/language.tsx'
import { ReceiptNumber } from './receipt-number.tsx'

interface Props {
  receipt: string
  office: string
  /** The last day of the first answer. */
  answerBy: string | undefined
  isNew: boolean
}

/** The number, once. It looks like any other number, and opens the report whoever holds it. */
export const ReceiptPage = ({ receipt, office, answerBy, isNew }: Props) => {
  const { t, day } = useLanguage()
  return (
    <>
      <h1>{t(isNew ? 'receipt.title' : 'receipt.title-again')}</h1>
      <section class="panel stack">
        <p>{t('receipt.note-it')}</p>
        <ReceiptNumber receipt={receipt} />
        <p class="small quiet">{t('receipt.shown-once')}</p>
      </section>
      <section class="stack tight">
        <h2>{t('receipt.now')}</h2>
        <ol class="points">
          <li>{t('receipt.now-office', { office })}</li>
          {answerBy && <li>{t('receipt.now-answer', { day: day(answerBy) })}</li>}
          <li>{t('receipt.now-return')}</li>
        </ol>
        <h2>{t('receipt.never')}</h2>
        <ul class="points">
          <li>{t('receipt.never-call')}</li>
          <li>{t('receipt.never-recruiter')}</li>
          <li>{t('receipt.never-money')}</li>
        </ul>
      </section>
      <p>
        <a class="btn plain" href="/nomor">
          {t('receipt.open-later')}
        </a>
      </p>
    </>
  )
}
