import { useLanguage } from '../../../platform/i18n/language.tsx'
import { ButtonLink, type FormState, Notice, Panel, Progress, Table, UploadForm } from '../../../ui/index.ts'
import type { Refused } from '../../contents.ts'
import { ReturneeList } from '../list-page.tsx'
import type { ReturneeRow } from '../queries.ts'
import type { importsOf } from './queries.ts'

interface UploadProps {
  form: FormState
  formId: string
  imports: Awaited<ReturnType<typeof importsOf>>
}

/** A list out of a spreadsheet: what it must have, and what was read in before. */
export const UploadPage = ({ form, formId, imports }: UploadProps) => {
  const { t, moment } = useLanguage()
  return (
    <>
      <UploadForm
        form={form}
        formId={formId}
        action="/purna/impor"
        summary={t('form.summary')}
        label={t('returnees.import-file')}
        hint={t('returnees.import-hint')}
        accept=".xlsx,.csv,.tsv,.txt"
        deed={t('returnees.import-do')}
        back={{ href: '/purna', label: t('returnees.back') }}
      >
        <p>{t('returnees.import-lead')}</p>
      </UploadForm>
      {imports.length > 0 && (
        <Panel title={t('returnees.imports')}>
          <ul class="points">
            {imports.map(({ id, madeAt, kept, refused }) => (
              <li>
                <a href={`/purna/impor/${id}`}>{moment(madeAt)}</a>:{' '}
                {t('returnees.import-counts', { kept, refused })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

interface ResultProps {
  done: { id: string; kept: number; refused: number }
  refused: Refused
  rows: ReturneeRow[]
  /** Records of this list beside which another stands. */
  likes: number
  total: number
  compared: number
}

/** What became of a list: the rows that came back first, each with its reason. */
export const ImportPage = ({ done, refused, rows, likes, total, compared }: ResultProps) => {
  const { t } = useLanguage()
  return (
    <>
      <Notice tone={done.refused > 0 ? 'warn' : 'good'}>
        {t('returnees.import-counts', { kept: done.kept, refused: done.refused })}
      </Notice>
      {compared < total && (
        <Progress
          done={compared}
          total={total}
          label={t('returnees.import-comparing', { compared, total })}
        />
      )}
      {likes > 0 && (
        <p>
          <a href="/purna/serupa">{t('returnees.import-likes', { count: likes })}</a>
        </p>
      )}
      {refused.rows.length > 0 && (
        <Panel
          title={t('returnees.import-refused')}
          actions={
            <ButtonLink kind="quiet" href={`/purna/impor/${done.id}/ditolak`} download>
              {t('returnees.import-download')}
            </ButtonLink>
          }
        >
          <Table
            caption={t('returnees.import-refused')}
            rows={refused.rows.slice(0, 200)}
            columns={[
              { title: t('returnees.import-row'), cell: ({ row }) => row },
              { title: t('returnees.import-why'), cell: ({ why }) => why },
              {
                title: t('returnees.import-cells'),
                cell: ({ cells }) => cells.filter(Boolean).join(' · ').slice(0, 160),
              },
            ]}
          />
        </Panel>
      )}
      {rows.length > 0 && (
        <Panel title={t('returnees.import-kept')}>
          <ReturneeList rows={rows} />
          {total > rows.length && (
            <p class="quiet">{t('returnees.import-more', { count: total - rows.length })}</p>
          )}
        </Panel>
      )}
    </>
  )
}
