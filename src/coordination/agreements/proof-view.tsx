import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Notice, Panel } from '../../ui/index.ts'
import { type AgreementVersion, isGenuine, stateOf } from './agreement.ts'
import { stateTone } from './state-tone.ts'

/** The hash for everybody to see, whether it holds, and how to do the sum oneself. */
export const Proof = ({
  version,
  meeting,
  path,
}: {
  version: AgreementVersion
  path: string
  meeting: { id: number; title: string } | undefined
}) => {
  const { t } = useLanguage()
  const genuine = isGenuine(version)
  return (
    <Panel title={t('agreement.hash')}>
      <p>
        <code class="small">{version.hash}</code>
      </p>
      {genuine ? (
        <Notice tone="good">
          <p>{t('agreement.genuine')}</p>
        </Notice>
      ) : (
        <Notice tone="danger" title={t('agreement.broken')}>
          <p>{t('agreement.broken-text')}</p>
        </Notice>
      )}
      <details>
        <summary>{t('agreement.verify')}</summary>
        <p class="small">{t('agreement.verify-text')}</p>
        <p>
          <a href={`${path}/versi/${version.number}/naskah`}>{t('agreement.canonical')}</a>
        </p>
      </details>
      {meeting && (
        <p class="small">
          {t('agreement.from-meeting')}: <a href={`/rapat/${meeting.id}`}>{meeting.title}</a>
        </p>
      )}
    </Panel>
  )
}

export const Others = ({ versions, path }: { versions: AgreementVersion[]; path: string }) => {
  const { t, moment } = useLanguage()
  if (versions.length === 0) return null
  return (
    <Panel title={t('agreement.versions')}>
      <ul class="stack">
        {versions.map(version => {
          const { number, writer, writtenAt, title } = version
          const state = stateOf(version)
          return (
            <li>
              <a href={`${path}?versi=${number}`}>
                {t('agreement.version', { number })}: {title}
              </a>{' '}
              <Chip tone={stateTone[state]}>{t(`agreement.state.${state}`)}</Chip>
              <br />
              <span class="small quiet">
                {t('agreement.version-by', { number, name: writer, moment: moment(writtenAt) })}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
