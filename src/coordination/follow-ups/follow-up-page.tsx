import type { VNode } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Chip,
  Deed,
  ErrorSummary,
  Facts,
  FileInput,
  type FormState,
  Notice,
  Panel,
  Select,
  Steps,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { type FollowUp, type FollowUpMove, followUpMoves, standingOf } from './follow-up.ts'
import { Origin } from './origin.tsx'
import { standingTone } from './standing-tone.ts'

interface Props {
  followUp: FollowUp
  source: { href: string; title: string } | undefined
  evidence: { id: number; note: string; url: string | null; fileType: string | null; givenAt: Date }[]
  events: { move: string; at: Date; note: string | null; name: string | null; office: string }[]
  moves: FollowUpMove[]
  waitsForOther: boolean
  /** People of the own office, when the reader may say who does it. */
  people: { id: string; name: string }[] | undefined
  today: Temporal.PlainDate
  form: FormState
}

export const FollowUpPage = (props: Props) => {
  const { followUp, source, moves, waitsForOther, people, today, form } = props
  const { t, day } = useLanguage()
  const standing = standingOf(followUp, today)
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <div class="beside">
        <div class="stack loose">
          <Panel>
            <p>
              <Chip tone={standingTone[standing]}>{t(`follow-up.standing.${standing}`)}</Chip>
            </p>
            {followUp.detail && <p class="pre">{followUp.detail}</p>}
            <Facts
              items={[
                [t('follow-up.office'), followUp.office],
                [t('follow-up.person'), followUp.person ?? t('follow-up.person-empty')],
                [t('follow-up.due'), <span class="num">{day(followUp.dueOn)}</span>],
                [t('follow-up.asked-by'), followUp.askedOffice],
                ...(source
                  ? [[t('follow-up.source'), <a href={source.href}>{source.title}</a>] as [string, VNode]]
                  : []),
                ...(followUp.origin
                  ? [[t('follow-up.origin'), <Origin text={followUp.origin} />] as [string, VNode]]
                  : []),
              ]}
            />
          </Panel>
          <Evidence {...props} />
          <History {...props} />
        </div>
        <div class="stack loose">
          {waitsForOther && (
            <Notice tone="info">
              <p>{t('follow-up.four-eyes-wait')}</p>
            </Notice>
          )}
          {moves.map(move => (
            <Move id={followUp.id} move={move} form={form} />
          ))}
          {people && (
            <Panel title={t('follow-up.person')}>
              <form method="post" action={`/tindak-lanjut/${followUp.id}/orang`} class="stack">
                <Select
                  form={form}
                  name="person"
                  label={t('follow-up.person')}
                  empty={t('follow-up.person-empty')}
                  value={followUp.personId ?? ''}
                  options={people.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <Button kind="quiet">{t('follow-up.person-save')}</Button>
              </form>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

/** The table of moves says what each needs: nothing, a reason, or evidence. */
const Move = ({ id, move, form }: { id: number; move: FollowUpMove; form: FormState }) => {
  const { t } = useLanguage()
  const action = `/tindak-lanjut/${id}/langkah/${move}`
  const { needs } = followUpMoves[move]
  if (needs === 'nothing') return <Deed action={action} label={t(`follow-up.move.${move}`)} />
  if (needs === 'evidence') return <EvidenceForm action={action} form={form} />
  const name = move === 'return' ? 'missing' : 'reason'
  return (
    <details open={form.errors[name] !== undefined}>
      <summary>{t(`follow-up.move.${move}`)}</summary>
      <form method="post" action={action} class="stack" novalidate data-once>
        <TextArea
          form={form}
          name={name}
          label={t(move === 'return' ? 'follow-up.note-return' : 'follow-up.note')}
          rows={2}
        />
        <Button kind="quiet">{t(`follow-up.move.${move}`)}</Button>
      </form>
    </details>
  )
}

const EvidenceForm = ({ action, form }: { action: string; form: FormState }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('follow-up.move.report')}>
      <form method="post" action={action} enctype="multipart/form-data" class="stack" novalidate data-once>
        <TextArea
          form={form}
          name="evidence"
          label={t('follow-up.evidence')}
          hint={t('follow-up.evidence-hint')}
          rows={3}
        />
        <TextInput
          form={form}
          name="url"
          type="url"
          inputmode="url"
          label={t('follow-up.url')}
          optional={t('meeting.optional')}
        />
        <FileInput
          form={form}
          name="file"
          label={t('follow-up.file')}
          hint={t('follow-up.file-hint')}
          optional={t('meeting.optional')}
          accept="image/jpeg,image/png,image/webp"
        />
        <Button wide>{t('follow-up.move.report')}</Button>
      </form>
    </Panel>
  )
}

const Evidence = ({ evidence }: Props) => {
  const { t, moment } = useLanguage()
  if (evidence.length === 0) return null
  return (
    <Panel title={t('follow-up.evidence-given')}>
      {evidence.map(({ id, note, url, fileType, givenAt }) => (
        <figure class="stack tight">
          {note && <p class="pre">{note}</p>}
          {url && (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {url}
            </a>
          )}
          {fileType && (
            <a href={`/tindak-lanjut/bukti/${id}`}>
              <img
                class="poster"
                src={`/tindak-lanjut/bukti/${id}?kecil`}
                alt={t('follow-up.file-alt')}
                loading="lazy"
              />
            </a>
          )}
          <figcaption class="small quiet num">{moment(givenAt)}</figcaption>
        </figure>
      ))}
    </Panel>
  )
}

const History = ({ events }: Props) => {
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('follow-up.history')}>
      <Steps
        items={events.map(({ move, at, note, name, office }) => ({
          title: t(`follow-up.event.${move as FollowUpMove}`),
          detail: [note, [name, office].filter(Boolean).join(', '), moment(at)].filter(Boolean).join(' · '),
          state: 'done',
        }))}
      />
    </Panel>
  )
}
