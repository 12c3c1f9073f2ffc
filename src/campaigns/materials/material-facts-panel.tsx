import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Facts } from '../../ui/index.ts'
import { languageName, setIn } from './language.ts'
import type { MaterialProps } from './material-page.tsx'
import { stateTone } from './state-tone.ts'

/** What is known of a version at a glance; what there is not is not said. */
export const MaterialFacts = ({
  material,
  version,
  designName,
  languages,
  consents,
  published,
  own,
}: MaterialProps) => {
  const { t, moment } = useLanguage()
  const items: [string, ComponentChildren][] = [
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
    [t('material.alt'), <span {...setIn(version.language)}>{version.altText}</span>],
  ]
  if (languages.length > 1 || version.language !== 'id')
    items.push([t('material.language'), languageName(version.language, t)])
  if (version.speaker) items.push([t('material.speaker'), version.speaker])
  if (version.validFrom || version.validUntil) items.push([t('material.validity'), <Validity {...version} />])
  if (material.tags.length > 0) items.push([t('material.tags'), <Tags tags={material.tags} />])
  if (own)
    items.push([
      t('consent.short'),
      <a href={`/materi/${material.id}/izin?versi=${version.id}`}>
        {consents > 0
          ? t('consent.rests-on', { count: consents })
          : t(version.pictured === 'none' ? 'consent.pictured.none' : 'consent.open-ledger')}
      </a>,
    ])
  items.push([
    t('material.published'),
    published.publications === 0 ? (
      t('material.published-none')
    ) : (
      <a href={`/materi/${material.id}/tayang`}>{t('material.published-count', published)}</a>
    ),
  ])
  return <Facts items={items} />
}

export const Validity = ({
  validFrom,
  validUntil,
}: {
  validFrom: string | null
  validUntil: string | null
}) => {
  const { t, shortDay } = useLanguage()
  const from = validFrom && t('material.from-day', { day: shortDay(validFrom) })
  const until = validUntil && t('material.until-day', { day: shortDay(validUntil) })
  return <>{[from, until].filter(Boolean).join(' ')}</>
}

export const Tags = ({ tags }: { tags: string[] }) => (
  <span class="row">
    {tags.map(tag => (
      <a href={`/materi?tanda=${encodeURIComponent(tag)}`}>#{tag}</a>
    ))}
  </span>
)
