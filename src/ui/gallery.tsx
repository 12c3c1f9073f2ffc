import { Choices, ErrorSummary, type FormState, TextArea, TextInput } from './fields.tsx'
import { Chip, Deed, EmptyState, Facts, Notice, Panel, Progress, Stat, Steps, type Tone } from './parts.tsx'
import { Matrix, Table, TileMap } from './table.tsx'

const tones: [Tone, string][] = [
  ['good', 'Tayang'],
  ['info', 'Menunggu tinjauan'],
  ['warn', 'Terlambat'],
  ['danger', 'Sunyi'],
  ['neutral', 'Belum waktunya'],
]
const wrong: FormState = {
  values: { name: 'A', story: 'Kalimat yang sudah diketik tetap ada.' },
  errors: { name: 'Isi paling sedikit 3 huruf', channel: 'Pilih paling sedikit satu' },
}
const right: FormState = { values: {}, errors: {} }
const offices = ['Dinas Koperasi, UMKM dan Tenaga Kerja Kota Palu', 'Sigi', 'Tojo Una-Una']

/** Every component in every state, with sample words: the page a designer looks at. */
export const Gallery = () => (
  <main class="main stack loose" id="main">
    <h1>Gaya</h1>
    <p class="lead">
      <b>Tenang seperti laut senja, jelas seperti surat yang baik.</b> Semua bagian dalam semua keadaan,
      dengan data contoh.
    </p>
    <Panel title="Keadaan: kata, bentuk, warna">
      <p class="row">
        {tones.map(([tone, word]) => (
          <Chip tone={tone}>{word}</Chip>
        ))}
      </p>
    </Panel>
    <Panel title="Tombol">
      <div class="actions">
        <button class="btn">Terima bukti</button>
        <button class="btn plain">Unduh gambar</button>
        <button class="btn wa">Bagikan lewat WhatsApp</button>
        <button class="btn bad">Hapus</button>
        <Deed action="/gaya" label="Satu perbuatan" />
      </div>
    </Panel>
    {tones.map(([tone, word]) => (
      <Notice tone={tone} title={word}>
        Satu pemberitahuan yang mengatakan apa yang terjadi dan langkah berikutnya.
      </Notice>
    ))}
    <Panel title="Isian yang perlu diperbaiki">
      <ErrorSummary form={wrong} title="Ada yang perlu diperbaiki" />
      <TextInput form={wrong} name="name" label="Nama" hint="Nama lengkap sesuai KTP" />
      <TextArea form={wrong} name="story" label="Cerita" />
      <Choices
        form={wrong}
        name="channel"
        label="Saluran"
        kind="checkbox"
        grid
        options={['WhatsApp', 'Instagram', 'Papan pengumuman'].map(value => ({
          value,
          label: value,
          hint: 'paling sering dipakai',
        }))}
      />
    </Panel>
    <Panel title="Isian kosong">
      <TextInput form={right} name="email" label="Alamat surel" type="email" />
      <TextInput form={right} name="date" label="Tanggal" type="date" />
    </Panel>
    <div class="stats">
      <Stat figure="7/13" label="kantor tayang penuh" />
      <Stat figure="1.284" label="kunjungan lewat tautan" />
    </div>
    <Facts
      items={[
        ['Kantor', offices[0]],
        ['Masa', '1–30 Nov 2026'],
      ]}
    />
    <Steps
      items={[
        { title: 'Dibuka', detail: '24 Nov 2026 09.12 WITA', state: 'done' },
        { title: 'Dibagikan', state: 'now' },
        { title: 'Diterima', state: 'next' },
      ]}
    />
    <Progress done={21} total={52} label="21 dari 52" />
    <Table
      caption="Kantor"
      rows={offices}
      columns={[
        { title: 'Kantor', cell: office => office },
        { title: 'Kunjungan', cell: () => '214', figure: true },
      ]}
    />
    <Matrix
      caption="Cakupan"
      corner="Kantor"
      groups={[
        { title: 'Visa ziarah bukan visa kerja', columns: ['WhatsApp', 'Instagram'] },
        { title: 'Cek dulu', columns: ['WhatsApp', 'Papan pengumuman'] },
      ]}
      figureTitle="Kunjungan"
      noteTitle="Keterangan"
      rows={offices.map(name => ({
        name,
        cells: [
          { tone: 'good', sign: '✓', word: 'Tayang', href: '/gaya' },
          { tone: 'info', sign: '◐', word: 'Menunggu tinjauan' },
          { tone: 'warn', sign: '!', word: 'Terlambat' },
          { tone: 'danger', sign: '✕', word: 'Sunyi' },
        ],
        figure: '214',
        note: <Chip tone="warn">Terlambat</Chip>,
      }))}
    />
    <TileMap
      label="Kabupaten/kota"
      tiles={[
        { name: 'Palu', value: '3/3', word: 'Tayang', tone: 'good', column: 1, row: 1 },
        { name: 'Bangkep', value: '0/2', word: 'Sunyi', tone: 'danger', column: 2, row: 1 },
      ]}
    />
    <EmptyState title="Tidak ada tugas tayang" text="Bila kampanye berikutnya dimulai, tugas muncul di sini.">
      <a class="btn" href="/gaya">
        Lihat kampanye
      </a>
    </EmptyState>
  </main>
)
