import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, TextArea } from '../../ui/index.ts'

interface Props {
  /** What was inspected, as typed or as read from the picture; none after questions. */
  text: string | undefined
  fromPicture: boolean
  /** The rest of what was given, carried along. */
  carried: Record<string, string>
  reportHref: string | undefined
}

/**
 * One form with the person's own words and three deeds: mend and check again, share, report. It carries everything, so that
 * nothing has to be kept here in between.
 */
export const AgainForm = ({ text, fromPicture, carried, reportHref }: Props) => {
  const { t } = useLanguage()
  const form = { values: {}, errors: {} }
  return (
    <form method="post" action="/cek/bagikan" class="stack">
      {Object.entries(carried).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button wide>{t('check.share')}</Button>
      <p class="small quiet">{t('check.share-text')}</p>
      {reportHref && <ReportButton href={reportHref} />}
      {text !== undefined && (
        <details class="panel stack" open={fromPicture}>
          <summary>{t(fromPicture ? 'check.read-text' : 'check.your-text')}</summary>
          {fromPicture && <p>{t('check.read-text-hint')}</p>}
          <TextArea form={form} name="teks" label={t('check.text')} value={text} rows={8} />
          <button class="btn plain wide" formaction="/cek">
            {t('check.again')}
          </button>
        </details>
      )}
    </form>
  )
}

/** Takes the words along to the report. The page it leads to reads the field `teks`. */
const ReportButton = ({ href }: { href: string }) => {
  const { t } = useLanguage()
  return (
    <button class="btn bad wide" formaction={href}>
      {t('check.report')}
    </button>
  )
}
