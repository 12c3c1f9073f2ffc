import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, Deed, FileInput, type FormState, Panel, TextArea, TextInput } from '../../ui/index.ts'
import { SeenView } from '../proofs/seen-view.tsx'
import { type Sender, SendProof, ShrinkChoice } from '../proofs/send-proof-view.tsx'
import { type DutyMove, returnReasons } from './duty.ts'
import type { DutyProps } from './duty-props.ts'

interface GiveProps {
  dutyId: number
  moves: DutyMove[]
  form: FormState
  formId: string
  sender: Sender
  /** What was stopped is not published any more; what was out before may still be told. */
  stopped: boolean
}

export const GiveProofPanel = ({ dutyId, moves, form, formId, sender, stopped }: GiveProps) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('proof.title')}>
      <p class="quiet">{t(stopped ? 'proof.lead-stopped' : 'proof.lead')}</p>
      <SendProof {...sender} at={`/tugas/${dutyId}`} reload>
        <form
          method="post"
          action={`/tugas/${dutyId}/bukti`}
          enctype="multipart/form-data"
          class="stack"
          novalidate
          data-once
          data-duty={dutyId}
        >
          <input type="hidden" name="form" value={formId} />
          <TextInput form={form} name="url" label={t('proof.url')} type="url" inputmode="url" />
          <FileInput
            form={form}
            name="photo"
            label={t('proof.photo')}
            hint={t('proof.photo-hint')}
            accept="image/jpeg,image/png,image/webp"
          />
          <ShrinkChoice id="shrink" />
          <button class="btn wide">{t('proof.send')}</button>
        </form>
      </SendProof>
      {moves.includes('declare') && (
        <details>
          <summary>{t('proof.later')}</summary>
          <Deed action={`/tugas/${dutyId}/nyatakan`} label={t('proof.declare')} kind="plain" />
        </details>
      )}
    </Panel>
  )
}

export const ProofsPanel = ({ proofs, seen }: DutyProps) => {
  const { t, moment } = useLanguage()
  if (proofs.length === 0) return null
  return (
    <Panel title={t('proof.given')}>
      {proofs.map(({ id, kind, url, givenAt, takenAt }) => (
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
          <figcaption class="stack tight">
            <span class="small quiet num">
              {takenAt
                ? t('proof.taken-then', { taken: moment(takenAt), given: moment(givenAt) })
                : moment(givenAt)}
            </span>
            <SeenView seen={seen.find(({ proofId }) => proofId === id)} />
          </figcaption>
        </figure>
      ))}
    </Panel>
  )
}

export const DecidePanel = ({ dutyId, form }: { dutyId: number; form: FormState }) => {
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
