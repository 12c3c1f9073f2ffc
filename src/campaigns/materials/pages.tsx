import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Chip,
  Choices,
  Deed,
  EmptyState,
  ErrorSummary,
  Facts,
  FileInput,
  type FormState,
  Notice,
  Panel,
  TextArea,
  TextInput,
  type Tone,
} from '../../ui/index.ts'
import { formats } from '../variant.ts'
import {
  designs,
  edges,
  fits,
  type Material,
  materialLanguages,
  type Version,
  type VersionMove,
  type VersionState,
} from './material.ts'

export const stateTone: Record<VersionState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  approved: 'good',
  returned: 'warn',
}

interface ListRow {
  id: number
  title: string
  office: string
  number: number
  state: string
  headline: string
  writtenAt: Date
}

export const MaterialsPage = ({ rows, mayWrite }: { rows: ListRow[]; mayWrite: boolean }) => {
  const { t, moment } = useLanguage()
  if (rows.length === 0)
    return (
      <EmptyState title={t('material.none')} text={t('material.none-text')}>
        {mayWrite && (
          <a class="btn" href="/materi/baru">
            {t('material.make')}
          </a>
        )}
      </EmptyState>
    )
  return (
    <div class="cards">
      {rows.map(row => (
        <a class="card" href={`/materi/${row.id}`}>
          <img
            class="poster"
            src={`/materi/${row.id}/${row.number}/square`}
            alt=""
            width="540"
            height="540"
            loading="lazy"
          />
          <h3>{row.title}</h3>
          <span>
            <Chip tone={stateTone[row.state as VersionState]}>
              {t(`material.state.${row.state as VersionState}`)}
            </Chip>
          </span>
          <span class="small quiet">
            {row.office} · {t('material.version', { number: row.number })} · {moment(row.writtenAt)}
          </span>
        </a>
      ))}
    </div>
  )
}

interface FormProps {
  form: FormState
  action: string
  formId: string
  title?: string
  version?: Version
}

export const MaterialForm = ({ form, action, formId, title, version }: FormProps) => {
  const { t } = useLanguage()
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      class="stack loose"
      novalidate
      data-once
    >
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      {version && <input type="hidden" name="seen" value={version.number} />}
      <TextInput
        form={form}
        name="title"
        label={t('material.title-field')}
        hint={t('material.title-hint')}
        value={title}
        maxlength={120}
      />
      <Choices
        form={form}
        name="design"
        label={t('material.design')}
        kind="radio"
        grid
        value={version?.design ?? 'ombak'}
        options={designs.map(design => ({
          value: design,
          label: t(`design.${design}`),
          hint: t(`design.${design}-hint`),
        }))}
      />
      <TextInput
        form={form}
        name="headline"
        label={t('material.headline')}
        hint={t('material.headline-hint')}
        value={version?.headline}
        maxlength={90}
      />
      <TextArea
        form={form}
        name="points"
        label={t('material.points')}
        hint={t('material.points-hint')}
        value={version?.points.join('\n') ?? ''}
        rows={5}
      />
      <TextInput
        form={form}
        name="callToAction"
        label={t('material.call')}
        hint={t('material.call-hint')}
        value={version?.callToAction}
        maxlength={80}
      />
      <Panel title={t('material.artwork')}>
        <FileInput
          form={form}
          name="artwork"
          label={t('material.artwork-file')}
          hint={t(version?.artwork ? 'material.artwork-kept' : 'material.artwork-hint')}
          accept="image/png,image/jpeg,image/webp"
        />
        <Choices
          form={form}
          name="edge"
          label={t('material.edge')}
          kind="radio"
          grid
          value={version?.artwork?.edge ?? 'bottom'}
          options={edges.map(edge => ({ value: edge, label: t(`material.edge.${edge}`) }))}
        />
        <Choices
          form={form}
          name="fit"
          label={t('material.fit')}
          kind="radio"
          grid
          value={version?.artwork?.fit ?? 'cover'}
          options={fits.map(fit => ({ value: fit, label: t(`material.fit.${fit}`) }))}
        />
      </Panel>
      <TextArea
        form={form}
        name="caption"
        label={t('material.caption')}
        hint={t('material.caption-hint')}
        value={version?.caption ?? ''}
        rows={6}
      />
      <TextArea
        form={form}
        name="altText"
        label={t('material.alt')}
        hint={t('material.alt-hint')}
        value={version?.altText ?? ''}
        rows={2}
      />
      <Choices
        form={form}
        name="language"
        label={t('material.language')}
        kind="radio"
        grid
        value={version?.language ?? 'id'}
        options={materialLanguages.map(code => ({ value: code, label: t(`language.${code}`) }))}
      />
      <div class="actions">
        <button class="btn">{t('material.save')}</button>
      </div>
    </form>
  )
}

interface MaterialProps {
  material: Material & { officeName: string }
  version: Version
  older: Version[]
  moves: VersionMove[]
  blockedByFourEyes: boolean
  form: FormState
}

export const MaterialPage = ({ material, version, older, moves, blockedByFourEyes, form }: MaterialProps) => {
  const { t, moment } = useLanguage()
  const picture = `/materi/${material.id}/${version.number}`
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {version.state === 'returned' && version.decisionNote && (
        <Notice tone="warn" title={t('material.returned-with')}>
          <p class="pre">{version.decisionNote}</p>
        </Notice>
      )}
      {blockedByFourEyes && <Notice tone="info">{t('material.four-eyes-wait')}</Notice>}
      <div class="halves">
        <div class="stack">
          <img class="poster" src={`${picture}/portrait`} alt={version.altText} width="1080" height="1350" />
          <p class="row small">
            {formats.map(format => (
              <a href={`${picture}/${format}`}>{t(`format.${format}`)}</a>
            ))}
          </p>
        </div>
        <div class="stack loose">
          <Facts
            items={[
              [
                t('material.state-field'),
                <Chip tone={stateTone[version.state]}>{t(`material.state.${version.state}`)}</Chip>,
              ],
              [
                t('material.version-field'),
                t('material.version-of', { number: version.number, when: moment(version.writtenAt) }),
              ],
              [t('office.one'), material.officeName],
              [t('material.design'), t(`design.${version.design}`)],
              [t('material.caption'), <span class="pre">{version.caption}</span>],
              [t('material.alt'), version.altText],
            ]}
          />
          <Moves version={version} moves={moves} form={form} material={material} />
          {older.length > 0 && (
            <Panel title={t('material.older')}>
              <ul class="stack tight">
                {older.map(({ number, state, headline }) => (
                  <li>
                    {t('material.version', { number })}: {headline}{' '}
                    <Chip tone={stateTone[state]}>{t(`material.state.${state}`)}</Chip>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

const Moves = ({
  version,
  moves,
  form,
  material,
}: Pick<MaterialProps, 'version' | 'moves' | 'form' | 'material'>) => {
  const { t } = useLanguage()
  const action = (move: VersionMove) => `/materi/${material.id}/versi/${version.id}/${move}`
  return (
    <div class="stack">
      {moves.includes('submit') && <Deed action={action('submit')} label={t('material.move.submit')} />}
      {moves.includes('approve') && <Deed action={action('approve')} label={t('material.move.approve')} />}
      {moves.includes('return') && (
        <details open={form.errors.note !== undefined}>
          <summary>{t('material.move.return')}</summary>
          <form method="post" action={action('return')} class="stack" novalidate data-once>
            <TextArea form={form} name="note" label={t('material.return-note')} />
            <button class="btn plain">{t('material.move.return')}</button>
          </form>
        </details>
      )}
    </div>
  )
}
