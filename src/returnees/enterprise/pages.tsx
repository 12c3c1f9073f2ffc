import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Chip,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FormState,
  Notice,
  Panel,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { returneeNumber } from '../words.ts'
import { boxes, canMove, type EnterpriseState, enterpriseMoveNames, lines } from './enterprise.ts'
import type { ShownEnterprise } from './keep-enterprise.ts'
import { PlanPanel } from './plan-panel.tsx'

const tone = { planned: 'info', running: 'good', stopped: 'warn' } as const

interface ListProps {
  rows: {
    returneeId: string
    line: string
    state: EnterpriseState
    startedOn: string | null
    number: number
    registeredAt: Date
  }[]
}

/** Enterprises of the office's people. */
export const EnterprisesPage = ({ rows }: ListProps) => {
  const { t, shortDay } = useLanguage()
  if (rows.length === 0)
    return (
      <EmptyState title={t('enterprise.none')} text={t('enterprise.none-text')}>
        <ButtonLink href="/purna">{t('nav.returnees')}</ButtonLink>
      </EmptyState>
    )
  return (
    <ul class="list">
      {rows.map(row => (
        <li>
          <a class="item" href={`/usaha/${row.returneeId}`}>
            <span>
              <b class="num">{returneeNumber(row)}</b> {t(`enterprise.line-${row.line as 'food'}`)}
              {row.startedOn && <span class="small quiet"> · {shortDay(row.startedOn)}</span>}
            </span>
            <Chip tone={tone[row.state]}>{t(`enterprise.state-${row.state}`)}</Chip>
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface EnterpriseProps extends ShownEnterprise {
  /** Which form was sent, so that its words come back to it alone. */
  sent?: 'canvas' | 'plan' | 'move' | 'visit' | undefined
  form: FormState
  formId: string
  today: string
  mayWork: boolean
}

const fresh: FormState = { values: {}, errors: {} }

/** One enterprise: what it is, whether the money reaches, and who came by. */
export const EnterprisePage = (props: EnterpriseProps) => {
  const { t, day } = useLanguage()
  const { enterprise, form, returnee } = props
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="row">
        {enterprise && <Chip tone={tone[enterprise.state]}>{t(`enterprise.state-${enterprise.state}`)}</Chip>}
        {enterprise?.startedOn && (
          <span class="small quiet">{t('enterprise.since', { day: day(enterprise.startedOn) })}</span>
        )}
        <a href={`/purna/${returnee.id}`}>{t('aftercare.to-record')}</a>
      </p>
      <Notice tone="info">{t('enterprise.sealed')}</Notice>
      <CanvasPanel {...props} />
      <PlanPanel {...props} />
      {enterprise && <StepsPanel {...props} />}
      {enterprise && <VisitsPanel {...props} />}
    </>
  )
}

const CanvasPanel = ({ enterprise, canvas, sent, form, returnee, mayWork }: EnterpriseProps) => {
  const { t } = useLanguage()
  const before = { ...fresh, values: { ...canvas, line: enterprise?.line ?? '' } }
  const filled = sent === 'canvas' ? form : before
  return (
    <Panel title={t('enterprise.canvas')}>
      <form method="post" action={`/usaha/${returnee.id}/kanvas`} class="stack" novalidate>
        <Select
          form={filled}
          name="line"
          label={t('enterprise.line')}
          empty={t('form.pick')}
          options={lines.map(value => ({ value, label: t(`enterprise.line-${value}`) }))}
        />
        {boxes.map(box => (
          <TextArea
            form={filled}
            name={box}
            label={t(`enterprise.box-${box}`)}
            hint={t(`enterprise.box-hint-${box}`)}
            rows={2}
          />
        ))}
        {mayWork && (
          <div class="actions">
            <Button>{t('enterprise.keep-canvas')}</Button>
          </div>
        )}
      </form>
    </Panel>
  )
}

const StepsPanel = ({ enterprise, form, sent, returnee, today, mayWork }: EnterpriseProps) => {
  const { t } = useLanguage()
  const open = enterpriseMoveNames.filter(move => canMove(move, enterprise!.state))
  if (!mayWork || open.length === 0) return null
  const filled = sent === 'move' ? form : { ...fresh, values: { day: today } }
  return (
    <Panel title={t('enterprise.steps')}>
      <form method="post" action={`/usaha/${returnee.id}/langkah`} class="stack tight" novalidate>
        <DateInput form={filled} name="day" label={t('enterprise.day')} />
        <div class="actions">
          {open.map(move => (
            <button class="btn plain" name="move" value={move}>
              {t(`enterprise.move-${move}`)}
            </button>
          ))}
        </div>
      </form>
    </Panel>
  )
}

const VisitsPanel = ({ visits, form, formId, sent, returnee, today, mayWork }: EnterpriseProps) => {
  const { t, shortDay } = useLanguage()
  const filled = sent === 'visit' ? form : { ...fresh, values: { visitDay: today } }
  return (
    <Panel title={t('enterprise.visits')}>
      {visits.length === 0 && <p class="quiet">{t('enterprise.no-visits')}</p>}
      {visits.map(({ onDay, note }) => (
        <p class="pre">
          <b class="num">{shortDay(onDay)}</b> {note}
        </p>
      ))}
      {mayWork && (
        <form method="post" action={`/usaha/${returnee.id}/kunjungan`} class="stack tight" novalidate>
          <input type="hidden" name="form" value={formId} />
          <DateInput form={filled} name="visitDay" label={t('enterprise.visit-day')} />
          <TextArea form={filled} name="note" label={t('enterprise.visit-note')} rows={3} />
          <div class="actions">
            <Button kind="quiet">{t('enterprise.visit-keep')}</Button>
          </div>
        </form>
      )}
    </Panel>
  )
}
