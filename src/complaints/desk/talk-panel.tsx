import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Panel, Select, TextArea } from '../../ui/index.ts'
import { awaited, type ComplaintState, canMove } from '../complaint.ts'
import { FilesField } from '../report/report-fields.tsx'
import type { CaseProps } from './case-page.tsx'

/** What the reporter told at first. */
export const StoryPanel = ({ story }: CaseProps) => {
  const { t, moment } = useLanguage()
  if (!story) return null
  return (
    <Panel title={t('case.story')}>
      <p class="pre" dir="auto">
        {story.story}
      </p>
      {story.place && <p class="small quiet">{t('case.place', { place: story.place })}</p>}
      <p class="small quiet num">{moment(story.at)}</p>
    </Panel>
  )
}

/** Both sides of the talk with the reporter, and the box to answer in. */
export const MessagesPanel = (props: CaseProps) => {
  const { messages, mayWork } = props
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('case.messages')}>
      {messages.length === 0 && <p class="quiet">{t('case.no-messages')}</p>}
      {messages.map(({ id, from, text, at }) => (
        <article class="stack tight" key={id}>
          <p class="small quiet">
            <b>{t(`case.from-${from}`)}</b> · <span class="num">{moment(at)}</span>
          </p>
          <p class="pre" dir="auto">
            {text}
          </p>
        </article>
      ))}
      {mayWork && <WriteForm {...props} />}
    </Panel>
  )
}

const WriteForm = ({ complaint, form, formId, standing }: CaseProps) => {
  const { t } = useLanguage()
  const mayAsk = standing === 'own' && canMove('ask', complaint.state as ComplaintState)
  return (
    <form
      method="post"
      action={`/aduan/${complaint.id}/pesan`}
      enctype="multipart/form-data"
      class="stack"
      novalidate
      data-once
    >
      <input type="hidden" name="form" value={formId} />
      <TextArea form={form} name="message" label={t('case.write')} hint={t('case.write-hint')} />
      <FilesField form={form} label={t('case.attach')} />
      {mayAsk && (
        <Select
          form={form}
          name="awaits"
          label={t('case.awaits')}
          hint={t('case.awaits-hint')}
          empty={t('case.awaits-nothing')}
          options={awaited.map(value => ({ value, label: t(`case.awaits-${value}`) }))}
        />
      )}
      <div class="actions">
        <Button>{t('case.send')}</Button>
      </div>
    </form>
  )
}

/** Files: a copy without metadata for looking, the original only with a motive. */
export const FilesPanel = ({ files, complaint, form, mayWork }: CaseProps) => {
  const { t, moment, number } = useLanguage()
  if (files.length === 0) return null
  return (
    <Panel title={t('case.files')}>
      <ul class="points">
        {files.map(({ id, name, type, from, at, bytes, copy, sha256 }) => (
          <li>
            {copy || type === 'application/pdf' ? (
              <a href={`/aduan/${complaint.id}/berkas/${id}`}>{name}</a>
            ) : (
              <strong>{name}</strong>
            )}{' '}
            <span class="small quiet num">
              {t(`case.from-${from}`)} · {moment(at)} · {number(Math.ceil((copy?.bytes ?? bytes) / 1024))} kB
            </span>
            {!copy && (
              <p class="small quiet">
                {t(type === 'application/pdf' ? 'case.copy-pictures' : 'case.no-copy')}
              </p>
            )}
            {mayWork && (
              <details open={form.values.file === id}>
                <summary class="small">{t('case.original')}</summary>
                <form
                  method="post"
                  action={`/aduan/${complaint.id}/berkas/${id}/asli`}
                  class="stack tight"
                  novalidate
                >
                  <input type="hidden" name="file" value={id} />
                  <p class="small quiet">
                    SHA-256 <code>{sha256.slice(0, 16)}…</code>
                  </p>
                  <div class={form.values.file === id && form.errors.why ? 'field bad' : 'field'}>
                    <label for={`why-${id}`}>{t('case.why-original')}</label>
                    {form.values.file === id && form.errors.why && <p class="err">{form.errors.why}</p>}
                    <input id={`why-${id}`} name="why" maxlength={500} />
                  </div>
                  <div class="actions">
                    <Button kind="quiet">{t('case.open-original')}</Button>
                  </div>
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What stays between the offices. */
export const NotesPanel = ({ notes, complaint, form, formId, mayWork }: CaseProps) => {
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('case.notes')}>
      {notes.map(({ id, text, at }) => (
        <article class="stack tight" key={id}>
          <p class="small quiet num">{moment(at)}</p>
          <p class="pre" dir="auto">
            {text}
          </p>
        </article>
      ))}
      {mayWork && (
        <form method="post" action={`/aduan/${complaint.id}/catatan`} class="stack" novalidate data-once>
          <input type="hidden" name="form" value={formId} />
          <TextArea form={form} name="note" label={t('case.note')} hint={t('case.note-hint')} rows={3} />
          <div class="actions">
            <Button kind="quiet">{t('case.save-note')}</Button>
          </div>
        </form>
      )}
    </Panel>
  )
}
