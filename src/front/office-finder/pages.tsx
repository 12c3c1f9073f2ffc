import { useLanguage } from '../../platform/i18n/language.tsx'
import { Panel, TileMap } from '../../ui/index.ts'
import type { Place } from '../queries.ts'
import { DeskCard } from './desk-view.tsx'
import { canBeCalled, type Found, longestName } from './finder.ts'

export const FinderPage = (found: Found) => {
  const { t } = useLanguage()
  const { place, asked, matches, below, desks } = found
  return (
    <>
      <h1>{t('finder.title')}</h1>
      <NameForm asked={place ? '' : asked} />
      {asked.length > 1 && !place && <Matches asked={asked} matches={matches} />}
      {place && (
        <section class="stack">
          <h2>{[place.name, ...place.within].join(', ')}</h2>
          {desks.length === 0 && <p>{t('finder.nobody')}</p>}
          {desks.map((desk, index) => (
            <DeskCard
              {...desk}
              nearest={index === 0}
              askInstead={desks.slice(1).find(canBeCalled)?.office.name}
            />
          ))}
        </section>
      )}
      {below.length > 0 && <Narrower place={place!} below={below} />}
      {!place && <Regencies regencies={found.regencies} />}
    </>
  )
}

/** Shared with the front page: a village or district by its name. */
export const NameForm = ({ asked = '' }: { asked?: string }) => {
  const { t } = useLanguage()
  return (
    <form class="panel stack" action="/kantor-terdekat">
      <div class="field">
        <label for="nama">{t('finder.name')}</label>
        <input id="nama" name="nama" value={asked} maxlength={longestName} autocomplete="off" />
      </div>
      <button class="btn">{t('finder.find')}</button>
    </form>
  )
}

const Matches = ({ asked, matches }: { asked: string; matches: Place[] }) => {
  const { t } = useLanguage()
  if (matches.length === 0) return <p role="status">{t('finder.no-match', { name: asked })}</p>
  return (
    <section class="stack tight">
      <h2>{t('finder.which')}</h2>
      <ul class="points">
        {matches.map(({ code, name, within, level }) => (
          <li>
            <a href={`/kantor-terdekat?wilayah=${code}`}>{name}</a>
            <span class="small quiet"> {[t(`region.${level as Level}`), ...within].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Level = 'province' | 'regency' | 'district' | 'village'

const Narrower = ({ place, below }: { place: Place; below: Found['below'] }) => {
  const { t } = useLanguage()
  return (
    <form class="panel stack" action="/kantor-terdekat">
      <div class="field">
        <label for="wilayah">{t(place.level === 'district' ? 'finder.village' : 'finder.district')}</label>
        <select id="wilayah" name="wilayah">
          {below.map(({ code, name }) => (
            <option value={code}>{name}</option>
          ))}
        </select>
      </div>
      <button class="btn plain">{t('finder.show')}</button>
    </form>
  )
}

const Regencies = ({ regencies }: { regencies: Found['regencies'] }) => {
  const { t } = useLanguage()
  const tiles = regencies.flatMap(({ code, name, office, column, row }) =>
    column && row
      ? [
          {
            name: office,
            value: '',
            word: name,
            tone: 'info' as const,
            column,
            row,
            href: `/kantor-terdekat?wilayah=${code}`,
          },
        ]
      : [],
  )
  return (
    <>
      <Panel title={t('finder.regency')}>
        <ul class="points">
          {regencies.map(({ code, name }) => (
            <li>
              <a href={`/kantor-terdekat?wilayah=${code}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Panel>
      {tiles.length > 0 && (
        <section class="stack">
          <h2>{t('finder.map')}</h2>
          <TileMap label={t('finder.map')} tiles={tiles} />
        </section>
      )}
    </>
  )
}
