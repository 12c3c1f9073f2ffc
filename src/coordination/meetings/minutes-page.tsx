import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Chip,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Panel,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { type Block, blockKinds } from './meeting.ts'
import { BlockView, type Earlier, type Grown } from './minutes-view.tsx'

interface Props {
  meetingId: number
  blocks: Block[]
  earlier: Earlier[]
  grown: Grown[]
  /** The block under the pen, by its id. */
  editing: number | undefined
  mayWrite: boolean
  form: FormState
  formId: string
  /** Typed while the minutes were closed: shown to be kept, because it is nowhere else. */
  unsaved?: string | undefined
}

/** Seconds after which the parts of others are looked for. */
const every = 4

/** The minutes while they are written: each part stands by itself, and those of others renew themselves where scripts run. */
export const MinutesPage = (props: Props) => {
  const { meetingId, blocks, editing, mayWrite, form, formId, unsaved } = props
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {unsaved && (
        <Notice tone="warn" title={t('minutes.closed')}>
          <p>{t('minutes.mine')}:</p>
          <p class="pre">{unsaved}</p>
        </Notice>
      )}
      <live-blocks data-seconds={every}>
        <ol class="blocks" aria-label={t('minutes.title')}>
          {blocks.map(block => (
            <li id={`blok-${block.id}`} data-version={block.version}>
              {block.id === editing && mayWrite ? (
                <EditForm block={block} {...props} />
              ) : (
                <BlockView block={block} {...props} />
              )}
            </li>
          ))}
        </ol>
      </live-blocks>
      {blocks.length === 0 && <p class="quiet">{t('minutes.none')}</p>}
      <noscript>
        <p>
          <a href={`/rapat/${meetingId}/notulen`}>{t('minutes.refresh')}</a>
        </p>
      </noscript>
      {mayWrite && editing === undefined && (
        <Panel title={t('minutes.add')}>
          <form method="post" action={`/rapat/${meetingId}/notulen`} class="stack" novalidate data-once>
            <input type="hidden" name="form" value={formId} />
            <Words form={form} />
            <Button>{t('minutes.add-send')}</Button>
          </form>
        </Panel>
      )}
    </>
  )
}

const EditForm = ({ block, meetingId, form }: Props & { block: Block }) => {
  const { t } = useLanguage()
  const page = `/rapat/${meetingId}/notulen`
  return (
    <form method="post" action={`${page}/${block.id}`} class="panel stack" novalidate data-once>
      <p class="notice warn" role="status" data-changed hidden>
        {t('minutes.changed')}
      </p>
      <input type="hidden" name="seen" value={String(form.values.seen ?? block.version)} />
      <Words form={form} kind={block.kind} body={block.body} />
      <FormActions>
        <Button>{t('minutes.save')}</Button>
        <Button kind="quiet" name="drop" value="yes">
          {t('minutes.drop')}
        </Button>
        <a href={`${page}#blok-${block.id}`}>{t('minutes.refresh')}</a>
      </FormActions>
    </form>
  )
}

const Words = ({
  form,
  kind = 'discussion',
  body = '',
}: {
  form: FormState
  kind?: string
  body?: string
}) => {
  const { t } = useLanguage()
  return (
    <>
      <Select
        form={form}
        name="kind"
        label={t('minutes.kind')}
        value={kind}
        options={blockKinds.map(value => ({ value, label: t(`minutes.block.${value}`) }))}
      />
      <TextArea form={form} name="body" label={t('minutes.body')} value={body} rows={5} />
    </>
  )
}

interface ClashProps {
  meetingId: number
  mine: { kind: Block['kind']; body: string }
  now: Block
}

/** Two wrote the same part: both texts stand here, and the second chooses or joins. Nothing of either is lost. */
export const MinutesClashPage = ({ meetingId, mine, now }: ClashProps) => {
  const { t, moment } = useLanguage()
  const joined = now.removed ? mine.body : `${now.body}\n\n${mine.body}`
  const form: FormState = { values: {}, errors: {} }
  const who = { name: now.writer, office: now.office }
  return (
    <form
      method="post"
      action={`/rapat/${meetingId}/notulen/${now.id}`}
      class="stack loose"
      novalidate
      data-once
    >
      <div class="notice warn" role="alert">
        <strong>{t('minutes.clash-title')}</strong>
        <p>{now.removed ? t('minutes.clash-removed', { name: now.writer }) : t('minutes.clash-text', who)}</p>
      </div>
      <input type="hidden" name="seen" value={String(now.version)} />
      <input type="hidden" name="kind" value={mine.kind} />
      <input type="hidden" name="mine" value={mine.body} />
      <div class="pair">
        {!now.removed && (
          <Panel title={t('minutes.theirs')}>
            <p class="pre">{now.body}</p>
            <p class="small quiet">
              {t('minutes.written-by', { ...who, moment: moment(now.writtenAt) })}{' '}
              <Chip tone="neutral">{t(`minutes.block.${now.kind}`)}</Chip>
            </p>
            <Button kind="quiet" name="choice" value="theirs">
              {t('minutes.choose-theirs')}
            </Button>
          </Panel>
        )}
        <Panel title={t('minutes.mine')}>
          <p class="pre">{mine.body}</p>
          <Button kind="quiet" name="choice" value="mine">
            {t('minutes.choose-mine')}
          </Button>
        </Panel>
      </div>
      <TextArea
        form={form}
        name="body"
        label={t('minutes.both')}
        hint={t('minutes.both-hint')}
        value={joined}
        rows={10}
      />
      <FormActions>
        <Button>{t('minutes.choose-both')}</Button>
      </FormActions>
    </form>
  )
}
