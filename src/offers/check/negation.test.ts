import { describe, expect, test } from 'vitest'
import { foundIn, inspected } from './check.samples.ts'

describe('a "no" turns it around', () => {
  test.each([
    ['visit-visa', 'Kerja di Taiwan dengan visa kerja, bukan visa turis'],
    ['wage-cut', 'Kerja di Taiwan tanpa potongan gaji'],
    ['money-person', 'Kerja di Taiwan, tidak dipungut biaya pendaftaran'],
    ['papers-held', 'Kerja di Taiwan, paspor dipegang sendiri'],
    ['papers-held', 'Kerja di Taiwan, paspor tidak kami simpan'],
    ['fee-asked', 'Kerja di Taiwan, biaya pendaftaran tidak ada'],
    ['no-contract', 'Kerja di Taiwan: masa percobaan tidak ada, kontrak tiga tahun'],
    ['money-person', 'Kerja di Taiwan, jangan transfer DP 3 juta ke rekening siapa pun'],
    ['secret', 'Kalau jadi kerja di Taiwan, paspor jangan kasih orang'],
    ['under-age', 'Kerja di Taiwan. Siswa yang masih sekolah tidak boleh ikut'],
    ['visit-visa', 'Di Saudi visa ziarah dilarang untuk bekerja'],
    ['visit-visa', 'Kerja di Taiwan, visa turis jangan dipakai'],
    ['back-route', 'Kerja di Sabah, masuk melalui agensi berlesen, bukan melalui sempadan'],
    ['back-route', 'Kerja di Sabah: minta cepat tak boleh, tunggu permit siap'],
  ])('%s is not found in: %s', (ruleId, text) => {
    expect(foundIn(text)).not.toContain(ruleId)
  })
})

describe('a "no" elsewhere does not', () => {
  test.each([
    ['visit-visa', 'Tidak ada potongan. Kerja di Dubai, masuk pakai visa turis'],
    ['back-route', 'Tidak lama lagi berangkat kerja ke Malaysia, lewat Entikong malam hari'],
    ['money-person', 'Bukan penipuan! Kerja di Korea, DP 3 juta ke rekening pribadi'],
    ['secret', 'Kerja di Jeddah, jangan bilang suami'],
    ['papers-held', 'Kerja di Jeddah, paspor disimpan agen jangan khawatir'],
    ['under-age', 'Kerja di Malaysia, masih sekolah tidak masalah'],
    ['no-papers', 'Kerja di Malaysia, tidak perlu paspor, langsung berangkat'],
  ])('%s is found in: %s', (ruleId, text) => {
    expect(foundIn(text)).toContain(ruleId)
  })
})

describe('work at home is warned of at most', () => {
  const crew =
    'Minat inbox. Kapal di PPI Luwuk butuh 8 ABK, PKL di depan Syahbandar, buku pelaut kami buatkan'

  test('a crew that fishes from a harbour of home', () => {
    expect(inspected(crew).level).toBe('warnings')
  })

  test.each(['lanjut ke kapal Taiwan', 'transfer 2 juta ke rekening saya', 'umur 15 bisa'])(
    'but not when there is more: %s',
    more => {
      expect(inspected(`${crew}, ${more}`).level).toBe('danger')
    },
  )
})

describe('who speaks', () => {
  test.each([
    'Polisi menangkap perekrut yang memberangkatkan lima perempuan ke Oman dengan visa turis. Korban diminta membayar 15 juta.',
    'Kenali tanda calo: "visa turis dulu", "paspor kami simpan", "jangan bilang suami". Lapor ke Disnaker. #CegahTPPO',
    'Benar atau salah? Kerja di Dubai boleh pakai visa turis. Jawabannya: salah.',
  ])('a text that tells of offers is left alone: %s', text => {
    expect(['nothing-found', 'incomplete']).toContain(inspected(text).level)
    expect(foundIn(text)).toContain('is-a-warning')
  })

  test.each([
    'Hati-hati penipuan ya bunda, kami resmi. Kerja di Riyadh pakai visa ziarah, suami dapat 5 juta. Inbox saja',
    'Waspada akun palsu! Hanya kami yang amanah. Butuh ART Kuwait, paspor kami simpan, WA 0812 0000 111',
  ])('an offer that warns of others stays an offer: %s', text => {
    expect(inspected(text).level).toBe('danger')
  })

  test('one who asks about an offer is answered about the offer', () => {
    const text = 'Ditawari tetangga kerja di Oman, masuk visa turis, paspor dipegang agen. Ini aman tidak ya?'
    expect(inspected(text).level).toBe('danger')
  })

  test('what both warns and offers is a warning at most', () => {
    const text = 'Modus lama, kata kepala desa: kami butuh 2 orang ke Oman dengan visa turis'
    expect(inspected(text).level).toBe('warnings')
  })
})
