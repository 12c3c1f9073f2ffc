import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, Field, type FormState, Panel, Steps, TextArea, TextInput } from '../../ui/index.ts'
import type { ComplaintState } from '../complaint.ts'
import { unpacked } from '../contents.ts'
import type { Workflow } from '../workflow.ts'
import type { OpenedReport } from './open-report.ts'
import { filesAccepted } from './report-page.tsx'
import { isTold, openTo } from './status.ts'

/** The door: a number, nothing else. Its words tell nobody what the number is for. */
export const NumberPage = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('number.title')}</h1>
      <form method="post" action="/nomor" class="stack" novalidate autocomplete="off">
        <ErrorSummary form={form} title={t('form.summary')} />
        <TextInput
          form={form}
          name="number"
          label={t('number.label')}
          hint={t('number.hint')}
          inputmode="numeric"
          autocomplete="off"
          maxlength={60}
        />
        <div class="actions">
          <button class="btn">{t('number.open')}</button>
        </div>
      </form>
    </>
  )
}

interface Props extends OpenedReport {
  digits: string
  form: FormState
  grounds: Workflow['grounds']
  /** Said after something was done. */
  done?: string | undefined
}

/** What happens now, what was said on both sides, and what the reporter can do. */
export const StatusPage = (props: Props) => {
  const { t, locale } = useLanguage()
  const { complaint, grounds, done, form, mustChange } = props
  const state = complaint.state as ComplaintState
  const ground = grounds.find(({ id }) => id === complaint.ground)
  return (
    <>
      <h1>{t('status.title')}</h1>
      {done && (
        <p class="notice good" role="status">
          {done}
        </p>
      )}
      <ErrorSummary form={form} title={t('form.summary')} />
      {mustChange && <ChangeNumber {...props} />}
      <Panel title={t(`status.state-${state}`)}>
        <p>{t(`status.next-${state}`, { office: complaint.owner })}</p>
        {ground && <p>{ground.toReporter[locale]}</p>}
      </Panel>
      <Surviving {...props} />
      <Messages {...props} />
      {openTo(state).reply && <Reply {...props} />}
      {openTo(state).contest && <Contest {...props} />}
      <Happened {...props} />
      {openTo(state).withdraw && <Withdraw {...props} />}
    </>
  )
}

/** Of a merged report: where the case stands that goes on, in plain words. Nothing of what the other reporter said. */
const Surviving = ({ surviving, grounds }: Props) => {
  const { t, locale, moment } = useLanguage()
  if (!surviving) return null
  const state = surviving.state as Exclude<ComplaintState, 'merged'>
  const ground = grounds.find(({ id }) => id === surviving.ground)
  return (
    <Panel title={t('merged.title')}>
      <p>
        <b>{t(`merged.state-${state}`)}</b> · <span class="small num">{moment(surviving.since)}</span>
      </p>
      <p>{t(`merged.next-${state}`, { office: surviving.owner })}</p>
      {ground && <p>{ground.toReporter[locale]}</p>}
      <p class="quiet">{t('merged.private')}</p>
    </Panel>
  )
}

/** Sent twice it is said once. */
const FormId = ({ form }: Pick<Props, 'form'>) => (
  <input
    type="hidden"
    name="form"
    value={typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()}
  />
)

const OwnNumber = ({ digits }: Pick<Props, 'digits'>) => <input type="hidden" name="number" value={digits} />

const Messages = ({ entries, complaint }: Props) => {
  const { t, moment } = useLanguage()
  const messages = entries.filter(
    ({ kind, text }) => text && (kind === 'message' || kind === 'story' || kind === 'file'),
  )
  return (
    <section class="stack">
      <h2>{t('status.messages')}</h2>
      {messages.map(({ id, kind, text, at }) => {
        if (kind === 'file') {
          const file = unpacked('file', text!)
          return (
            <Said
              who={t(`status.from-${file.from}`, { office: complaint.owner })}
              when={moment(at)}
              text={t('status.file', { name: file.name })}
              key={id}
            />
          )
        }
        const said =
          kind === 'story'
            ? { from: 'reporter' as const, text: unpacked('story', text!).story }
            : unpacked('message', text!)
        return (
          <Said
            who={t(`status.from-${said.from}`, { office: complaint.owner })}
            when={moment(at)}
            text={said.text}
            key={id}
          />
        )
      })}
    </section>
  )
}

const Said = ({ who, when, text }: { who: string; when: string; text: string }) => (
  <article class="panel stack tight">
    <p class="small quiet">
      <b>{who}</b> · <span class="num">{when}</span>
    </p>
    <p class="typed" dir="auto">
      {text}
    </p>
  </article>
)

const Reply = ({ digits, form }: Props) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/nomor/balas" enctype="multipart/form-data" class="stack" novalidate>
      <OwnNumber digits={digits} />
      <FormId form={form} />
      <TextArea form={form} name="message" label={t('status.reply')} hint={t('status.reply-hint')} />
      <Field
        form={form}
        name="files"
        label={t('report.files-label')}
        hint={t('report.files-hint')}
        optional={t('report.optional')}
      >
        {attributes => <input {...attributes} type="file" multiple accept={filesAccepted} />}
      </Field>
      <div class="actions">
        <button class="btn">{t('status.send')}</button>
      </div>
    </form>
  )
}

const Contest = ({ digits, form }: Props) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/nomor/keberatan" class="panel stack" novalidate>
      <h2>{t('status.not-satisfied')}</h2>
      <OwnNumber digits={digits} />
      <FormId form={form} />
      <TextArea
        form={form}
        name="objection"
        label={t('status.objection')}
        hint={t('status.objection-hint')}
      />
      <div class="actions">
        <button class="btn plain">{t('status.contest')}</button>
      </div>
    </form>
  )
}

const Withdraw = ({ digits }: Props) => {
  const { t } = useLanguage()
  return (
    <details>
      <summary>{t('status.withdraw')}</summary>
      <form method="post" action="/nomor/cabut" class="stack tight">
        <p>{t('status.withdraw-text')}</p>
        <OwnNumber digits={digits} />
        <div class="actions">
          <button class="btn plain danger">{t('status.withdraw-do')}</button>
        </div>
      </form>
    </details>
  )
}

const ChangeNumber = ({ digits }: Props) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/nomor/ganti" class="panel stack">
      <h2>{t('status.change')}</h2>
      <p>{t('status.change-text')}</p>
      <OwnNumber digits={digits} />
      <div class="actions">
        <button class="btn">{t('status.change-do')}</button>
      </div>
    </form>
  )
}

const Happened = ({ events }: Props) => {
  const { t, moment } = useLanguage()
  const shown = events.flatMap(event => (isTold(event.deed) ? [{ ...event, deed: event.deed }] : []))
  return (
    <section class="stack tight">
      <h2>{t('status.happened')}</h2>
      <Steps
        items={shown.map(({ deed, at, office }, place) => ({
          title: t(`status.deed-${deed}`, { office: office ?? '' }),
          detail: moment(at),
          state: place === shown.length - 1 ? 'now' : 'done',
        }))}
      />
    </section>
  )
}
