import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Chip,
  Deed,
  ErrorSummary,
  Facts,
  type FormState,
  Notice,
  Panel,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { ChangeList } from './change-list.tsx'
import { type Change, changedItems } from './compare.ts'
import type { GuidanceMove } from './guidance.ts'
import { BehindNotice, stateTone, type VersionHead } from './kind-pages.tsx'

export interface Trouble {
  place: string
  href: string
  text: string
}

interface VersionProps {
  slug: string
  version: VersionHead
  /** The version it is laid beside. */
  against: number | undefined
  others: number[]
  changes: Change[]
  /** What people call the item at a path. */
  nameOf: (path: string[]) => string
  troubles: Trouble[]
  moves: GuidanceMove[]
  own: boolean
  behind: boolean
  hasBench: boolean
  form: FormState
}

/** One version: what it changes, what stands in its way, and the next move. */
export const VersionPage = (props: VersionProps) => {
  const { slug, version, changes, against, troubles, own, form } = props
  const language = useLanguage()
  const { t, moment } = language
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {version.state === 'returned' && version.decisionNote && (
        <Notice tone="warn" title={t('guidance.returned-with')}>
          <p class="pre">{version.decisionNote}</p>
        </Notice>
      )}
      {own && version.state === 'submitted' && <Notice tone="info">{t('guidance.four-eyes-wait')}</Notice>}
      {props.behind && own && <BehindNotice slug={slug} />}
      {props.behind && !own && <Notice tone="warn">{t('guidance.behind-other')}</Notice>}
      {troubles.length > 0 && <Troubles troubles={troubles} />}
      <Panel>
        <Facts
          items={[
            [
              t('guidance.state-field'),
              <Chip tone={stateTone[version.state]}>{t(`guidance.state.${version.state}`)}</Chip>,
            ],
            [t('guidance.note'), version.changeNote],
            [t('guidance.written-by'), `${version.author}, ${moment(version.writtenAt)}`],
            ...(version.decidedAt
              ? [
                  [t('guidance.decided-by'), `${version.decider}, ${moment(version.decidedAt)}`] as [
                    string,
                    string,
                  ],
                ]
              : []),
          ]}
        />
        <div class="row">
          {props.hasBench && (
            <ButtonLink kind="quiet" href={`/pedoman/${slug}/uji?versi=${version.number}`}>
              {t('bench.see-effect')}
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" href={`/pedoman/${slug}/isi?versi=${version.number}`}>
            {t('guidance.see-content')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`/pedoman/${slug}/versi/${version.number}/json`} download>
            {t('guidance.download')}
          </ButtonLink>
        </div>
      </Panel>
      {against !== undefined && (
        <Panel title={t('guidance.compared', { number: against, items: changedItems(changes).size })}>
          <Against {...props} />
          {changes.length === 0 ? (
            <p class="quiet">{t('guidance.no-changes')}</p>
          ) : (
            [...changedItems(changes)].map(([item, own]) => (
              <section class="stack tight">
                <h3>{props.nameOf(item.split('/')) || t('guidance.whole')}</h3>
                <ChangeList
                  changes={own.map(change => ({ ...change, path: change.path.slice(2) }))}
                  before={t('guidance.version', { number: against })}
                  after={t('guidance.version', { number: version.number })}
                />
              </section>
            ))
          )}
        </Panel>
      )}
      <Moves {...props} />
    </>
  )
}

const Troubles = ({ troubles }: { troubles: Trouble[] }) => {
  const { t } = useLanguage()
  return (
    <Notice tone="warn" title={t('guidance.has-problems')}>
      <ul>
        {troubles.slice(0, 20).map(({ place, href, text }) => (
          <li>
            <a href={href}>{place}</a>: {text}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Against = ({ slug, version, others, against, form }: VersionProps) => {
  const { t } = useLanguage()
  return (
    <form action={`/pedoman/${slug}/versi/${version.number}`} class="row end">
      <Select
        form={{ values: {}, errors: form.errors }}
        name="banding"
        label={t('guidance.compare-with')}
        value={String(against)}
        options={others.map(number => ({ value: String(number), label: t('guidance.version', { number }) }))}
      />
      <Button kind="quiet">{t('guidance.compare')}</Button>
    </form>
  )
}

const Moves = ({ slug, version, moves, form, changes, troubles, behind }: VersionProps) => {
  const { t } = useLanguage()
  const action = (move: string) => `/pedoman/${slug}/versi/${version.number}/${move}`
  const ready = troubles.length === 0 && !behind
  return (
    <div class="stack">
      {moves.includes('submit') && changes.length > 0 && ready && (
        <form method="post" action={action('ajukan')} class="panel stack" novalidate data-once>
          <TextArea
            form={form}
            name="note"
            label={t('guidance.change-note')}
            hint={t('guidance.change-note-hint')}
            value={version.changeNote === t('guidance.first-note') ? '' : version.changeNote}
            rows={3}
          />
          <Button>{t('guidance.move.submit')}</Button>
        </form>
      )}
      {moves.includes('release') && ready && (
        <Deed action={action('lepas')} label={t('guidance.move.release')} />
      )}
      {moves.includes('return') && (
        <details open={form.errors.note !== undefined}>
          <summary>{t('guidance.move.return')}</summary>
          <form method="post" action={action('kembalikan')} class="stack" novalidate data-once>
            <TextArea form={form} name="note" label={t('guidance.return-note')} />
            <Button kind="quiet">{t('guidance.move.return')}</Button>
          </form>
        </details>
      )}
    </div>
  )
}
