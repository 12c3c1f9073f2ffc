import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState } from '../../ui/index.ts'
import { languageName } from './language.ts'
import type { VersionState } from './material.ts'
import { stateTone } from './state-tone.ts'

interface ListRow {
  id: number
  title: string
  office: string
  number: number
  state: string
  tags: string[]
  languages: string[]
  writtenAt: Date
}

interface Props {
  rows: ListRow[]
  mayWrite: boolean
  sought: { text?: string | undefined; tag?: string | undefined }
  tags: string[]
}

export const MaterialsPage = ({ rows, mayWrite, sought, tags }: Props) => {
  const { t } = useLanguage()
  const seeking = sought.text !== undefined || sought.tag !== undefined
  if (rows.length === 0 && !seeking)
    return (
      <EmptyState title={t('material.none')} text={t('material.none-text')}>
        {mayWrite && (
          <a class="btn" href="/materi/baru">
            {t('material.make')}
          </a>
        )}
      </EmptyState>
    )
  return (
    <>
      <Seek sought={sought} tags={tags} />
      {seeking && rows.length > 0 && <p role="status">{t('material.found', { count: rows.length })}</p>}
      {rows.length === 0 && (
        <EmptyState title={t('material.none-found')} text={t('material.none-found-text')}>
          <a class="btn plain" href="/materi">
            {t('material.see-all')}
          </a>
        </EmptyState>
      )}
      <div class="cards">
        {rows.map(row => (
          <Card row={row} />
        ))}
      </div>
    </>
  )
}

const Seek = ({ sought, tags }: Pick<Props, 'sought' | 'tags'>) => {
  const { t } = useLanguage()
  return (
    <search class="stack tight">
      <form method="get" action="/materi" class="row end">
        <div class="field">
          <label for="cari">{t('material.seek')}</label>
          <input id="cari" name="cari" type="search" value={sought.text ?? ''} maxlength={100} />
        </div>
        <button class="btn plain">{t('material.seek-do')}</button>
      </form>
      {tags.length > 0 && (
        <p class="row small">
          {tags.map(tag => (
            <a
              href={`/materi?tanda=${encodeURIComponent(tag)}`}
              aria-current={tag === sought.tag ? 'true' : undefined}
            >
              #{tag}
            </a>
          ))}
          {sought.tag && <a href="/materi">{t('material.seek-all')}</a>}
        </p>
      )}
    </search>
  )
}

const Card = ({ row }: { row: ListRow }) => {
  const { t, moment, list } = useLanguage()
  return (
    <a class="card" href={`/materi/${row.id}`}>
      <img
        class="poster"
        src={`/materi/${row.id}/${row.number}/square`}
        alt=""
        width="540"
        height="540"
        loading="lazy"
      />
      <h3>{row.title}</h3>
      <span>
        <Chip tone={stateTone[row.state as VersionState]}>
          {t(`material.state.${row.state as VersionState}`)}
        </Chip>
      </span>
      <span class="small quiet">
        {row.office} · {t('material.version', { number: row.number })} · {moment(row.writtenAt)}
      </span>
      {row.languages.length > 1 && (
        <span class="small quiet">{list(row.languages.map(code => languageName(code, t)))}</span>
      )}
      {row.tags.length > 0 && <span class="small quiet">{row.tags.map(tag => `#${tag}`).join(' ')}</span>}
    </a>
  )
}
