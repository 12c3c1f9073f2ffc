import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type Product, startProduct } from '../product.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

/** As a browser without JavaScript sends it: an officer imports lists as they really come, and takes them back. */
let product: Product
let officer: Visitor
beforeAll(async () => {
  product = await startProduct()
  officer = await signedIn(product, 'koordinator@bp3mi.example')
})
afterAll(() => product?.stop())

const textOf = async (path: string, who: Visitor = officer) => (await who.get(path)).text()
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const chosen = (html: string, name: string) =>
  /<option value="(\d+)" selected/.exec(
    html.slice(html.indexOf(`<select id="${name}"`)).split('</select>')[0]!,
  )?.[1]

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const asFile = (bytes: Uint8Array | string, name: string, type = 'text/csv') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })

const upload = async (fields: Record<string, string>, file?: File, form = crypto.randomUUID()) =>
  officer.post('/perekrut/impor', {
    form,
    list: 'companies',
    asOf: '2026-03-01',
    source: 'Surat contoh kementerian, 1 Maret 2026',
    ...fields,
    file: file ?? asFile('', ''),
  })

/** Title rows, a header of two rows with merged cells, numbers under it, a merged province, a total, and every kind of slip. */
const nastyWorkbook = () => {
  const text = (value: string) => ({ value })
  return writeExcelFile([
    [{ value: 'KEMENTERIAN CONTOH: DAFTAR P3MI', columnSpan: 6 }, null, null, null, null, null],
    [text('per 1 Maret 2026')],
    [],
    [
      { value: 'No', rowSpan: 2 },
      { value: 'Nama P3MI', rowSpan: 2 },
      { value: 'Izin', columnSpan: 3 },
      null,
      null,
      { value: 'Kota', rowSpan: 2 },
    ],
    [null, null, text('Nomor'), text('Status'), text('Berlaku sampai'), null],
    [1, 2, 3, 4, 5, 6].map(value => ({ value, type: Number })),
    [{ value: 'PROVINSI DKI JAKARTA', columnSpan: 6 }, null, null, null, null, null],
    [
      text('1'),
      text('PT Contoh Samudra Karsa'),
      text('CONTOH-001/SIP3MI/2024'),
      text('DICABUT'),
      text('23-07-2029'),
      text('Jakarta Timur'),
    ],
    [
      text('2'),
      text('PT Contoh Bahari Sentosa Internasional'),
      text('contoh 002 sip3mi 2023'),
      text('Aktif'),
      { value: new Date('2031-05-06'), type: Date, format: 'dd/mm/yyyy' },
      text('Bekasi'),
    ],
    [],
    [
      text('3'),
      text('PT Contoh Mercu Ufuk'),
      { value: 8_120_001_234_567, type: Number },
      text('berlaku'),
      { value: 46_399, type: Number },
      text('Malang'),
    ],
    [
      text('4'),
      text('PT Contoh Kembar'),
      text('KEMBAR-1'),
      text('Aktif'),
      text('1 Januari 2030'),
      text('Palu'),
    ],
    [
      text('5'),
      text('PT Contoh Kembar'),
      text('KEMBAR.1'),
      text('Ditangguhkan'),
      text('1 Januari 2030'),
      text('Palu'),
    ],
    [text('6'), text('PT Contoh Rumus'), text('R-1'), text('Aktif'), text('32-01-2027'), text('Palu')],
    [text('7'), { value: '="PT "&"X"', type: 'Formula' }, text('R-2'), text('Aktif'), null, text('Palu')],
    [null, text('Jumlah: 7')],
  ] as never).toBuffer()
}

describe('a file that cannot be taken comes back with what was typed and a reason', () => {
  test.each([
    ['no file', undefined, {}, 'Pilih berkasnya'],
    ['a PDF', asFile('%PDF-1.7\n', 'daftar.pdf'), {}, 'bukan tabel'],
    [
      'an old workbook',
      asFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'daftar.xls'),
      {},
      'Excel lama',
    ],
    ['a day ahead', asFile('a;b\n1;2\n', 'x.csv'), { asOf: '2099-01-01' }, 'belum tiba'],
    [
      'a day before the list that is there',
      asFile('a;b\n1;2\n', 'x.csv'),
      { asOf: '2025-01-01' },
      'lebih baru, per 2 Feb 2026',
    ],
    ['no source', asFile('a;b\n1;2\n', 'x.csv'), { source: '' }, 'wajib diisi'],
  ])('%s', async (_, file, fields, reason) => {
    const answer = await upload(fields, file)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(plain(html)).toContain(reason)
    if (!('source' in fields)) expect(html).toContain('Surat contoh kementerian, 1 Maret 2026')
  })
})

