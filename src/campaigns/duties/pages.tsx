import type { Contact, Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Chip,
  Choices,
  Deed,
  EmptyState,
  ErrorSummary,
  FileInput,
  type FormState,
  Panel,
  type Step,
  Steps,
  TextArea,
  TextInput,
  type Tone,
} from '../../ui/index.ts'
import type { Channel } from '../channel.ts'
import type { Version } from '../materials/material.ts'
import type { Format } from '../variant.ts'
import { whatsAppLink } from './caption.ts'
import { type Duty, type DutyMove, type DutyState, returnReasons, type Standing, standingOf } from './duty.ts'

export const standingTone: Record<Standing, Tone> = {
  accepted: 'good',
  waiting: 'info',
  returned: 'warn',
  late: 'danger',
  silent: 'danger',
  ahead: 'neutral',
}

type ListedDuty = Duty & { title: string; material: string; office?: string }

export const DutyList = ({
  duties,
  now,
  empty,
}: {
  duties: ListedDuty[]
  now: Temporal.Instant
  empty: { title: string; text: string }
}) => {
  const { t, longMoment } = useLanguage()
  if (duties.length === 0) return <EmptyState {...empty} />
  return (
    <ul class="list">
      {duties.map(duty => {
        const standing = standingOf(duty, now)
        return (
          <li>
            <a class="item" href={`/tugas/${duty.id}`}>
              <span>
                <b>
                  {duty.office && `${duty.office} · `}
                  {duty.material} · {t(`channel.${duty.channel}`)}
                </b>
                <span class="small quiet">
                  {duty.title} · {t('duty.due', { moment: longMoment(duty.dueAt) })}
                </span>
              </span>
              <Chip tone={standingTone[standing]}>
                {t(standing === 'ahead' ? `duty.state.${duty.state}` : `standing.${standing}`)}
              </Chip>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

export interface DutyEvent {
  at: Date
  move: string
  note: string | null
  name: string | null
  office: string
}

export interface ShownProof {
  id: number
  kind: string
  url: string | null
  givenAt: Date
}

export interface DutyProps {
  duty: Duty & { title: string; timeZone: string }
  version: Version
  office: Office
  contact: Contact | undefined
  caption: string
  format: Format
  events: DutyEvent[]
  proofs: ShownProof[]
  moves: DutyMove[]
  visits: number
  form: FormState
  now: Temporal.Instant
}

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
      <div class="halves">
        <div class="stack">
          <img
            class="poster"
            src={`/tugas/${duty.id}/${format === 'a3' ? 'portrait' : format}`}
            alt={version.altText}
            {...sizeOf(format)}
          />
          {moves.includes('share') ? <Share {...props} /> : null}
        </div>
        <div class="stack loose">
          {moves.includes('attach') && (
            <GiveProof dutyId={duty.id} moves={moves} form={form} channel={duty.channel} />
          )}
          <Proofs {...props} />
          {moves.includes('accept') && <Decide dutyId={duty.id} form={form} />}
          <Panel title={t('duty.way')}>
            <Steps items={ladder(duty.state, t)} />
            <p class="small quiet num">{t('duty.visits', { visits: number(visits) })}</p>
          </Panel>
          <History {...props} />
        </div>
      </div>
    </>
  )
}

const sizeOf = (format: Format) => ({
  width: 1080,
  height: { square: 1080, portrait: 1350, story: 1920, a3: 1350 }[format],
})

const Share = ({ duty, caption, format }: DutyProps) => {
  const { t } = useLanguage()
  const picture = `/tugas/${duty.id}/${format}`
  return (
    <share-file
      class="stack"
      data-url={picture}
      data-name={`${t('duty.file-name')}-${duty.id}.${format === 'a3' ? 'pdf' : 'png'}`}
      data-text={caption}
      data-done={`/tugas/${duty.id}/bagikan`}
    >
      <button class="btn wa wide" type="button" data-share hidden>
        {t('duty.share')}
      </button>
      <a class="btn plain wide" href={`${picture}?unduh`} download>
        {t('duty.download', { format: t(`format.${format}`) })}
      </a>
      <a class="btn plain wide" href={whatsAppLink(caption)} target="_blank" rel="noopener noreferrer">
        {t('duty.whatsapp-text')}
      </a>
      <copy-text class="field stack tight" data-done={t('duty.copied')}>
        <label for="caption">{t('material.caption')}</label>
        <textarea id="caption" rows={6} readonly>
          {caption}
        </textarea>
        <button class="btn plain wide" type="button" hidden>
          {t('duty.copy')}
        </button>
      </copy-text>
      <p class="row small">
        {t('duty.other-formats')}
        {(['square', 'portrait', 'story', 'a3'] as const).map(other => (
          <a href={`/tugas/${duty.id}/${other}?unduh`}>{t(`format.${other}`)}</a>
        ))}
      </p>
    </share-file>
  )
}

const GiveProof = ({
  dutyId,
  moves,
  form,
}: {
  dutyId: number
  moves: DutyMove[]
  form: FormState
  channel: Channel
}) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('proof.title')}>
      <p class="quiet">{t('proof.lead')}</p>
      <form
        method="post"
        action={`/tugas/${dutyId}/bukti`}
        enctype="multipart/form-data"
        class="stack"
        novalidate
        data-once
      >
        <TextInput form={form} name="url" label={t('proof.url')} type="url" inputmode="url" />
        <FileInput
          form={form}
          name="photo"
          label={t('proof.photo')}
          hint={t('proof.photo-hint')}
          accept="image/jpeg,image/png,image/webp"
        />
        <button class="btn wide">{t('proof.send')}</button>
      </form>
      {moves.includes('declare') && (
        <details>
          <summary>{t('proof.later')}</summary>
          <Deed action={`/tugas/${dutyId}/nyatakan`} label={t('proof.declare')} kind="plain" />
        </details>
      )}
    </Panel>
  )
}

const Proofs = ({ proofs }: DutyProps) => {
  const { t, moment } = useLanguage()
  if (proofs.length === 0) return null
  return (
    <Panel title={t('proof.given')}>
      {proofs.map(({ id, kind, url, givenAt }) => (
        <figure class="stack tight">
          {kind === 'link' && url ? (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {url}
            </a>
          ) : (
            <a href={`/bukti/${id}`}>
              <img class="poster" src={`/bukti/${id}?kecil`} alt={t('proof.photo-alt')} loading="lazy" />
            </a>
          )}
          <figcaption class="small quiet">{moment(givenAt)}</figcaption>
        </figure>
      ))}
    </Panel>
  )
}

const Decide = ({ dutyId, form }: { dutyId: number; form: FormState }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('proof.decide')}>
      <Deed action={`/tugas/${dutyId}/terima`} label={t('duty.move.accept')} />
      <details open={form.errors.reason !== undefined || form.errors.note !== undefined}>
        <summary>{t('duty.move.return')}</summary>
        <form method="post" action={`/tugas/${dutyId}/kembalikan`} class="stack" novalidate data-once>
          <Choices
            form={form}
            name="reason"
            label={t('proof.reason')}
            kind="radio"
            options={returnReasons.map(reason => ({ value: reason, label: t(`proof.reason.${reason}`) }))}
          />
          <TextArea form={form} name="note" label={t('proof.note')} rows={2} />
          <button class="btn plain">{t('duty.move.return')}</button>
        </form>
      </details>
    </Panel>
  )
}

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
