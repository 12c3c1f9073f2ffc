import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, Deed } from './button.tsx'
import { CopyText } from './copy-text.tsx'
import { Door, Doors } from './door.tsx'
import { Coverage, Lists } from './gallery-figures.tsx'
import { FaultyForm, FreshForm, ListForm } from './gallery-forms.tsx'
import { posterSample, tones } from './gallery-samples.ts'
import { Icon } from './icon.tsx'
import { EmptyState, Facts, Panel } from './panel.tsx'
import { Poster } from './poster.tsx'
import { Chip, Legend, Notice, Progress } from './status.tsx'
import { Steps } from './steps.tsx'

const parts: [id: string, title: string, show: () => ComponentChildren][] = [
  ['keadaan', 'Keadaan: kata, bentuk, warna', () => <States />],
  ['tombol', 'Tombol', () => <Buttons />],
  ['pintu', 'Pintu', () => <Ways />],
  ['isian', 'Isian yang perlu diperbaiki', () => <FaultyForm />],
  ['isian-kosong', 'Isian kosong', () => <FreshForm />],
  ['isian-berkas', 'Daftar dari berkas', () => <ListForm />],
  ['matriks', 'Matriks cakupan dan peta', () => <Coverage />],
  ['daftar', 'Daftar', () => <Lists />],
  ['tugas', 'Tugas di ponsel', () => <Task />],
  ['kosong', 'Kosong', () => <Nothing />],
]

/** Every component in every state, with sample words: the page a designer looks at. */
export const Gallery = () => (
  <main class="main stack loose" id="main">
    <h1>Gaya</h1>
    <p class="lead">
      <b>Tenang seperti laut senja, jelas seperti surat yang baik.</b> Semua bagian dalam semua keadaan,
      dengan data contoh. Bingkai: <a href="/">halaman warga</a>, <a href="/hari-ini">konsol petugas</a>.
    </p>
    <nav class="row" aria-label="Bagian">
      {parts.map(([id, title]) => (
        <a href={`#${id}`}>{title}</a>
      ))}
    </nav>
    <div class="stack airy">
      {parts.map(([id, title, show]) => (
        <section class="stack" id={id}>
          <h2>{title}</h2>
          {show()}
        </section>
      ))}
    </div>
  </main>
)

const States = () => (
  <>
    <p class="row">
      {tones.map(([tone, word]) => (
        <Chip tone={tone}>{word}</Chip>
      ))}
    </p>
    {tones.map(([tone, word]) => (
      <Notice tone={tone} title={word}>
        Satu pemberitahuan yang mengatakan apa yang terjadi dan langkah berikutnya.
      </Notice>
    ))}
    <Legend label="Arti bentuk" items={tones.map(([tone, word]) => ({ tone, word }))} />
    <Progress done={21} total={52} label="21 dari 52 gambar" />
  </>
)

const Buttons = () => (
  <div class="actions">
    <Button>Terima bukti</Button>
    <ButtonLink kind="quiet" href="#tombol">
      Unduh gambar
    </ButtonLink>
    <ButtonLink kind="whatsapp" href="#tombol">
      Bagikan lewat WhatsApp
    </ButtonLink>
    <Button kind="danger">Hapus</Button>
    <Deed action="/gaya" label="Satu perbuatan" kind="plain" />
  </div>
)

const Ways = () => (
  <Doors label="Tiga pintu">
    <Door
      first
      href="#pintu"
      icon={<Icon name="check" />}
      title="Cek lowongan"
      text="Tempel teks atau foto tawaran"
    />
    <Door
      href="#pintu"
      icon={<Icon name="report" />}
      title="Lapor atau minta bantuan"
      text="Boleh tanpa nama. Lima pertanyaan"
    />
    <Door
      href="#pintu"
      icon={<Icon name="route" />}
      title="Jalur resmi"
      text="Langkah, dokumen, biaya, tempat"
    />
  </Doors>
)

const Task = () => (
  <div class="halves">
    <div class="stack">
      <Poster
        src={posterSample}
        alt="Poster contoh: visa ziarah bukan visa kerja."
        width={1080}
        height={1080}
      />
      <ButtonLink kind="whatsapp" wide href="#tugas">
        Bagikan ke WhatsApp
      </ButtonLink>
      <CopyText
        id="caption"
        label="Teks unggahan"
        text="Ditawari kerja dengan visa ziarah? Tanya dinas dulu."
        copy="Salin teks"
        copied="Tersalin"
      />
    </div>
    <div class="stack loose">
      <Panel title="Perjalanan tugas">
        <Steps
          items={[
            {
              title: 'Dibuka',
              detail: '24 Nov 2026 09.12 WITA · Disnakertrans Kabupaten Sigi',
              state: 'done',
            },
            { title: 'Dibagikan', detail: 'belum', state: 'now' },
            { title: 'Bukti dilampirkan', state: 'next' },
            { title: 'Dikonfirmasi', state: 'next' },
          ]}
        />
      </Panel>
      <Facts
        items={[
          ['Kantor', 'Dinas Koperasi, UMKM dan Tenaga Kerja Kota Palu'],
          ['Masa', '1–30 Nov 2026'],
        ]}
      />
    </div>
  </div>
)

const Nothing = () => (
  <EmptyState title="Tidak ada tugas tayang" text="Bila kampanye berikutnya dimulai, tugas muncul di sini.">
    <ButtonLink href="#kosong">Lihat kampanye</ButtonLink>
  </EmptyState>
)
