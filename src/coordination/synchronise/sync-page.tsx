import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, EmptyState, ErrorSummary, type FormState, Panel, Stat, TextArea } from '../../ui/index.ts'
import type { Found } from './find.ts'
import { type Finding, findingKinds, type Planned } from './finding.ts'
import { type Names, sentenceOf } from './sentence.ts'

interface Props {
  found: Found
  names: Names
  /** What the reader may do about an activity, and whether about findings at all. */
  mayChange: (activity: Planned) => boolean
  mayWrite: boolean
  form: FormState
  /** The finding whose reason is missing. */
  wanted: string | undefined
}

/** What does not fit together in the joint programme, each with what can be done about it. */
export const SyncPage = (props: Props) => {
  const { found, form } = props
  const { t, number, shortDay } = useLanguage()
  const { findings, aside, quarter } = found
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <div class="stats">
        {findingKinds.map(kind => (
          <Stat
            figure={number(findings.filter(one => one.kind === kind).length)}
            label={t(`sync.kind-${kind}`)}
          />
        ))}
      </div>
      <p class="quiet small">
        {t('sync.looked', { first: shortDay(quarter.first), last: shortDay(quarter.last) })}
      </p>
      {findings.length === 0 && <EmptyState title={t('sync.nothing')} text={t('sync.nothing-text')} />}
      {findingKinds.map(kind => (
        <Group {...props} kind={kind} />
      ))}
      {aside.length > 0 && <Aside {...props} />}
    </>
  )
}

const Group = (props: Props & { kind: Finding['kind'] }) => {
  const { found, kind } = props
  const { t } = useLanguage()
  const own = found.findings.filter(one => one.kind === kind)
  if (own.length === 0) return null
  return (
    <section class="stack">
      <h2>{t(`sync.kind-${kind}`)}</h2>
      {own.slice(0, mostShown).map(finding => (
        <FindingPanel {...props} finding={finding} />
      ))}
      {own.length > mostShown && <p class="quiet">{t('sync.more', { count: own.length - mostShown })}</p>}
    </section>
  )
}

const mostShown = 100

const FindingPanel = (props: Props & { finding: Finding }) => {
  const { finding, found, names, mayWrite } = props
  const language = useLanguage()
  const { t } = language
  return (
    <Panel>
      <p>
        <b>{sentenceOf(finding, found.activities, names, language)}</b>
      </p>
      <p class="row">
        {finding.activities.map(id => (
          <a href={`/program/${id}`}>{found.activities.get(id)?.title}</a>
        ))}
        {finding.kind === 'gap' && mayWrite && (
          <a class="btn" href={`/program/baru?jenis=outreach&wilayah=${finding.district}`}>
            {t('sync.plan-here')}
          </a>
        )}
      </p>
      {mayWrite && <Answers {...props} />}
    </Panel>
  )
}

const Answers = ({ finding, found, mayChange, form, wanted }: Props & { finding: Finding }) => {
  const { t } = useLanguage()
  const own = finding.activities.flatMap(id => found.activities.get(id) ?? []).filter(one => mayChange(one))
  const answers = [
    ...(finding.kind === 'overlap' && own.length === 2
      ? [{ deed: 'gabung', label: t('sync.join'), text: t('sync.join-text', { title: own[0]!.title }) }]
      : []),
    ...own.map(({ id, title }) => ({
      deed: `tunda/${id}`,
      label: t('sync.postpone', { title }),
      text: t('sync.postpone-text'),
    })),
    { deed: 'abaikan', label: t('sync.dismiss'), text: t('sync.dismiss-text') },
  ]
  return (
    <>
      {answers.map(({ deed, label, text }) => {
        const name = fieldOf(deed, finding.key)
        return (
          <details open={wanted === name}>
            <summary>{label}</summary>
            <form method="post" action={`/program/sinkron/${deed}`} class="stack" novalidate data-once>
              <input type="hidden" name="finding" value={finding.key} />
              <input type="hidden" name="print" value={finding.print} />
              <p class="small quiet">{text}</p>
              <TextArea
                form={wanted === name ? form : untouched}
                name={name}
                label={t('activity.why')}
                rows={2}
              />
              <p>
                <Button kind="quiet">{label}</Button>
              </p>
            </form>
          </details>
        )
      })}
    </>
  )
}

const untouched: FormState = { values: {}, errors: {} }

/** The reason's field: its own for every answer to every finding. */
export const fieldOf = (deed: string, key: string) => `why-${deed}-${key}`.replace(/[^\w-]/g, '-')

const Aside = ({ found, names }: Props) => {
  const language = useLanguage()
  const { t } = language
  return (
    <details class="panel">
      <summary>{t('sync.aside', { count: found.aside.length })}</summary>
      <ul class="stack tight">
        {found.aside.map(({ finding, reason, office }) => (
          <li>
            {sentenceOf(finding, found.activities, names, language)}
            <br />
            <span class="small quiet">{t('sync.aside-why', { office, reason })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
