import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Deed, type FormState, Panel, TextArea, TextInput } from '../../ui/index.ts'
import type { AgendaRow } from './agenda-queries.ts'

interface Props {
  meetingId: number
  agenda: AgendaRow[]
  mayWrite: boolean
  form: FormState
  formId: string
}

/** What the meeting talks about, in its order. Each button is a form: it works without scripts. */
export const AgendaPanel = ({ meetingId, agenda, mayWrite, form, formId }: Props) => {
  const { t } = useLanguage()
  const to = `/rapat/${meetingId}/acara`
  return (
    <Panel title={t('agenda.title')}>
      {agenda.length === 0 && <p class="quiet">{t('agenda.none')}</p>}
      <ol class="dots agenda">
        {agenda.map((item, index) => (
          <li>
            <Point {...item} />
            {mayWrite && (
              <form method="post" class="row" action={to}>
                {index > 0 && (
                  <Shift item={item} deed="naik" sign="↑" label={t('agenda.up', { title: item.title })} />
                )}
                {index < agenda.length - 1 && (
                  <Shift item={item} deed="turun" sign="↓" label={t('agenda.down', { title: item.title })} />
                )}
                <Shift item={item} deed="hapus" sign="×" label={t('agenda.drop', { title: item.title })} />
              </form>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <>
          <p class="small quiet">{t('agenda.fill-hint')}</p>
          <Deed action={`${to}/isi`} label={t('agenda.fill')} kind="plain" />
          <details open={form.errors.point !== undefined || form.errors.pointNote !== undefined}>
            <summary>{t('agenda.add')}</summary>
            <form method="post" action={`${to}/baru`} class="stack" novalidate data-once>
              <input type="hidden" name="form" value={formId} />
              <TextInput form={form} name="point" label={t('agenda.point')} maxlength={200} />
              <TextArea
                form={form}
                name="pointNote"
                label={t('agenda.note')}
                optional={t('meeting.optional')}
                rows={2}
              />
              <Button>{t('agenda.add')}</Button>
            </form>
          </details>
        </>
      )}
    </Panel>
  )
}

const Point = ({ title, note, source, followUpId }: AgendaRow) => {
  const { t } = useLanguage()
  return (
    <>
      {followUpId ? <a href={`/tindak-lanjut/${followUpId}`}>{title}</a> : <b>{title}</b>}{' '}
      <span class="small quiet">
        {t(`agenda.source.${source}`)}
        {note && ` · ${note}`}
      </span>
    </>
  )
}

const Shift = ({
  item,
  deed,
  sign,
  label,
}: {
  item: AgendaRow
  deed: string
  sign: string
  label: string
}) => (
  <button class="btn plain" name="deed" value={`${deed} ${item.id}`} aria-label={label}>
    <span aria-hidden="true">{sign}</span>
  </button>
)
