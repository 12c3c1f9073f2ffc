import { useLanguage } from '../../platform/i18n/language.tsx'
import { groupReceipt } from '../../platform/vault/index.ts'
import { CopyText } from '../../ui/index.ts'

/** A number, once: large enough to write down, and to be copied where scripts run. */
export const ReceiptNumber = ({ receipt }: { receipt: string }) => {
  const { t } = useLanguage()
  const digits = groupReceipt(receipt)
  return (
    <>
      <p class="receipt num" translate={false}>
        <strong>{digits}</strong>
      </p>
      <CopyText
        id="number"
        label={t('receipt.number')}
        copy={t('receipt.copy')}
        copied={t('receipt.copied')}
        rows={1}
        text={digits}
      />
    </>
  )
}
