import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Deed, ErrorSummary, Facts, type FormState, Notice, Panel, TextArea } from '../../ui/index.ts'
import { formats } from '../format.ts'
import { languageName } from './language.ts'
import type { Material, Version, VersionMove } from './material.ts'
import { stateTone } from './state-tone.ts'

interface MaterialProps {
  /** Whether the words have room with every office. */
  fit: ComponentChildren

  material: Material & { officeName: string }
  version: Version
  older: Version[]
  designName: string
  moves: VersionMove[]
  blockedByFourEyes: boolean
  form: FormState
}

export const MaterialPage = ({
  fit,
  material,
  version,
  older,
  designName,
  moves,
  blockedByFourEyes,
  form,
}: MaterialProps) => {
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
              [t('material.design'), designName],
              [
                t('material.language'),
                [languageName(version.language), version.wordsBy].filter(Boolean).join(' · '),
              ],
              [t('material.caption'), <span class="pre">{version.caption}</span>],
              [t('material.alt'), version.altText],
            ]}
          />
          {fit}
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
