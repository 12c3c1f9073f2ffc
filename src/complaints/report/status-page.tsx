import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, Panel } from '../../ui/index.ts'
import type { ComplaintState } from '../complaint.ts'
import type { Workflow } from '../workflow.ts'
import type { OpenedReport } from './open-report.ts'
import { openTo } from './status.ts'
import { ChangeNumber, Contest, Reply, Withdraw } from './status-deeds.tsx'
import { Happened, Messages } from './status-talk.tsx'

export interface StatusProps extends OpenedReport {
  digits: string
  form: FormState
  grounds: Workflow['grounds']
  /** Said after something was done. */
  done?: string | undefined
}

/** What happens now, what was said on both sides, and what the reporter can do. */
export const StatusPage = (props: StatusProps) => {
  const { t, locale } = useLanguage()
  const { complaint, grounds, done, form, mustChange } = props
  const state = complaint.state as ComplaintState
  const ground = grounds.find(({ id }) => id === complaint.ground)
  return (
    <>
      <h1>{t('status.title')}</h1>
      {done && (
        <p class="notice good" role="status">
          {done}
        </p>
      )}
      <ErrorSummary form={form} title={t('form.summary')} />
      {mustChange && <ChangeNumber {...props} />}
      <Panel title={t(`status.state-${state}`)}>
        <p>{t(`status.next-${state}`, { office: complaint.owner })}</p>
        {ground && <p>{ground.toReporter[locale]}</p>}
      </Panel>
      <Surviving {...props} />
      <Messages {...props} />
      {openTo(state).reply && <Reply {...props} />}
      {openTo(state).contest && <Contest {...props} />}
      <Happened {...props} />
      {openTo(state).withdraw && <Withdraw {...props} />}
    </>
  )
}

/** Of a merged report: where the case stands that goes on, in plain words. Nothing of what the other reporter said. */
const Surviving = ({ surviving, grounds }: StatusProps) => {
  const { t, locale, moment } = useLanguage()
  if (!surviving) return null
  const state = surviving.state as Exclude<ComplaintState, 'merged'>
  const ground = grounds.find(({ id }) => id === surviving.ground)
  return (
    <Panel title={t('merged.title')}>
      <p>
        <b>{t(`merged.state-${state}`)}</b> · <span class="small num">{moment(surviving.since)}</span>
      </p>
      <p>{t(`merged.next-${state}`, { office: surviving.owner })}</p>
      {ground && <p>{ground.toReporter[locale]}</p>}
      <p class="quiet">{t('merged.private')}</p>
    </Panel>
  )
}
