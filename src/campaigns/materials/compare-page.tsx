import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Panel } from '../../ui/index.ts'
import { fieldName, isSpoken } from './field-names.ts'
import { setIn } from './language.ts'
import type { Version } from './material.ts'
import { differences, saidIn } from './said.ts'
import { stateTone } from './state-tone.ts'
import { wordDiff } from './word-diff.ts'

interface CompareProps {
  materialId: number
  before: Version
  after: Version
  designName: (key: string) => string
}

/** Two versions beside each other: both pictures, and of each text that differs what was taken out and put in. */
export const ComparePage = ({ materialId, before, after, designName }: CompareProps) => {
  const { t, moment } = useLanguage()
  const [old, fresh] = [saidIn('', [], before), saidIn('', [], after)]
  const differing = differences(old, fresh)
  const texts = differing.filter(field => !['artwork', 'design', 'edge', 'fit'].includes(field))
  return (
    <>
      <div class="pair">
        {[before, after].map(version => (
          <div class="stack tight">
            <h2>{t('material.version', { number: version.number })}</h2>
            <p class="row small">
              <Chip tone={stateTone[version.state]}>{t(`material.state.${version.state}`)}</Chip>
              <span class="quiet">{moment(version.writtenAt)}</span>
            </p>
            <img
              class="poster"
              src={`/materi/${materialId}/${version.number}/portrait`}
              alt={version.altText}
              width="1080"
              height="1350"
              {...setIn(version.language)}
            />
            <p class="small">{designName(version.design)}</p>
          </div>
        ))}
      </div>
      {differing.includes('artwork') && <p>{t('material.other-picture')}</p>}
      {differing.length === 0 && <p class="quiet">{t('material.no-difference')}</p>}
      {texts.map(field => (
        <Panel title={fieldName(field, t)}>
          <p class="pre" {...(isSpoken(field) && setIn(after.language))}>
            <Marked before={old[field]!} after={fresh[field]!} />
          </p>
        </Panel>
      ))}
      {texts.length > 0 && (
        <p class="small quiet">
          <del>{t('material.taken-out')}</del> <ins>{t('material.put-in')}</ins>
        </p>
      )}
    </>
  )
}

/** What became of a text: taken out is struck through, put in is underlined, so that neither needs its colour. */
const Marked = ({ before, after }: { before: string; after: string }) => (
  <>
    {wordDiff(before, after).map(({ words, is }) =>
      is === 'same' ? words : is === 'gone' ? <del>{words}</del> : <ins>{words}</ins>,
    )}
  </>
)
