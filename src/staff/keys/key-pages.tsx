import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Chip,
  Deed,
  ErrorSummary,
  type FormState,
  Notice,
  Panel,
  Table,
  TextInput,
  type Tone,
} from '../../ui/index.ts'
import type { KeyState, Standing } from './key-state.ts'

interface KeysProps {
  form: FormState
  state: KeyState
  self: string
}

const tones: Record<Standing, Tone> = { holds: 'good', waits: 'warn', 'never-came': 'neutral' }

/** The key of the office: who holds it, who waits, and the paper. */
export const KeysPage = ({ form, state, self }: KeysProps) => {
  const { t, list } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <OwnState state={state} />
      <Table
        caption={t('keys.who')}
        rows={state.colleagues}
        columns={[
          { title: t('staff.name'), cell: row => row.name },
          { title: t('staff.roles'), cell: row => list(row.roles.map(role => t(`role.${role}`))) },
          {
            title: t('keys.standing'),
            cell: row => <Chip tone={tones[row.standing]}>{t(`keys.${row.standing}`)}</Chip>,
          },
          {
            title: t('staff.deed'),
            cell: row =>
              state.holds && row.standing === 'waits' && row.id !== self ? (
                <Deed action={`/kunci/beri/${row.id}`} label={t('keys.grant')} />
              ) : null,
          },
        ]}
      />
      {state.holds && <PaperPanel form={form} paper={state.paper} />}
      {state.madeOffice && !state.holds && <UsePaper form={form} />}
    </>
  )
}

const OwnState = ({ state: { madeOffice, holds } }: { state: KeyState }) => {
  const { t } = useLanguage()
  if (holds) return <Notice tone="good">{t('keys.you-hold')}</Notice>
  if (!madeOffice) return <Notice tone="warn">{t('keys.none-yet')}</Notice>
  return <Notice tone="warn">{t('keys.you-wait')}</Notice>
}

const PaperPanel = ({ form, paper }: { form: FormState; paper: KeyState['paper'] }) => {
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('keys.paper')}>
      <p>{t('keys.paper-why')}</p>
      {paper.state === 'kept' && (
        <Chip tone="good">{t('keys.paper-kept', { since: moment(paper.since!) })}</Chip>
      )}
      {paper.state === 'none' && <Notice tone="warn">{t('keys.paper-none')}</Notice>}
      {paper.state === 'unproved' && <ProvePaper form={form} />}
      <Deed
        action="/kunci/kertas"
        label={t(paper.state === 'none' ? 'keys.paper-make' : 'keys.paper-again')}
        kind={paper.state === 'none' ? 'primary' : 'plain'}
      />
    </Panel>
  )
}

const ProvePaper = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/kunci/kertas/pastikan" class="stack" novalidate>
      <p>{t('keys.prove-lead')}</p>
      <TextInput form={form} name="lastOne" label={t('keys.last-one')} autocomplete="off" short />
      <TextInput form={form} name="lastTwo" label={t('keys.last-two')} autocomplete="off" short />
      <button class="btn">{t('keys.prove')}</button>
    </form>
  )
}

const UsePaper = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('keys.use-paper')}>
      <p>{t('keys.use-paper-lead')}</p>
      <form method="post" action="/kunci/pulihkan" class="stack" novalidate>
        <TextInput form={form} name="one" label={t('keys.half-one')} autocomplete="off" />
        <TextInput form={form} name="two" label={t('keys.half-two')} autocomplete="off" />
        <button class="btn">{t('keys.open-with-paper')}</button>
      </form>
    </Panel>
  )
}

/** Shown once, to be printed and cut in two. */
export const PaperPage = ({
  halves,
  form,
  office,
  madeAt,
}: {
  halves: [string, string]
  form: FormState
  office: string
  madeAt: Date
}) => {
  const { t, moment } = useLanguage()
  return (
    <>
      <Notice tone="warn">{t('keys.paper-once')}</Notice>
      {halves.map((half, index) => (
        <Panel title={t(index === 0 ? 'keys.half-one' : 'keys.half-two')}>
          <p>{t('keys.half-of', { office, made: moment(madeAt) })}</p>
          <p>
            <code>{half}</code>
          </p>
          <p class="small">{t('keys.half-keep')}</p>
        </Panel>
      ))}
      <Panel title={t('keys.prove-title')}>
        <ProvePaper form={form} />
      </Panel>
    </>
  )
}
