import { describe, expect, test } from 'vitest'
import { inspected, rules } from './check.samples.ts'
import { isCalling, voiceOf } from './voice.ts'

const weights = { tells: { warns: 3, past: 1 }, calls: { serves: 2 }, mixed: 0, telling: 4 }
const voice = (...signals: string[]) => voiceOf(weights, new Set(signals))

describe('signs are weighed', () => {
  test('a text with no sign of telling is an offer', () => {
    expect(voice()).toBe('offers')
    expect(voice('serves')).toBe('offers')
  })

  test('telling that calling does not outweigh leaves it open', () => {
    expect(voice('past')).toBe('mixed')
    expect(voice('warns', 'serves')).toBe('mixed')
    expect(voice('past', 'serves')).toBe('offers')
  })

  test('enough of telling is telling', () => {
    expect(voice('warns', 'past')).toBe('tells')
    expect(voice('warns', 'past', 'serves')).toBe('mixed')
  })

  test('who calls loudly is never only telling', () => {
    const loud = { ...weights, tells: { warns: 9 }, loud: 2 }
    expect(voiceOf(loud, new Set(['warns']))).toBe('tells')
    expect(voiceOf(loud, new Set(['warns', 'serves']))).toBe('mixed')
  })

  test('who calls on the reader is known as such, whatever else is told', () => {
    expect(isCalling(weights, new Set(['serves', 'warns']))).toBe(true)
    expect(isCalling(weights, new Set(['warns']))).toBe(false)
  })

  test('rules without weights take every text for an offer', () => {
    expect(voiceOf(undefined, new Set(['warns', 'past']))).toBe('offers')
  })
})

describe('not called danger, for it offers nothing', () => {
  test.each([
    ['a refusal', 'Sa ditawari ke Kuwait pakai visa ziarah, paspor dipegang agen. Sa bilang tidak mau.'],
    ['a loss', 'Sudah bayar 9 juta ke orang itu, sampai sekarang belum berangkat. Uang saya bisa kembali?'],
    ['a question of law', 'Apakah boleh agen menyimpan paspor saya selama kerja di Qatar?'],
    ['a question of one line', 'Visa kunjungan boleh dipakai kerja tidak?'],
    ['a definition', 'Nonprosedural adalah berangkat kerja tanpa kontrak, atau dengan visa turis.'],
    ['a short warning', 'Awas, yang janji kerja Malaysia tanpa paspor itu calo.'],
    ['a rescue', 'Di Poipet kami disekap, paspor disita, baru pulang setelah ditolong KBRI.'],
    ['a room to let', 'Kos putri dekat kampus, bayar di muka 600 ribu, KTP difotokopi.'],
    ['a lawyer', 'LBH mendampingi korban yang sudah transfer 5 juta ke rekening pribadi agen. Gratis.'],
    [
      'one sign in an offer that can be checked',
      'PT Nusa, SIP3MI 12/2024, job order Taiwan, kontrak 3 tahun. Paspor dikumpulkan Senin.',
    ],
    ['work at home', 'Butuh sopir di Palu, KTP dipegang kantor selama bekerja, hubungi saya.'],
    ['one sign alone', 'Kajian malam ini: bekerja jauh tanpa izin suami.'],
  ])('%s', (_, text) => {
    expect(inspected(text).level).not.toBe('danger')
  })
})

describe('warned of, though nothing in it is loud', () => {
  test.each([
    ['a debt', 'Kalau kamu mundur sekarang, kembalikan 15 juta besok.'],
    [
      'a contract for show',
      'Perjanjian kerja ini hanya untuk administrasi, pekerjaan ditentukan setelah tiba.',
    ],
    ['consent made up', 'Bapak tidak perlu hadir, sudah kami wakilkan tanda tangannya.'],
    ['an age put right', 'Masih 16? Tidak apa, tanggal lahirnya nanti kita sesuaikan.'],
    ['papers handed over', 'Ijazah dan akta anak dititip di kantor kami supaya tidak hilang.'],
    ['words for the officer', 'Kalau petugas tanya, bilang saja mau jenguk tante.'],
    ['hiding', 'Di pelabuhan jalan sendiri-sendiri biar tidak dicurigai.'],
    ['the wage kept', 'Gaji tujuh bulan pertama masuk ke agensi, kalian dapat uang jajan.'],
    ['English', 'Caregiver Dubai: come on a visit visa, we change it to employment later.'],
    ['Javanese', 'Melu aku nang Oman, visane umroh disik, mengko tak golekne majikan.'],
  ])('%s', (_, text) => {
    expect(['danger', 'warnings']).toContain(inspected(text).level)
  })
})

test('every signal that a voice is weighed by says something', () => {
  const weighed = Object.keys({ ...rules.voice?.tells, ...rules.voice?.calls })
  const silent = weighed.filter(name => name !== 'phone-named' && !rules.signals[name]?.phrases.length)
  expect(silent).toEqual([])
})
