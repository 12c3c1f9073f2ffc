import { useLanguage } from '../platform/i18n/language.tsx'
import { Deed, EmptyState, Facts, Notice, Panel, Progress } from '../ui/index.ts'
import type { ErrandKind } from './queries.ts'

interface Errand {
  id: string
  kind: string
  state: string
  done: number
  total: number
  askedAt: Date
  result: Record<string, unknown>
}

interface ErrandsProps {
  /** Where another one is asked for. */
  action: string
  kind: ErrandKind
  errands: Errand[]
}

export const ErrandsPage = ({ action, kind, errands }: ErrandsProps) => {
  const { t, moment } = useLanguage()
  return (
    <>
      <Panel>
        <p>{t(`${kind}.lead`)}</p>
        <Deed action={action} label={t(`${kind}.make`)} />
      </Panel>
      {errands.length === 0 ? (
        <EmptyState title={t(`${kind}.none`)} text={t(`${kind}.none-text`)} />
      ) : (
        <ul class="list">
          {errands.map(errand => (
            <li>
              <a class="item" href={`/pekerjaan/${errand.id}`}>
                <span>
                  <b>{t(`${kind}.title`)}</b>
                  <span class="small quiet">{moment(errand.askedAt)}</span>
                </span>
                <span>{t(`errand.state.${errand.state as 'done'}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export const ErrandPage = ({ errand }: { errand: Errand }) => {
  const { t, number } = useLanguage()
  const { state, done, total, result } = errand
  if (state === 'failed')
    return (
      <Notice tone="danger" title={t('errand.failed')}>
        {t('errand.failed-text')}
      </Notice>
    )
  if (state !== 'done')
    return (
      <Panel>
        <Progress
          done={done}
          total={total}
          label={t('errand.progress', { done: number(done), total: number(total) })}
        />
        <p class="quiet">{t('errand.leave')}</p>
      </Panel>
    )
  if (errand.kind === 'regions')
    return <Notice tone="good" title={t('regions.ready', { count: Number(result.regions) })} />
  if (errand.kind === 'kit')
    return (
      <Notice tone="good" title={t('kit.ready')}>
        {t('kit.drawn', { total: Number(result.total), fresh: Number(result.fresh) })}
      </Notice>
    )
  return (
    <>
      <Facts
        items={[
          [t('recap.as-of'), String(result.asOf)],
          [t('recap.says'), String(result.sentence)],
          [t('recap.fingerprint'), <code>{String(result.hash).slice(0, 16)}</code>],
        ]}
      />
      <div class="actions">
        <a class="btn" href={`/pekerjaan/${errand.id}/pdf`}>
          {t('recap.pdf')}
        </a>
        {typeof result.edition === 'number' && (
          <a class="btn plain" href={`/rekap/${result.edition}`}>
            {t('recap.see-edition')}
          </a>
        )}
        <a class="btn plain" href={`/pekerjaan/${errand.id}/xlsx`}>
          {t('recap.xlsx')}
        </a>
      </div>
    </>
  )
}
