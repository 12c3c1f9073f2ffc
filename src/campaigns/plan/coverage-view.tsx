import { type Language, useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Matrix, type MatrixCell, type MatrixRow, Panel, TileMap, type Tone } from '../../ui/index.ts'
import { channels } from '../channel.ts'
import type { Standing } from '../duties/duty.ts'
import { type Coverage, type CoverageCell, type OfficeCoverage, worstFirst } from './coverage.ts'

const looks: Record<Standing, { tone: Tone; sign: string }> = {
  accepted: { tone: 'good', sign: '✓' },
  waiting: { tone: 'info', sign: '◐' },
  returned: { tone: 'warn', sign: '↩' },
  late: { tone: 'warn', sign: '!' },
  silent: { tone: 'danger', sign: '✕' },
  ahead: { tone: 'neutral', sign: '·' },
  excused: { tone: 'neutral', sign: '–' },
  stopped: { tone: 'neutral', sign: '–' },
}

/** One sentence that says what is missing, by name and since when. */
export const coverageSentence = (
  { t, list, shortDay }: Language,
  coverage: Coverage,
  startsOn: string,
): { head: string; tail: string } => {
  const { offices, complete, silent, late, waiting } = coverage
  const own = offices.length === 1
  const head = own
    ? t('coverage.own', { done: coverage.accepted, total: coverage.duties })
    : t('coverage.complete', { done: complete.length, total: offices.length })
  if (own) return { head, tail: t(`coverage.own-${offices[0]!.standing}`) }
  if (silent.length > 0)
    return {
      head,
      tail: t('coverage.silent', {
        offices: list(names(silent)),
        count: silent.length,
        since: shortDay(startsOn),
      }),
    }
  if (late.length > 0)
    return { head, tail: t('coverage.late', { offices: list(names(late)), count: late.length }) }
  if (waiting > 0) return { head, tail: t('coverage.waiting', { count: waiting }) }
  return {
    head,
    tail: complete.length === offices.length ? t('coverage.all-done') : t('coverage.nothing-late'),
  }
}

/** Names up to six offices; more would no longer be a sentence. */
const names = (offices: OfficeCoverage[]) => offices.slice(0, 6).map(({ office }) => office)

interface Props {
  coverage: Coverage
  materials: { id: number; headline: string }[]
  now: Temporal.Instant
}

export const CoverageView = ({ coverage, materials, now }: Props) => {
  const { t, number } = useLanguage()
  const columns = materials.map(({ id, headline }) => ({
    id,
    headline,
    channels: channels.filter(channel =>
      coverage.offices.some(({ cells }) =>
        cells.some(cell => cell.versionId === id && cell.channel === channel),
      ),
    ),
  }))
  const cellOf = (cells: CoverageCell[], versionId: number, channel: string) =>
    worstOf(cells.filter(cell => cell.versionId === versionId && cell.channel === channel))
  const show = (cell: CoverageCell | undefined): MatrixCell | undefined =>
    cell && { ...looks[cell.standing], word: t(`standing.${cell.standing}`), href: `/tugas/${cell.dutyId}` }
  const rows: MatrixRow[] = coverage.offices.map(office => ({
    name: office.office,
    cells: columns.flatMap(({ id, channels }) =>
      channels.map(channel => show(cellOf(office.cells, id, channel))),
    ),
    figure: number(office.visits),
    note:
      office.standing === 'ahead' ? null : (
        <Chip tone={looks[office.standing].tone}>{t(`standing.${office.standing}`)}</Chip>
      ),
  }))
  return (
    <div class="beside">
      <Matrix
        caption={t('coverage.matrix')}
        corner={t('office.one')}
        groups={columns.map(({ headline, channels }) => ({
          title: headline,
          columns: channels.map(channel => t(`channel.${channel}`)),
        }))}
        figureTitle={t('coverage.visits')}
        noteTitle={t('coverage.note')}
        rows={rows}
      />
      {coverage.offices.length > 1 && <CoverageMap coverage={coverage} now={now} />}
    </div>
  )
}

/** Of several weeks in one place the most worrying one is shown. */
const worstOf = (cells: CoverageCell[]) =>
  worstFirst.flatMap(standing => cells.filter(cell => cell.standing === standing))[0]

const CoverageMap = ({ coverage, now }: Pick<Props, 'coverage' | 'now'>) => {
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('coverage.map', { count: coverage.offices.length })}>
      <TileMap
        label={t('coverage.map', { count: coverage.offices.length })}
        tiles={coverage.offices.flatMap(({ office, tile, accepted, cells, standing }) =>
          tile
            ? [
                {
                  name: shortTile(office),
                  value: `${accepted}/${cells.length}`,
                  word: t(`standing.${standing}`),
                  tone: looks[standing].tone,
                  ...tile,
                },
              ]
            : [],
        )}
      />
      <p class="small quiet">
        {t('coverage.tile-note')} {t('coverage.as-of', { moment: moment(now) })}
      </p>
      <p class="row">
        {(['accepted', 'waiting', 'late', 'silent'] as const).map(standing => (
          <Chip tone={looks[standing].tone}>{t(`standing.${standing}`)}</Chip>
        ))}
      </p>
    </Panel>
  )
}

/** Names fit a tile as people in the province shorten them. */
const shortTile = (office: string) =>
  ({
    'Kota Palu': 'Palu',
    'Parigi Moutong': 'Parimo',
    'Tojo Una-Una': 'Touna',
    'Banggai Kepulauan': 'Bangkep',
    'Banggai Laut': 'Balut',
    'Morowali Utara': 'Morut',
  })[office] ?? office
