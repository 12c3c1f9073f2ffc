import { useLanguage } from '../../platform/i18n/language.tsx'
import { Notice, Panel } from '../../ui/index.ts'
import { directionOf, languageName, needsSpeaker } from './language.ts'

interface LanguagesProps {
  materialId: number
  /** Those that the material does not have yet. */
  missing: string[]
}

/** Which language a material gets next; it stays the same material. */
export const LanguagesPage = ({ materialId, missing }: LanguagesProps) => {
  const { t } = useLanguage()
  return (
    <>
      <p class="lead">{t('material.language-lead')}</p>
      {missing.length === 0 && <Notice tone="info">{t('material.language-all')}</Notice>}
      {missing.length > 0 && (
        <Panel title={t('material.add-language')}>
          <ul class="list">
            {missing.map(code => (
              <li>
                <a class="item" href={`/materi/${materialId}/ubah?bahasa=${code}`}>
                  <span>
                    <b>{languageName(code, t)}</b>
                    <span class="small quiet">
                      {[
                        needsSpeaker(code) && t('material.language-speaker'),
                        directionOf(code) === 'rtl' && t('material.language-rtl'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
