import { Button, ButtonLink } from './button.tsx'
import { Checkbox, Choices } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Fieldset, FormActions } from './form-layout.tsx'
import { faulty, fresh } from './gallery-samples.ts'
import { DateInput, FileInput, Select, TextArea, TextInput } from './inputs.tsx'
import { UploadForm } from './upload-form.tsx'

const channels = ['WhatsApp', 'Instagram', 'Papan pengumuman kantor desa'].map(value => ({
  value,
  label: value,
  hint: 'paling sering dipakai',
}))
const kinds = [
  { value: 'paspor', label: 'Paspor ditahan' },
  { value: 'gaji', label: 'Gaji tidak dibayar' },
]
const letters = { max: 280, left: 'Sisa {count} huruf', over: 'Lebih {count} huruf' }

export const FaultyForm = () => (
  <form class="stack loose" action="/gaya" novalidate>
    <ErrorSummary form={faulty} title="Ada yang perlu diperbaiki" />
    <TextInput form={faulty} name="name" label="Nama" hint="Nama lengkap sesuai KTP" />
    <DateInput form={faulty} name="due" label="Tenggat" />
    <TextArea form={faulty} name="story" label="Cerita" counted={letters} />
    <Choices form={faulty} name="channel" label="Saluran" kind="checkbox" grid options={channels} />
    <Choices form={faulty} name="kind" label="Jenis masalah" kind="radio" grid options={kinds} />
    <Checkbox form={faulty} name="consent" label="Saya setuju data saya dipakai untuk menangani aduan ini." />
    <FormActions>
      <Button>Kirim aduan</Button>
      <ButtonLink kind="quiet" href="#isian">
        Batal
      </ButtonLink>
    </FormActions>
  </form>
)

export const FreshForm = () => (
  <form class="stack loose" action="/gaya" novalidate>
    <Fieldset legend="Tentang kantor">
      <TextInput form={fresh} name="email" label="Alamat surel" type="email" optional="boleh kosong" />
      <Select
        form={fresh}
        name="office"
        label="Kantor"
        empty="Pilih kantor"
        options={[{ value: 'palu', label: 'Dinas Koperasi, UMKM dan Tenaga Kerja Kota Palu' }]}
      />
      <FileInput form={fresh} name="photo" label="Foto" hint="JPG, PNG atau WebP" accept="image/*" />
      <Field form={fresh} name="code" label="Kode enam angka">
        {attributes => <input {...attributes} class="short num" inputmode="numeric" maxlength={6} />}
      </Field>
    </Fieldset>
  </form>
)

export const ListForm = () => (
  <UploadForm
    form={fresh}
    formId="contoh"
    action="/gaya"
    summary="Ada yang perlu diperbaiki"
    label="Berkas"
    hint="XLSX atau CSV"
    accept=".xlsx,.csv"
    deed="Masukkan"
    back={{ href: '#isian', label: 'Kembali' }}
  >
    <p>Satu baris satu kegiatan. Yang perlu ada: judul dan tanggal mulai.</p>
  </UploadForm>
)
