import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, ErrorSummary, Notice, Panel, type Step, Steps } from '../../ui/index.ts'
import { type Format, imageSizes, isImage } from '../format.ts'
import { type DutyMove, type DutyState, standingOf } from './duty.ts'
import type { DutyProps } from './duty-props.ts'
import { DecidePanel, GiveProofPanel, ProofsPanel } from './proof-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import { standingTone } from './standing-tone.ts'

export const DutyPage = (props: DutyProps) => {
  const { duty, version, format, form, moves, visits, now } = props
  const { t, longMoment, number } = useLanguage()
  const standing = standingOf(duty, now)
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="row">
        <Chip tone={standingTone[standing]}>
          {t(standing === 'ahead' ? `duty.state.${duty.state}` : `standing.${standing}`)}
        </Chip>
        <span class="quiet">
          {t(`channel.${duty.channel}`)} · {t('duty.due', { moment: longMoment(duty.dueAt, duty.timeZone) })}
        </span>
      </p>
      {duty.stoppedWhy && (
        <Notice tone={duty.stoppedWhy === 'recalled' ? 'danger' : 'info'}>
          {t(`duty.stopped-${duty.stoppedWhy}`)}
        </Notice>
      )}
      <div class="halves">
        <div class="stack">
          <img
            class="poster"
            src={`/tugas/${duty.id}/${shownAs(format)}`}
            alt={version.altText}
            {...imageSizes[shownAs(format)]}
          />
          {moves.includes('share') && !duty.stoppedWhy ? <SharePanel {...props} /> : null}
        </div>
        <div class="stack loose">
          {moves.includes('attach') && <GiveProofPanel dutyId={duty.id} moves={moves} form={form} />}
          <ProofsPanel {...props} />
          {moves.includes('accept') && <DecidePanel dutyId={duty.id} form={form} />}
          <Panel title={t('duty.way')}>
            <Steps items={ladder(duty.state, t)} />
            <p class="small quiet num">{t('duty.visits', { visits: number(visits) })}</p>
            <p class="small">
              <a href={`/tugas/${duty.id}/jangkauan`}>{t('reach.of-duty')}</a>
            </p>
          </Panel>
          {moves.includes('share') && (
            <p>
              <a href={`/tugas/${duty.id}/minta`}>{t('schedule.ask-link')}</a>
            </p>
          )}
          <History {...props} />
        </div>
      </div>
    </>
  )
}

// A page is shown by the picture nearest to it.
const shownAs = (format: Format) => (isImage(format) ? format : 'portrait')

const rungs: [DutyState, DutyState[]][] = [
  ['opened', ['opened', 'shared', 'declared', 'attached', 'accepted', 'returned']],
  ['shared', ['shared', 'declared', 'attached', 'accepted', 'returned']],
  ['attached', ['attached', 'accepted']],
  ['accepted', ['accepted']],
]

const ladder = (state: DutyState, t: ReturnType<typeof useLanguage>['t']): Step[] => {
  const next = rungs.findIndex(([, reached]) => !reached.includes(state))
  return rungs.map(([rung, reached], index) => ({
    title: t(`duty.state.${rung}`),
    state: reached.includes(state) ? 'done' : index === next ? 'now' : 'next',
  }))
}

const History = ({ events }: DutyProps) => {
  const { t, moment } = useLanguage()
  if (events.length === 0) return null
  return (
    <Panel title={t('duty.history')}>
      <Steps
        items={events.map(({ at, move, note, name, office }) => ({
          title: t(`duty.done.${move as DutyMove}`),
          detail: [moment(at), name ?? office, note].filter(Boolean).join(' · '),
          state: 'done',
        }))}
      />
    </Panel>
  )
}
