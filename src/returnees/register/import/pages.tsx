import { useLanguage } from '../../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  FileInput,
  FormActions,
  type FormState,
  Notice,
  Panel,
  Progress,
  Table,
} from '../../../ui/index.ts'
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
      <form
        method="post"
        action="/purna/impor"
        enctype="multipart/form-data"
        class="stack"
        novalidate
        data-once
      >
        <ErrorSummary form={form} title={t('form.summary')} />
        <input type="hidden" name="form" value={formId} />
        <p>{t('returnees.import-lead')}</p>
        <FileInput
          form={form}
          name="file"
          label={t('returnees.import-file')}
          hint={t('returnees.import-hint')}
          accept=".xlsx,.csv,.tsv,.txt"
        />
        <FormActions>
          <Button>{t('returnees.import-do')}</Button>
          <a href="/purna">{t('returnees.back')}</a>
        </FormActions>
      </form>
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
