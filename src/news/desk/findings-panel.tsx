import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Deed, type FormState, Panel, TextArea } from '../../ui/index.ts'
import type { Numbered } from './marked-view.tsx'

interface FindingsProps {
  id: number
  seen: number
  findings: Numbered[]
  mayMend: boolean
  mayKeep: boolean
  form: FormState
}

/** What the checker found, why, and what can be done about it. */
export const FindingsPanel = ({ findings, ...rest }: FindingsProps) => {
  const { t } = useLanguage()
  const open = findings.filter(({ kept }) => kept === undefined)
  return (
    <Panel title={t('news.check')}>
      <p>{t(open.length === 0 ? 'news.check-clean' : 'news.check-open', { count: open.length })}</p>
      {findings.map(finding => (
        <OneFinding finding={finding} {...rest} />
      ))}
    </Panel>
  )
}

const OneFinding = ({
  finding,
  id,
  seen,
  mayMend,
  mayKeep,
  form,
}: Omit<FindingsProps, 'findings'> & { finding: Numbered }) => {
  const { t } = useLanguage()
  const { number, found, why, values, fix, blocks, kept } = finding
  const tried = form.values.finding === finding.id
  return (
    <div class="stack tight" id={`temuan-${number}`}>
      <p>
        <b>
          {number}. {found || t('news.picture')}
        </b>{' '}
        <Chip tone={blocks ? 'danger' : kept === undefined ? 'warn' : 'neutral'}>
          {t(blocks ? 'news.finding-blocks' : kept === undefined ? 'news.finding-open' : 'news.finding-kept')}
        </Chip>
      </p>
      <p>{t(why, values)}</p>
      {kept !== undefined && <p class="small quiet">{t('news.kept-because', { reason: kept })}</p>}
      {mayMend && fix !== undefined && (
        <Deed
          action={`/redaksi/${id}/perbaiki`}
          kind="plain"
          label={t('news.mend', { fix })}
          fields={{ finding: finding.id, seen }}
        />
      )}
      {mayKeep && !blocks && kept === undefined && (
        <details open={tried}>
          <summary>{t('news.keep')}</summary>
          <form method="post" action={`/redaksi/${id}/pertahankan`} class="stack" novalidate data-once>
            <input type="hidden" name="finding" value={finding.id} />
            <TextArea
              form={tried ? form : { values: {}, errors: {} }}
              name={tried ? 'reason' : `reason.${number}`}
              label={t('news.keep-reason')}
              rows={2}
            />
            <button class="btn plain">{t('news.keep')}</button>
          </form>
        </details>
      )}
    </div>
  )
}
