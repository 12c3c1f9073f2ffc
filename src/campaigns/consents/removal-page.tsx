import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Chip,
  Deed,
  ErrorSummary,
  FileInput,
  type FormState,
  Notice,
  Panel,
  Steps,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { isLate, type RemovalMove, removalStates } from './removal.ts'
import type { ShownRemoval } from './removal-queries.ts'
import { removalTone } from './tones.ts'

interface RemovalProps {
  removal: ShownRemoval
  events: { at: Date; move: RemovalMove; note: string | null; name: string | null; office: string }[]
  moves: RemovalMove[]
  form: FormState
  today: Temporal.PlainDate
}

/** One publication on its way down: what to do, what proves it, and who says that it is gone. */
export const RemovalPage = (props: RemovalProps) => {
  const { removal, events, moves, form, today } = props
  const { t, moment, shortDay } = useLanguage()
  const page = `/penurunan/${removal.id}`
  const reached = removalStates.indexOf(removal.state)
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="row">
        <Chip tone={removalTone[removal.state]}>
          {t(isLate(removal, today) ? 'removal.late' : `removal.state.${removal.state}`)}
        </Chip>
        <span class="quiet">
          {removal.office} · {t(`channel.${removal.channel}`)} ·{' '}
          {t('removal.by', { day: shortDay(removal.dueOn) })}
        </span>
      </p>
      <Notice tone={removal.state === 'confirmed' ? 'good' : 'warn'}>
        <p>{t('removal.why', { office: removal.asker })}</p>
        <p>
          <a href={`/tugas/${removal.dutyId}`}>{t('removal.see-duty')}</a>
        </p>
      </Notice>
      <div class="pair">
        <div class="stack loose">
          {moves.includes('prove') && <ProvePanel page={page} moves={moves} form={form} />}
          {moves.includes('confirm') && <ConfirmPanel page={page} form={form} />}
          {removal.proof && (
            <Panel title={t('removal.proof')}>
              {'url' in removal.proof ? (
                <a href={removal.proof.url} target="_blank" rel="noopener noreferrer nofollow">
                  {removal.proof.url}
                </a>
              ) : (
                <img class="poster" src={`${page}/bukti`} alt={t('removal.proof-alt')} loading="lazy" />
              )}
            </Panel>
          )}
        </div>
        <Panel title={t('removal.way')}>
          <Steps
            items={removalStates.map((state, index) => ({
              title: t(`removal.state.${state}`),
              state: index <= reached ? 'done' : index === reached + 1 ? 'now' : 'next',
            }))}
          />
          {events.map(({ at, move, note, name, office }) => (
            <p class="small quiet">
              {[moment(at), t(`removal.done.${move}`), name ?? office, note].filter(Boolean).join(' · ')}
            </p>
          ))}
        </Panel>
      </div>
    </>
  )
}

interface MoveProps {
  page: string
  moves?: RemovalMove[]
  form: FormState
}

const ProvePanel = ({ page, moves = [], form }: MoveProps) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('removal.do')}>
      <p class="quiet">{t('removal.do-lead')}</p>
      <form
        method="post"
        action={`${page}/bukti`}
        enctype="multipart/form-data"
        class="stack"
        novalidate
        data-once
      >
        <FileInput
          form={form}
          name="photo"
          label={t('removal.photo')}
          hint={t('removal.photo-hint')}
          accept="image/jpeg,image/png,image/webp"
        />
        <TextInput form={form} name="url" label={t('removal.url')} type="url" inputmode="url" />
        <button class="btn wide">{t('removal.prove')}</button>
      </form>
      {moves.includes('declare') && (
        <details>
          <summary>{t('removal.no-proof')}</summary>
          <Deed action={`${page}/nyatakan`} label={t('removal.declare')} kind="plain" />
        </details>
      )}
    </Panel>
  )
}

const ConfirmPanel = ({ page, form }: MoveProps) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('removal.decide')}>
      <Deed action={`${page}/konfirmasi`} label={t('removal.confirm')} />
      <details open={form.errors.note !== undefined}>
        <summary>{t('removal.return')}</summary>
        <form method="post" action={`${page}/kembalikan`} class="stack" novalidate data-once>
          <TextArea form={form} name="note" label={t('removal.return-note')} rows={2} />
          <button class="btn plain">{t('removal.return')}</button>
        </form>
      </details>
    </Panel>
  )
}
