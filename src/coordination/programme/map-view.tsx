import { useLanguage } from '../../platform/i18n/language.tsx'
import { Legend, Panel, Table, TileMap, type Tone } from '../../ui/index.ts'
import { type Activity, regencyOf } from './activity.ts'
import { addressOf, type Shown } from './shown.ts'

/** Where a district lies on the map of the province. */
export interface Tile {
  code: string
  name: string
  column: number | null
  row: number | null
}

interface Props {
  shown: Shown
  activities: Activity[]
  areas: { code: string; name: string }[]
  tiles: Tile[]
  risk: Map<string, number>
}

type Weight = 'planned' | 'silent' | 'risk'
const tones: Record<Weight, Tone> = { planned: 'good', silent: 'neutral', risk: 'danger' }

/** How many activities a month brings to each district, as a map and as a table. */
export const MapView = ({ shown, activities, areas, tiles, risk }: Props) => {
  const { t, number } = useLanguage()
  const counts = Map.groupBy(
    activities.filter(({ state }) => state !== 'called-off' && state !== 'postponed'),
    ({ placeCode }) => regencyOf(placeCode) ?? placeCode,
  )
  const rows = areas.map(({ code, name }) => {
    const own = counts.get(code) ?? []
    const weight: Weight = own.length > 0 ? 'planned' : risk.has(code) ? 'risk' : 'silent'
    const expected = own.reduce((sum, one) => sum + (one.expected ?? 0), 0)
    return { code, name, count: own.length, expected, weight }
  })
  const empty = rows.filter(({ weight }) => weight === 'risk')
  const listed = (code: string) => addressOf({ ...shown, view: 'list', area: code })
  return (
    <>
      <p class="lead">
        {t('plan.map-sentence', {
          filled: rows.filter(({ count }) => count > 0).length,
          total: rows.length,
          risk: empty.length,
        })}
      </p>
      <div class="beside">
        <Table
          caption={t('plan.by-district')}
          rows={rows}
          columns={[
            { title: t('plan.area'), cell: ({ code, name }) => <a href={listed(code)}>{name}</a> },
            { title: t('plan.activities'), figure: true, cell: ({ count }) => number(count) },
            { title: t('activity.expected'), figure: true, cell: ({ expected }) => number(expected) },
            { title: t('plan.standing'), cell: ({ weight }) => t(`plan.weight-${weight}`) },
          ]}
        />
        <Panel title={t('plan.map')}>
          <TileMap
            label={t('plan.map')}
            tiles={tiles.flatMap(({ code, name, column, row }) => {
              const found = rows.find(one => one.code === code)
              return found && column && row
                ? [
                    {
                      name: short[name] ?? name,
                      value: String(found.count),
                      word: t(`plan.weight-${found.weight}`),
                      tone: tones[found.weight],
                      column,
                      row,
                      href: listed(code),
                    },
                  ]
                : []
            })}
          />
          <Legend
            label={t('plan.map')}
            items={(['planned', 'silent', 'risk'] as const).map(weight => ({
              tone: tones[weight],
              word: t(`plan.weight-${weight}`),
            }))}
          />
        </Panel>
      </div>
    </>
  )
}

/** Names fit a tile as people in the province shorten them. */
const short: Record<string, string> = {
  'Kota Palu': 'Palu',
  'Parigi Moutong': 'Parimo',
  'Tojo Una-Una': 'Touna',
  'Banggai Kepulauan': 'Bangkep',
  'Banggai Laut': 'Balut',
  'Morowali Utara': 'Morut',
}