describe('a list with everything wrong that lists have wrong', () => {
  let at: string
  const register = async (words: string) => plain(await textOf(`/perekrut?cari=${encodeURIComponent(words)}`))

  test('is taken in once, however often it is sent, and its columns are guessed', async () => {
    const form = crypto.randomUUID()
    const file = asFile(await nastyWorkbook(), 'P3MI Maret.xlsx', xlsx)
    const [one, two] = [await upload({}, file, form), await upload({}, file, form)]
    expect([one.status, two.status]).toEqual([303, 303])
    expect(two.headers.get('location')).toBe(one.headers.get('location'))
    at = one.headers.get('location')!.replace(/\/kolom$/, '')
    const html = await textOf(`${at}/kolom`)
    expect(/<input[^>]*name="headerRow"[^>]*value="5"/.test(html)).toBe(true)
    expect(['name', 'licence', 'state', 'valid_until', 'city'].map(name => chosen(html, name))).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
    ])
    expect(html).toContain('Izin Nomor')
  })

  const columns = {
    sheet: '0',
    headerRow: '5',
    name: '2',
    licence: '3',
    state: '4',
    valid_until: '5',
    city: '6',
  }

  test('columns that cannot be right are refused beside their field, and what was chosen stays', async () => {
    const answer = await officer.post(`${at}/kolom`, { ...columns, city: '2', complete: 'no' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(plain(html)).toContain('sudah dipakai')
    expect(chosen(html, 'city')).toBe('2')
    const lacking = await officer.post(`${at}/kolom`, { ...columns, licence: '' })
    expect([lacking.status, plain(await lacking.text()).includes('Pilih kolomnya')]).toEqual([422, true])
  })

  test('moving the header reads its titles again', async () => {
    const answer = await officer.post(`${at}/kolom`, { ...columns, headerRow: '2', again: 'yes' })
    expect(answer.headers.get('location')).toBe(`${at}/kolom`)
    expect(chosen(await textOf(`${at}/kolom`), 'name')).toBeUndefined()
  })

  test('shows what would change and what is in trouble, row by row, before anything does', async () => {
    const answer = await officer.post(`${at}/kolom`, { ...columns, complete: 'no' })
    expect(answer.headers.get('location')).toBe(`${at}/beda`)
    const shown = plain(await textOf(`${at}/beda`))
    for (const words of [
      'Baris 12 “KEMBAR-1” juga ada di baris 13, dengan isian yang berbeda. Keduanya ditinggalkan.',
      'Baris 14 Berlaku sampai tidak terbaca sebagai tanggal: “32-01-2027”',
      'Baris 15 Nama perusahaan kosong',
      'Baris 16 Hanya satu tulisan, seperti judul: “Jumlah: 7”',
      'PT Contoh Samudra Karsa Status izin Berlaku Dicabut',
      'PT Contoh Bahari Sentosa Internasional Berlaku sampai 3 Mar 2028 6 Mei 2031',
      'PT Contoh Mercu Ufuk',
    ])
      expect(shown).toContain(words)
    expect(shown).not.toContain('Baris 6 ')
    expect(await register('Mercu Ufuk')).toContain('Tidak ada perusahaan dengan kata itu')
  })

  test('is not put in place unseen: rows in trouble are to be accepted, and the differences to be those looked at', async () => {
    const html = await textOf(`${at}/beda`)
    const [seen, leftOut, form] = [hidden(html, 'seen'), hidden(html, 'leftOut'), hidden(html, 'form')]
    const unticked = await officer.post(`${at}/pasang`, { form, seen, leftOut })
    expect([unticked.status, plain(await unticked.text()).includes('Centang bila')]).toEqual([422, true])
    const unseen = await officer.post(`${at}/pasang`, { form, seen: 'lain', leftOut, leaveOut: 'yes' })
    expect([unseen.status, plain(await unseen.text()).includes('berubah sejak Anda melihat')]).toEqual([
      409,
      true,
    ])
    expect(await register('Mercu Ufuk')).toContain('Tidak ada perusahaan dengan kata itu')
  })

  test('is put in place once, however often it is sent, and leaves a record', async () => {
    const html = await textOf(`${at}/beda`)
    const sent = {
      form: hidden(html, 'form'),
      seen: hidden(html, 'seen'),
      leftOut: hidden(html, 'leftOut'),
      leaveOut: 'yes',
    }
    const answers = await Promise.all([
      officer.post(`${at}/pasang`, sent),
      officer.post(`${at}/pasang`, sent),
    ])
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, at],
      [303, at],
    ])
    const record = plain(await textOf(at))
    for (const words of [
      '1 Baru',
      '2 Berubah',
      '0 Tidak tercatat lagi',
      '6 Bermasalah',
      '1 Mar 2026',
      'Surat contoh kementerian',
      'P3MI Maret.xlsx',
      'Bima Prasetya (BP3MI Sulteng)',
    ])
      expect(record).toContain(words)
    expect(await register('Mercu Ufuk')).toContain('8120001234567 Berlaku 12 Jan 2027')
    expect(await register('Samudra Karsa')).toContain('2024 Dicabut 23 Jul 2029')
  })

  test('a district officer finds it, opens it, and has no part in importing', async () => {
    const sigi = await signedIn(product, 'sigi@kabupaten.example')
    const list = await textOf('/perekrut?cari=mercu', sigi)
    const company = await textOf(/href="(\/perekrut\/\d+)"/.exec(list)![1]!, sigi)
    expect(plain(company)).toContain(
      'tidak ada pesanan kerja yang berlaku per 2 Feb 2026. Keduanya harus ada.',
    )
    expect(list).not.toContain('/perekrut/impor')
    for (const path of ['/perekrut/impor', at, `${at}/kolom`, `${at}/beda`])
      expect((await sigi.get(path)).status).toBe(404)
    for (const path of ['/perekrut/impor', `${at}/pasang`, `${at}/batalkan`, `${at}/buang`, `${at}/kolom`])
      expect((await sigi.post(path, { x: '1' })).status).toBe(404)
    expect((await visitor(product).get('/perekrut')).headers.get('location')).toContain('/masuk')
  })

  test('is undone: the register is as it was, the record says by whom, and there is no second time', async () => {
    expect((await officer.post(`${at}/batalkan`, {})).status).toBe(303)
    expect(await register('Mercu Ufuk')).toContain('Tidak ada perusahaan dengan kata itu')
    expect(await register('Samudra Karsa')).toContain('2024 Berlaku 23 Jul 2029')
    expect(plain(await textOf(at))).toContain('Register sudah kembali seperti sebelum impor ini')
    expect((await officer.post(`${at}/batalkan`, {})).status).toBe(409)
  })
})

