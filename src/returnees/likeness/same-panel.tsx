import type { Reason } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Deed, Notice, Panel } from '../../ui/index.ts'
import type { ReturneeRow } from '../register/queries.ts'
import type { SameRow } from './queries.ts'

interface Props {
  returnee: Pick<ReturneeRow, 'id' | 'state' | 'comparedAt'>
  same: SameRow[]
  mayWork: boolean
}

const numberOf = ({ number, year }: SameRow) => `P-${year}-${String(number).padStart(4, '0')}`

/** Who else this may be, and why; across offices without anybody's content. */
export const SamePanel = ({ returnee, same, mayWork }: Props) => {
  const { t } = useLanguage()
  if (returnee.state === 'withdrawn' || (same.length === 0 && returnee.comparedAt)) return null
  return (
    <Panel title={t('returnees.same-title')}>
      {!returnee.comparedAt && <Notice tone="info">{t('returnees.comparing')}</Notice>}
      {same.map(one => (
        <OneLike key={one.other} one={one} id={returnee.id} mayWork={mayWork} />
      ))}
    </Panel>
  )
}

const OneLike = ({ one, id, mayWork }: { one: SameRow; id: string; mayWork: boolean }) => {
  const { t, moment } = useLanguage()
  const judging = (verdict: 'same' | 'not-same') => (
    <Deed
      action={`/purna/${id}/serupa/${one.other}`}
      label={t(`returnees.say-${verdict}`)}
      kind="plain"
      fields={{ verdict, was: one.verdict ?? '' }}
    />
  )
  return (
    <article class="stack tight">
      <p>
        <b class="num">{one.own ? <a href={`/purna/${one.other}`}>{numberOf(one)}</a> : numberOf(one)}</b> ·{' '}
        {one.owner}
      </p>
      <ul class="points small">
        {one.reasons.map(reason => (
          <li key={reason}>{t(`likeness.reason-${reason as Reason}`)}</li>
        ))}
      </ul>
      {one.verdict && (
        <p class="row">
          <Chip tone={one.verdict === 'same' ? 'warn' : 'neutral'}>
            {t(`returnees.verdict-${one.verdict}`)}
          </Chip>
          <span class="small quiet">
            {one.decidedOffice} · {one.decidedAt && moment(one.decidedAt)}
          </span>
        </p>
      )}
      {mayWork && (
        <div class="actions">
          {one.verdict !== 'same' && judging('same')}
          {one.verdict !== 'not-same' && judging('not-same')}
        </div>
      )}
    </article>
  )
}
