import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, ErrorSummary, Notice, Panel, type Step, Steps } from '../../ui/index.ts'
import { type Format, imageSizes, isImage } from '../format.ts'
import { setIn } from '../materials/language.ts'
import { isVerified } from '../proofs/sighting.ts'
import { type DutyMove, type DutyState, standingOf } from './duty.ts'
import type { DutyProps } from './duty-props.ts'
import { DecidePanel, GiveProofPanel, ProofsPanel } from './proof-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import { standingTone } from './standing-tone.ts'

export const DutyPage = (props: DutyProps) => {
  const { duty, version, format, form, moves, visits, now } = props
  const { t, longMoment, number } = useLanguage()
  const standing = standingOf(duty, now)
  const recalled = duty.stoppedWhy === 'recalled'
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
        <Notice tone={recalled ? 'danger' : 'info'}>
          {t(`duty.stopped-${duty.stoppedWhy}`)} {recalled && <a href="/penurunan">{t('removal.title')}</a>}
        </Notice>
      )}
      <div class="halves">
        <div class="stack">
          <img
            class="poster"
            src={`/tugas/${duty.id}/${shownAs(format)}`}
            alt={recalled ? t('recall.notice-title') : version.altText}
            {...(!recalled && setIn(version.language))}
            {...imageSizes[shownAs(format)]}
          />
          {moves.includes('share') ? <SharePanel {...props} /> : null}
        </div>
        <div class="stack loose">
          {moves.includes('attach') && (
            <GiveProofPanel
              dutyId={duty.id}
              moves={moves}
              form={form}
              formId={props.formId}
              sender={props.sender}
              stopped={Boolean(duty.stoppedWhy)}
            />
          )}
          <ProofsPanel {...props} />
          {moves.includes('accept') && <DecidePanel dutyId={duty.id} form={form} />}
          <Panel title={t('duty.way')}>
            <Steps items={ladder(props, t)} />
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
  ['declared', ['declared', 'attached', 'accepted']],
  ['attached', ['attached', 'accepted']],
  ['accepted', ['accepted']],
]

/** The machine's rung stands before the last; a person may decide without it. */
const ladder = ({ duty, proofs, seen }: DutyProps, t: ReturnType<typeof useLanguage>['t']): Step[] => {
  const next = rungs.findIndex(([, reached]) => !reached.includes(duty.state))
  const steps = rungs.map(
    ([rung, reached], index): Step => ({
      title: t(`duty.state.${rung}`),
      state: reached.includes(duty.state) ? 'done' : index === next ? 'now' : 'next',
    }),
  )
  const newest = seen.find(({ proofId }) => proofId === proofs[0]?.id)
  const verified = newest !== undefined && isVerified(newest.sightings) && duty.state !== 'returned'
  const failed = newest !== undefined && !verified && duty.state === 'attached'
  const machine: Step = {
    title: t('duty.rung.verified'),
    state: verified ? 'done' : 'next',
    ...(failed && { detail: t('duty.rung.unverified') }),
  }
  return steps.toSpliced(-1, 0, machine)
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
