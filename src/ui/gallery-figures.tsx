import { DayBars } from './day-bars.tsx'
import { offices, tiles, tones } from './gallery-samples.ts'
import { IntervalChart } from './interval-chart.tsx'
import { Matrix } from './matrix.tsx'
import { MonthBars } from './month-bars.tsx'
import { MonthEntry, MonthGrid } from './month-grid.tsx'
import { Pagination, Tabs } from './navigation.tsx'
import { Panel, Stat } from './panel.tsx'
import { Chip, Legend } from './status.tsx'
import { Table } from './table.tsx'
import { TileMap } from './tile-map.tsx'

const signOf = { good: '✓', info: '◐', warn: '!', danger: '✕', neutral: '·' }

export const Coverage = () => (
  <>
    <div class="stats">
      <Stat figure="7/13" label="kantor tayang penuh" />
      <Stat figure="1.284" label="kunjungan lewat tautan" asOf="per 24 Nov 2026 12.00 WITA" />
    </div>
    <div class="beside">
      <Matrix
        caption="Cakupan contoh"
        corner="Kantor"
        groups={[
          { title: 'Visa ziarah bukan visa kerja', columns: ['WhatsApp', 'Facebook', 'Instagram'] },
          { title: 'Cek dulu', columns: ['WhatsApp', 'Papan'] },
        ]}
        figureTitle="Kunjungan"
        noteTitle="Keterangan"
        rows={offices.map(({ note, ...row }) => ({
          ...row,
          note: note && <Chip tone={note[0]}>{note[1]}</Chip>,
        }))}
      />
      <div id="peta">
        <Panel title="13 kabupaten/kota">
          <TileMap label="Tugas terkonfirmasi tiap kabupaten/kota" tiles={tiles} />
          <p class="small quiet">Tugas terkonfirmasi dari yang ditugaskan. Per 24 Nov 2026 12.00 WITA.</p>
        </Panel>
      </div>
    </div>
    <div class="beside">
      <Panel title="Risiko dan rentangnya">
        <IntervalChart
          label="Poso di atas rata-rata provinsi, Buol mungkin di bawahnya."
          reference={{ value: 1, name: 'rata-rata' }}
          rows={[
            { name: 'Poso', low: 1.1, mean: 1.6, high: 2.2, text: '1,6 (1,1–2,2)', tone: 'danger' },
            { name: 'Buol', low: 0.4, mean: 0.8, high: 1.3, text: '0,8 (0,4–1,3)', tone: 'good' },
          ]}
        />
      </Panel>
      <Panel title="Kunjungan tiap hari">
        <DayBars
          label="Empat hari: paling banyak 31 kunjungan pada 3 November, sembilan di antaranya pindaian."
          bars={[
            { name: '1 Nov', value: 12, part: 5, text: '12' },
            { name: '2 Nov', value: 0, part: 0, text: '0' },
            { name: '3 Nov', value: 31, part: 9, text: '31' },
            { name: '4 Nov', value: 18, part: 18, text: '18' },
          ]}
        />
      </Panel>
      <Panel title="Aduan tiap bulan">
        <MonthBars
          label="Sembilan aduan pada Oktober, enam pada November; September belum dicatat."
          bars={[
            { name: 'Sep', value: null, text: '–' },
            { name: 'Okt', value: 9, text: '9' },
            { name: 'Nov', value: 6, text: '6' },
          ]}
        />
      </Panel>
    </div>
    <Legend label="Arti tanda" items={tones.map(([tone, word]) => ({ tone, word, sign: signOf[tone] }))} />
  </>
)

export const Lists = () => (
  <>
    <Tabs
      label="Pandangan daftar"
      tabs={[
        { href: '#daftar', label: 'Semua', current: true, count: 13 },
        { href: '#daftar', label: 'Perlu diingatkan', count: 6 },
        { href: '#daftar', label: 'Sunyi', count: 2 },
      ]}
    />
    <Table
      caption="Kantor contoh"
      rows={offices}
      columns={[
        { title: 'Kantor', cell: ({ name }) => name },
        { title: 'Keadaan', cell: ({ note }) => note && <Chip tone={note[0]}>{note[1]}</Chip> },
        { title: 'Kunjungan', cell: ({ figure }) => figure, figure: true },
      ]}
    />
    <Pagination
      label="Halaman daftar kantor"
      text="6–10 dari 13"
      previous={{ href: '#daftar', label: 'Sebelumnya' }}
      next={{ href: '#daftar', label: 'Berikutnya' }}
    />
    <Month />
  </>
)

const Month = () => (
  <MonthGrid
    month={Temporal.PlainYearMonth.from('2026-11')}
    name="November 2026"
    today={Temporal.PlainDate.from('2026-11-25')}
    daysOff={[{ day: '2026-11-20', name: 'Hari libur contoh' }]}
    dayName={day => `${weekdays[day.dayOfWeek - 1]}, ${day.day} November 2026`}
    entries={({ day }) =>
      tones.slice(0, day === 22 ? 3 : day === 25 ? 1 : 0).map(([tone, word]) => (
        <MonthEntry href="#daftar" tone={tone} below={word}>
          Cek dulu
        </MonthEntry>
      ))
    }
    most={2}
    more={count => `${count} lagi`}
  />
)

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']
