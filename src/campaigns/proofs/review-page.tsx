import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, EmptyState, ErrorSummary, FormActions, type FormState, TextArea } from '../../ui/index.ts'
import type { Channel } from '../channel.ts'
import { returnReasons } from '../duties/duty.ts'
import type { Seen } from './queries.ts'
import { type MovedDuty, ReviewOutcome } from './review-outcome.tsx'
import { SeenView } from './seen-view.tsx'

export interface WaitingProof {
  id: number
  title: string
  material: string
  office: string
  channel: Channel
  lastEvent: number
  proof: { id: number; url: string | null; givenAt: Date; takenAt: Date | null } | undefined
  seen: Seen | undefined
}

export interface ReviewProps {
  waiting: WaitingProof[]
  more: number
  decided: number
  moved: MovedDuty[]
  formId: string
  form: FormState
}

/** The desk of a reviewer: what was given beside what was issued, and one button for all that was decided. */
export const ReviewPage = (props: ReviewProps) => {
  const { waiting, more, formId, form } = props
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <ReviewOutcome {...props} />
      {waiting.length === 0 ? (
        <EmptyState title={t('review.nothing')} text={t('review.nothing-text')} />
      ) : (
        <review-desk class="stack" data-marked={t('review.marked', { count: '{count}' })}>
          <p class="quiet" data-keys hidden>
            {t('review.keys', { reasons: returnReasons.length })}
          </p>
          <form method="post" action="/tinjau" class="stack" novalidate data-once>
            <input type="hidden" name="form" value={formId} />
            <ol class="list review">
              {waiting.map(row => (
                <Row row={row} form={form} />
              ))}
            </ol>
            <DecideBar form={form} />
          </form>
          {more > 0 && <p class="quiet num">{t('review.more', { count: more })}</p>}
        </review-desk>
      )}
    </>
  )
}

const Row = ({ row, form }: { row: WaitingProof; form: FormState }) => {
  const { t, moment } = useLanguage()
  const { id, proof } = row
  const name = `${row.office} · ${row.material} · ${t(`channel.${row.channel}`)}`
  return (
    <li class="review-row" data-row>
      <label class="choice pick">
        <input
          type="checkbox"
          name="pick"
          value={id}
          checked={[form.values.pick ?? []].flat().includes(String(id))}
        />
        <span>
          <b>{name}</b>
          <small>{proof ? moment(proof.takenAt ?? proof.givenAt) : t('review.declared')}</small>
        </span>
      </label>
      <input type="hidden" name={`seen-${id}`} value={row.lastEvent} />
      <div class="review-pair">
        <Given proof={proof} />
        <figure>
          <img src={`/tinjau/varian/${id}`} alt="" width="360" height="360" loading="lazy" />
          <figcaption class="small quiet">{t('review.issued')}</figcaption>
        </figure>
      </div>
      {proof && <SeenView seen={row.seen} />}
      <div class="field stack tight">
        <select name={`decision-${id}`} aria-label={t('review.decision-for', { name })} data-decision>
          <Options chosen={form.values[`decision-${id}`]} none={t('review.undecided')} />
        </select>
        <a href={`/tugas/${id}`}>{t('review.open', { title: `${row.title} · ${row.office}` })}</a>
      </div>
    </li>
  )
}

const Given = ({ proof }: Pick<WaitingProof, 'proof'>) => {
  const { t } = useLanguage()
  return (
    <figure>
      {proof?.url && (
        <a class="review-address" href={proof.url} target="_blank" rel="noopener noreferrer nofollow">
          {proof.url}
        </a>
      )}
      {proof && !proof.url && (
        <a href={`/bukti/${proof.id}`}>
          <img
            src={`/bukti/${proof.id}?kecil`}
            alt={t('proof.photo-alt')}
            width="360"
            height="360"
            loading="lazy"
          />
        </a>
      )}
      {!proof && <p class="review-address quiet">{t('review.no-proof')}</p>}
      <figcaption class="small quiet">{t('review.given')}</figcaption>
    </figure>
  )
}

const Options = ({ chosen, none }: { chosen: string | string[] | undefined; none: string }) => {
  const { t } = useLanguage()
  return (
    <>
      <option value="">{none}</option>
      <option value="accept" selected={chosen === 'accept'}>
        {t('duty.move.accept')}
      </option>
      {returnReasons.map((reason, place) => (
        <option value={reason} selected={chosen === reason}>
          {t('review.return-for', { place: place + 1, reason: t(`proof.reason.${reason}`) })}
        </option>
      ))}
    </>
  )
}

const DecideBar = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <div class="panel stack review-bar">
      <div class="field stack tight">
        <label for="bulk">{t('review.bulk')}</label>
        <select id="bulk" name="bulk">
          <Options chosen={form.values.bulk} none={t('review.bulk-none')} />
        </select>
      </div>
      <TextArea form={form} name="note" label={t('review.note')} hint={t('review.note-hint')} rows={2} />
      <FormActions>
        <Button>{t('review.send')}</Button>
        <span class="quiet num" data-count role="status" />
      </FormActions>
    </div>
  )
}