test('branches from Windows, with names that are only alike: asked about, never linked', async () => {
  const text = [
    'Daftar cabang;;',
    'Nama P3MI;Kota Cabang;Alamat',
    'PT Contoh Samudra Karsa;Palu;Jl. Caf\xe9 No. 1',
    'PT Contoh Samudera Karsa;Sigi;Jl. 2',
    'PT Antah Berantah;Poso;Jl. 3',
  ].join('\r\n')
  const answer = await upload({ list: 'branches' }, asFile(Buffer.from(text, 'latin1'), 'cabang.csv'))
  const at = answer.headers.get('location')!.replace(/\/kolom$/, '')
  const sent = { sheet: '0', headerRow: '2', company: '1', city: '2', address: '3', complete: 'no' }
  await officer.post(`${at}/kolom`, sent)
  const html = await textOf(`${at}/beda`)
  expect(plain(html)).toContain(
    'Baris 4 “PT Contoh Samudera Karsa” tidak ada di register. Mungkin PT Contoh Samudra Karsa?',
  )
  expect(plain(html)).toContain('Baris 5 “PT Antah Berantah” tidak ada di register P3MI')
  const put = {
    form: hidden(html, 'form'),
    seen: hidden(html, 'seen'),
    leftOut: hidden(html, 'leftOut'),
    leaveOut: 'yes',
  }
  expect((await officer.post(`${at}/pasang`, put)).status).toBe(303)
  expect(plain(await textOf('/perekrut/1'))).toContain('Jl. Café No. 1')
  expect((await officer.post(`${at}/batalkan`, {})).status).toBe(303)
})

test('a draft can be discarded; then it is only a record', async () => {
  const answer = await upload({}, asFile('Nomor Izin;Nama\nX-1;PT Contoh\n', 'x.csv'))
  const at = answer.headers.get('location')!.replace(/\/kolom$/, '')
  expect((await officer.post(`${at}/buang`, {})).status).toBe(303)
  expect((await officer.get(`${at}/kolom`)).status).toBe(404)
  expect(plain(await textOf(at))).toContain('Dibuang')
  expect((await officer.post(`${at}/pasang`, { seen: '' })).status).toBe(409)
})
