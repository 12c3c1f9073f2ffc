import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState } from '../../ui/index.ts'
import type { Programme } from './programme.ts'
import { placesSaid } from './words.ts'

/** What there is for those who came home, of all offices. */
export const ProgrammesPage = ({ programmes }: { programmes: Programme[] }) => {
  const language = useLanguage()
  const { t, shortDay } = language
  if (programmes.length === 0)
    return <EmptyState title={t('programmes.none')} text={t('programmes.none-text')} />
  return (
    <ul class="list">
      {programmes.map(programme => (
        <li>
          <a class="item" href={`/program-purna/${programme.id}`}>
            <span>
              <b>{programme.title}</b>{' '}
              {programme.sample && <span class="small quiet">{t('returnees.sample')}</span>}
              <br />
              <span class="small quiet">
                {[
                  t(`programmes.kind-${programme.kind}`),
                  shortDay(programme.startsOn),
                  programme.district ?? t('programmes.whole-province'),
                  programme.owner,
                  placesSaid(programme, language),
                ].join(' · ')}
              </span>
            </span>
            <Chip tone={programme.state === 'open' ? 'good' : 'neutral'}>
              {t(`programmes.state-${programme.state}`)}
            </Chip>
          </a>
        </li>
      ))}
    </ul>
  )
}
