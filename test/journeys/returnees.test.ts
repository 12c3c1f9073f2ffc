import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import readXlsx from 'read-excel-file/node'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../axe.ts'
import { desk, launch, main, phone, presses, signIn } from '../browser.ts'
import { type Product, startProduct } from '../product.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const go = (page: Page, path: string) => page.goto(product.url + path)
const unfolds = (page: Page, summary: string) => page.locator('main summary', { hasText: summary }).click()
const officer = async (email: string, javaScriptEnabled = true, device: typeof desk | typeof phone = desk) =>
  signIn(
    await browser.newContext({ ...device, javaScriptEnabled }),
    product.url,
    email,
    product.password(email),
  )

const letter = `Yth. BP3MI Sulawesi Tengah. Dua PMI akan tiba besok pukul 13.45 dengan GA 650 dari Arab Saudi.
1. Nama : SUHARTI LAMADOLANGAN
   No. Paspor : C1230001
   Tgl lahir : 31-02-1990
   Alamat : Desa Sibowi, Kab. Sigi
2. Nama : ROSMIATI BUNGASARI
   No. Paspor : C1230002
   Alamat : Kelurahan Tipo, Kota Palu`

describe.each([true, false])('with scripts: %s', javaScriptEnabled => {
  test('arrivals of tomorrow go from a pasted letter to the hand-over letter and the needs', async () => {
    const page = await officer('pelindungan@bp3mi.example', javaScriptEnabled, phone)
    const look = async () => {
      if (javaScriptEnabled) expect(await seriousFindings(page)).toEqual([])
    }
    await go(page, '/kepulangan/baru')
    await page.fill('#letter', letter)
    await presses(page, 'Baca')
    // Each field with the words it came from.
    expect(await main(page)).toContain('dari surat: «besok»')
    expect(await page.inputValue('#flight')).toBe('GA 650')
    expect(await page.inputValue('#origin-1')).toBe('72.71')
    await presses(page, 'Simpan kepulangan')
    // The day that no calendar has comes back beside its field, as it stood in the letter.
    expect(await page.inputValue('#bornOn-0')).toBe('31-02-1990')
    expect(await page.textContent('#bornOn-0-error')).toContain('tidak ada di kalender')
    expect(await page.inputValue('#name-1')).toBe('ROSMIATI BUNGASARI')
    await page.fill('#bornOn-0', '28 Februari 1990')
    await look()
    await presses(page, 'Simpan kepulangan')
    const path = new URL(page.url()).pathname
    expect(await main(page)).toContain('Masih kurang: penjemput')
    expect(await main(page)).not.toContain('SUHARTI')

    await unfolds(page, 'Ubah rencana')
    await page.fill('#place', 'Pintu kedatangan')
    await page.selectOption('#onward', 'land')
    await page.selectOption('#meeter', { index: 1 })
    await presses(page, 'Simpan perubahan')
    await presses(page, 'Sudah dijemput')
    expect(await main(page)).toContain('Masih kurang: berita acara serah terima dan kebutuhan')
    await look()

    await page.click('a:has-text("Buat BAST")')
    await page.waitForURL('**/bast')
    await page.uncheck('input[name=persons][value="1"]')
    await page.fill('#destination', 'Rumah keluarga di Sibowi')
    await page.fill('#receiver', 'Ibu Halimah')
    await page.fill('#receiverOffice', 'Keluarga')
    await page.fill('#signerTitle', 'Petugas pelindungan')
    await page.fill('#place', 'Palu')
    await page.fill('#motive', 'membuat BAST untuk keluarga')
    await look()
    await presses(page, 'Beri nomor dan simpan')
    expect(new URL(page.url()).pathname).toBe(path)
    const paper = await page.request.get(
      product.url + (await page.getAttribute('a[href*="/bast/"]', 'href'))!,
    )
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await paper.body())), {
      mergePages: true,
    })
    for (const part of ['SUHARTI LAMADOLANGAN', 'C1230001', '28 Feb 1990', 'Ibu Halimah', '/BAST/'])
      expect(text.replace(/\s+/g, ' ')).toContain(part)
    expect(text).not.toContain('ROSMIATI')

    await page.locator('a:has-text("Tanyakan kebutuhan")').first().click()
    await page.waitForURL('**/daftar')
    await page.check('input[name=needs][value=health]')
    await page.check('input[name=consents][value=programmes]')
    await page.fill('#words', 'Ingin berobat dahulu.')
    await page.fill('#motive', 'pendataan saat serah terima')
    await presses(page, 'Simpan ke daftar')
    expect(await page.textContent('.receipt strong')).toMatch(/^\d{3}( \d{3}){5}$/)
    await page.click('a:has-text("Buka catatannya")')
    await page.waitForURL('**/purna/*-*')
    expect(await main(page)).toMatch(/berobat[\s\S]*Ingin berobat dahulu/)
    expect(await main(page)).not.toContain('SUHARTI')
    await page.fill('#motive', 'menelepon tentang rumah sakit')
    await presses(page, 'Buka identitas')
    expect(await main(page)).toContain('SUHARTI LAMADOLANGAN')
    await look()
    await page.context().close()
  })

  test('somebody registers alone, comes back with the number, changes the wishes and takes it back', async () => {
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
    await go(page, '/purna/daftar')
    await page.fill('#name', 'Rosdiana Contoh')
    await page.fill('#bornOn', '31 Februari 1992')
    await page.selectOption('#district', '72.10')
    await page.check('input[name=needs][value=capital]')
    await presses(page, 'Daftar')
    expect(await page.inputValue('#bornOn')).toBe('31 Februari 1992')
    expect(await page.textContent('#bornOn-error')).toContain('tidak ada di kalender')
    expect(await page.inputValue('#name')).toBe('Rosdiana Contoh')
    expect(await page.isChecked('input[name=needs][value=capital]')).toBe(true)
    await page.fill('#bornOn', '29 Februari 1992')
    await page.check('input[name=consents][value=programmes]')
    await presses(page, 'Daftar')
    const number = (await page.textContent('.receipt strong'))!
    expect(page.url()).not.toMatch(/\d{18}/)
    const opens = async () => {
      await go(page, '/purna/nomor')
      await page.fill('#number', number)
      await presses(page, 'Buka')
    }
    await opens()
    expect(await main(page)).toMatch(/Kabupaten Sigi[\s\S]*modal usaha/)
    await unfolds(page, 'Ubah kebutuhan')
    await page.check('input[name=needs][value=training]')
    await presses(page, 'Simpan')
    expect(await page.textContent('[role=status]')).toContain('sudah disimpan')
    await opens()
    expect(await main(page)).toContain('pelatihan dan modal usaha')
    await unfolds(page, 'Cabut pendaftaran')
    await presses(page, 'Cabut')
    expect(await main(page)).toContain('Beri tanda dahulu')
    await page.check('#sure')
    await presses(page, 'Cabut')
    await opens()
    expect(await main(page)).toContain('Petugas tidak dapat lagi membuka')
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  })
})

