import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Deed, Panel, type Tone } from '../../ui/index.ts'
import type { ClockState } from '../clocks/clock.ts'
import { isWaiting } from '../clocks/clock-history.ts'
import { lastDay } from './blocked.ts'
import type { CaseProps } from './case-page.tsx'

const tones: Record<ClockState, Tone> = { within: 'info', approaching: 'warn', breached: 'danger' }

/** Every limit that runs, how much of it is gone, and where it comes from. */
export const ClocksPanel = (props: CaseProps) => {
  const { clocks, standing, mayWork, complaint } = props
  const { t } = useLanguage()
  const mayTurn =
    standing === 'own' && mayWork && !['closed', 'contested', 'merged'].includes(complaint.state)
  const begun = new Set(clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ clock }) => clock))
  const turns = (
    [
      ['field-check', 'with-field-check'],
      ['unreachable', 'unreachable'],
      ['told-unresolvable', 'no-answer'],
    ] as const
  ).filter(([, clock]) => !begun.has(clock))
  return (
    <Panel title={t('clock.title')}>
      {clocks.length === 0 && <p class="quiet">{t('clock.none')}</p>}
      {clocks.map(clock => (
        <ClockLine clock={clock} mayTurn={mayTurn} id={complaint.id} />
      ))}
      {mayTurn && (
        <details>
          <summary>{t('clock.begin')}</summary>
          <div class="actions">
            {turns.map(([turn]) => (
              <Deed
                action={`/aduan/${complaint.id}/tenggat`}
                label={t(`clock.begin-${turn}`)}
                kind="plain"
                fields={{ turn }}
              />
            ))}
          </div>
        </details>
      )}
    </Panel>
  )
}

interface LineProps {
  clock: CaseProps['clocks'][number]
  mayTurn: boolean
  id: string
}

const ClockLine = ({ clock: { rule, part, reading, dueAt }, mayTurn, id }: LineProps) => {
  const { t, locale, shortDay } = useLanguage()
  const silence = isWaiting(rule)
  const tone: Tone = reading.running !== 'running' ? 'neutral' : silence ? 'info' : tones[reading.state]
  const isPromise = rule.starts === 'second-clarification' || rule.starts === 'trafficking-indicated'
  return (
    <div class="stack tight">
      <div class="row apart">
        <span>{rule.label[locale]}</span>
        <Chip tone={tone}>
          {reading.running === 'running'
            ? t(silence && reading.state === 'breached' ? 'clock.may-close' : `clock.state-${reading.state}`)
            : t(`clock.${reading.running}`)}
        </Chip>
      </div>
      <p class="small quiet num">
        {t(`clock.counted-${rule.limit.unit === 'working-days' ? 'working' : 'days'}`, {
          counted: reading.counted,
          allowed: reading.allowed,
        })}
        {dueAt &&
          reading.running === 'running' &&
          ` · ${t('clock.until', { day: shortDay(lastDay(dueAt)) })}`}
      </p>
      <p class="small quiet">
        {t('clock.source', { source: rule.source.title, day: shortDay(rule.source.readOn) })}
        {!rule.source.verified && ` ${t('clock.unverified')}`}
      </p>
      {mayTurn && isPromise && reading.running === 'running' && (
        <Deed
          action={`/aduan/${id}/tenggat`}
          label={t('clock.met')}
          kind="plain"
          fields={{ turn: 'clock-met', clock: rule.id, part }}
        />
      )}
    </div>
  )
}
