import { useLanguage } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { ButtonLink, Chip, Facts, type FormState, Notice, Panel, Table, type Tone } from '../../ui/index.ts'
import type { GuidanceState, Version } from './guidance.ts'

export const stateTone: Record<GuidanceState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  released: 'good',
  returned: 'warn',
}

export interface VersionHead
  extends Pick<
    Version,
    'number' | 'state' | 'changeNote' | 'writtenAt' | 'decidedAt' | 'decisionNote' | 'authorId'
  > {
  author: string
  decider: string
}

export interface KindRow {
  slug: string
  title: MessageKey
  lead: MessageKey
  current: VersionHead | undefined
  waiting: number
}

/** What the public is told, kind by kind: which version, since when, by whom. */
export const GuidancePage = ({ kinds }: { kinds: KindRow[] }) => {
  const { t, moment } = useLanguage()
  return (
    <ul class="list">
      {kinds.map(({ slug, title, lead, current, waiting }) => (
        <li>
          <a class="item" href={`/pedoman/${slug}`}>
            <span>
              <b>{t(title)}</b>
              <span class="small quiet">{t(lead)}</span>
            </span>
            <span class="small quiet">
              {current &&
                t('guidance.speaks', {
                  number: current.number,
                  when: moment(current.decidedAt ?? current.writtenAt),
                  who: current.decider,
                })}
            </span>
            {waiting > 0 && <Chip tone="info">{t('guidance.waiting', { count: waiting })}</Chip>}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface KindProps {
  slug: string
  versions: VersionHead[]
  own: VersionHead | undefined
  behind: boolean
  mayWrite: boolean
  hasBench: boolean
  form: FormState
}

export const KindPage = ({ slug, versions, own, behind, mayWrite, hasBench, form }: KindProps) => {
  const { t, moment } = useLanguage()
  const current = versions.find(({ state }) => state === 'released')
  return (
    <>
      {behind && <BehindNotice slug={slug} />}
      {own && (
        <Notice
          tone={stateTone[own.state]}
          title={t(`guidance.own.${own.state as 'draft'}`, { number: own.number })}
        >
          <p>
            <a href={`/pedoman/${slug}/versi/${own.number}`}>{t('guidance.see-draft')}</a>
          </p>
        </Notice>
      )}
      {current && (
        <Panel title={t('guidance.current')}>
          <Facts
            items={[
              [t('guidance.version-field'), t('guidance.version', { number: current.number })],
              [t('guidance.since'), moment(current.decidedAt ?? current.writtenAt)],
              [t('guidance.written-by'), current.author],
              [t('guidance.released-by'), current.decider],
              [t('guidance.note'), current.changeNote],
            ]}
          />
          <div class="row">
            <ButtonLink href={`/pedoman/${slug}/isi`}>
              {t(mayWrite ? 'guidance.open-edit' : 'guidance.open-read')}
            </ButtonLink>
            {hasBench && (
              <ButtonLink kind="quiet" href={`/pedoman/${slug}/uji`}>
                {t('bench.title')}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" href={`/pedoman/${slug}/versi/${current.number}/json`} download>
              {t('guidance.download')}
            </ButtonLink>
          </div>
        </Panel>
      )}
      <Panel title={t('guidance.history')}>
        <Table
          caption={t('guidance.history')}
          columns={[
            {
              title: t('guidance.version-field'),
              cell: row => (
                <a href={`/pedoman/${slug}/versi/${row.number}`}>
                  {t('guidance.version', { number: row.number })}
                </a>
              ),
            },
            {
              title: t('guidance.state-field'),
              cell: ({ state }) => <Chip tone={stateTone[state]}>{t(`guidance.state.${state}`)}</Chip>,
            },
            { title: t('guidance.note'), cell: row => row.changeNote },
            { title: t('guidance.written-by'), cell: row => row.author },
            {
              title: t('guidance.decided-by'),
              cell: row => row.decidedAt && `${row.decider}, ${moment(row.decidedAt)}`,
            },
          ]}
          rows={versions}
        />
      </Panel>
      {mayWrite && <ImportForm slug={slug} form={form} />}
    </>
  )
}

export const BehindNotice = ({ slug }: { slug: string }) => {
  const { t } = useLanguage()
  return (
    <Notice tone="warn" title={t('guidance.behind-title')}>
      <p>{t('guidance.behind')}</p>
      <p>
        <a href={`/pedoman/${slug}/gabung`}>{t('guidance.merge')}</a>
      </p>
    </Notice>
  )
}

const ImportForm = ({ slug, form }: { slug: string; form: FormState }) => {
  const { t } = useLanguage()
  return (
    <details open={form.errors.file !== undefined}>
      <summary>{t('guidance.import')}</summary>
      <form
        method="post"
        action={`/pedoman/${slug}/impor`}
        enctype="multipart/form-data"
        class="stack"
        novalidate
        data-once
      >
        <div class={form.errors.file ? 'field bad' : 'field'}>
          <label for="file">{t('guidance.import-file')}</label>
          <p class="hint" id="file-hint">
            {t('guidance.import-hint')}
          </p>
          {form.errors.file && (
            <p class="err pre" id="file-error">
              {form.errors.file}
            </p>
          )}
          <input
            id="file"
            name="file"
            type="file"
            accept="application/json,.json"
            aria-describedby="file-hint"
          />
        </div>
        <button class="btn plain">{t('guidance.import-do')}</button>
      </form>
    </details>
  )
}