test('a list goes in: good rows are kept, bad ones come back with the reason, and a known person is proposed', async () => {
  const page = await officer('petugas.sigi@kabupaten.example')
  await go(page, '/purna/impor')
  const rows = [
    'No;Nama;NIK;Tanggal Lahir;HP;Kabupaten;Desa;Kebutuhan',
    '1;Sitti Noerhalima Towalu;;14/05/1990;081244001100;Sigi;Sibowi;pelatihan',
    '2;Ridwan Contoh;7210011203850001;12/03/1985;;Kab. Sigi;;modal usaha',
    '3;Rahma Contoh;;31/02/1990;;Sigi;;',
    '4;Irma Contoh;72100112;;;Sigi;;',
    '5;;;01/01/1990;;Sigi;;',
    '6;Darma Contoh;;;;Atlantis;;',
  ]
  const file = { name: 'purna.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) }
  await page.setInputFiles('#file', file)
  await presses(page, 'Impor')
  const said = await main(page)
  expect(said).toContain('2 masuk, 4 kembali')
  expect(said).toContain('mungkin sudah terdaftar')
  expect(await seriousFindings(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="/ditolak"]')])
  const [sheet] = await readXlsx(readFileSync(await download.path()))
  const back = (sheet as unknown as { data: string[][] }).data.map(cells => [cells[1], cells.at(-1)])
  expect(back).toEqual([
    ['Nama', 'Alasan'],
    ['Rahma Contoh', 'tanggal lahir tidak ada di kalender'],
    ['Irma Contoh', 'NIK bukan 16 angka'],
    [null, 'namanya kosong'],
    ['Darma Contoh', 'kabupaten/kota tidak dikenal'],
  ])

  await page.goBack()
  await go(page, '/purna/serupa')
  await page.locator('a.item').first().click()
  await page.waitForURL('**/purna/*-*')
  const record = page.url()
  expect(await main(page)).toContain('Mungkin orang yang sama')
  await presses(page, 'Bukan orang yang sama')
  expect(page.url()).toBe(record)
  expect(await page.locator('.chip', { hasText: 'Bukan orang yang sama' }).count()).toBe(1)
  const poso = await officer('petugas.poso@kabupaten.example')
  expect((await poso.goto(record))?.status()).toBe(404)
})

test('a registration that cannot be taken comes back with what was typed', async () => {
  const words = {
    name: 'Mawar Contoh',
    phone: '0812 5555 0000',
    address: '',
    words: 'Ingin menjahit & "berdagang".',
  }
  const form = new URLSearchParams({ form: crypto.randomUUID(), consents: 'programmes', ...words })
  const answer = await fetch(`${product.url}/purna/daftar`, {
    method: 'POST',
    body: form,
    headers: { origin: 'https://elsewhere.example' },
  })
  const html = (await answer.text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"')
  expect(answer.status).toBe(403)
  for (const word of [words.name, words.phone, words.words]) expect(html).toContain(word)
})
