import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, Notice } from '../../ui/index.ts'
import type { TooLong } from '../captions/too-long.ts'
import { formats } from '../format.ts'
import type { WhyNot } from './current-queries.ts'
import { CaptionsPanel, VersionsPanel } from './fold-panels.tsx'
import { languageName, setIn } from './language.ts'
import type { Material, Version, VersionMove } from './material.ts'
import { MaterialFacts } from './material-facts-panel.tsx'
import { Moves } from './moves-panel.tsx'

export interface MaterialProps {
  /** Whether the words have room with every office. */
  fit: ComponentChildren
  material: Material & { officeName: string }
  version: Version
  older: Version[]
  designName: string
  languages: string[]
  moves: VersionMove[]
  blockedByFourEyes: boolean
  /** Whether what was said of its picture lets it go out. */
  ready: boolean
  whyNot: WhyNot | undefined
  /** Versions that are shown no more. */
  recalled: number[]
  consents: number
  tooLong: TooLong[]
  published: { publications: number; offices: number }
  own: boolean
  mayWrite: boolean
  mayEnd: boolean
  form: FormState
}

export const MaterialPage = (props: MaterialProps) => {
  const { material, version, languages, blockedByFourEyes, whyNot, form, mayWrite, fit } = props
  const { t } = useLanguage()
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
      <Standing {...props} />
      {(languages.length > 1 || mayWrite) && (
        <nav class="row small" aria-label={t('material.languages')}>
          {languages.map(code => (
            <a
              href={`/materi/${material.id}?bahasa=${code}`}
              aria-current={code === version.language ? 'page' : undefined}
            >
              {code === version.language ? <b>{languageName(code, t)}</b> : languageName(code, t)}
            </a>
          ))}
          {mayWrite && <a href={`/materi/${material.id}/bahasa`}>{t('material.add-language')}</a>}
        </nav>
      )}
      <div class="halves">
        <div class="stack">
          <img
            class="poster"
            src={`${picture}/portrait`}
            alt={whyNot === 'recalled' ? t('recall.notice-title') : version.altText}
            width="1080"
            height="1350"
            {...(whyNot !== 'recalled' && setIn(version.language))}
          />
          <p class="row small">
            {formats.map(format => (
              <a href={`${picture}/${format}`}>{t(`format.${format}`)}</a>
            ))}
          </p>
        </div>
        <div class="stack loose">
          <h2 {...setIn(version.language)}>{version.headline}</h2>
          <MaterialFacts {...props} />
          {fit}
          <Moves {...props} />
          <CaptionsPanel {...props} />
          <VersionsPanel {...props} />
        </div>
      </div>
    </>
  )
}

/** Why it is not shown, or what stands in the way of sending it off. */
const Standing = ({ material, version, whyNot, ready, own, moves }: MaterialProps) => {
  const { t } = useLanguage()
  const ledger = `/materi/${material.id}/izin?versi=${version.id}`
  if (whyNot === 'recalled')
    return (
      <Notice tone="danger" title={t('material.recalled')}>
        <p>{t('material.recalled-text')}</p>
        {own && (
          <p class="row">
            <a href={ledger}>{t('consent.title')}</a>
            <a href="/penurunan">{t('removal.title')}</a>
          </p>
        )}
      </Notice>
    )
  if (whyNot === 'ended') return <Notice tone="warn">{t('material.ended')}</Notice>
  if (own && !ready && (moves.includes('submit') || version.state === 'submitted'))
    return (
      <Notice tone="warn" title={t('consent.say-first-title')}>
        <p>
          <a href={ledger}>{t('consent.say-first-link')}</a>
        </p>
      </Notice>
    )
  return null
}
