import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, type Tone } from '../../ui/index.ts'
import type { Seen, ShownSighting, ShownTwin } from './queries.ts'

const tones = { fits: 'good', foreign: 'danger', unclear: 'neutral' } as const satisfies Record<string, Tone>

/** What a machine saw in a proof, in words; never the last word. */
export const SeenView = ({ seen }: { seen: Seen | undefined }) => {
  const { t, moment } = useLanguage()
  if (!seen) return <p class="small quiet">{t('seen.waiting')}</p>
  const { sightings, twins, checkedAt, version } = seen
  return (
    <div class="stack tight">
      <ul class="seen">
        {sightings.map(sighting => (
          <Line tone={tones[sighting.verdict]} words={wordsOf(sighting, t)} />
        ))}
        {sightings.length === 0 && <Line tone="neutral" words={t('seen.nothing')} />}
        {twins.map(twin => (
          <li>
            <Chip tone="warn">{t(`seen.tone.warn`)}</Chip> <Twin {...twin} />
          </li>
        ))}
      </ul>
      <p class="small quiet num">{t('seen.by-machine', { moment: moment(checkedAt), version })}</p>
    </div>
  )
}

const Line = ({ tone, words }: { tone: 'good' | 'danger' | 'neutral'; words: string }) => {
  const { t } = useLanguage()
  return (
    <li>
      <Chip tone={tone}>{t(`seen.tone.${tone}`)}</Chip> {words}
    </li>
  )
}

const Twin = ({ dutyId, kind, office, material, channel }: ShownTwin) => {
  const { t } = useLanguage()
  const which = [office, material, t(`channel.${channel}`)].join(' · ')
  return (
    <>
      {t(`seen.twin.${kind}`)} <a href={`/tugas/${dutyId}`}>{which}</a>
    </>
  )
}

const wordsOf = (
  { kind, verdict, owner, format, distance, channel }: ShownSighting,
  t: ReturnType<typeof useLanguage>['t'],
): string => {
  if (kind === 'likeness')
    return t('seen.likeness', { format: t(`format.${format ?? 'square'}`), distance: distance ?? 0 })
  if (kind === 'address')
    return channel
      ? t(`seen.address.${verdict}`, { channel: t(`channel.${channel}`) })
      : t('seen.address.unknown')
  if (!owner) return t('seen.code.hidden')
  return t(`seen.code.${verdict === 'fits' ? 'fits' : 'foreign'}`, {
    office: owner.office,
    material: owner.material,
    channel: t(`channel.${owner.channel}`),
  })
}
