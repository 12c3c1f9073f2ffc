import { describe, expect, test } from 'vitest'
import { abbreviations } from './abbreviations.ts'
import { figures } from './figures.ts'
import type { Rule } from './finding.ts'
import { known } from './known.samples.ts'
import { names } from './names.ts'
import { personalNumbers } from './personal-numbers.ts'
import { slots } from './slots.ts'
import { victims } from './victims.ts'
import { weekday } from './weekday.ts'
import { year } from './year.ts'

/** What a rule finds in a text: the words, and what it would put there. */
const seen = (rule: Rule, text: string) =>
  rule.look(text, known).map(({ start, end, fix }) => {
    const found = text.slice(start, end)
    return fix === undefined ? found : `${found} -> ${fix}`
  })

type Case = [text: string, found: string[]]

const say = (rule: Rule, cases: Case[]) => {
  test.each(cases)(`${rule.name}: %s`, (text, found) => expect(seen(rule, text)).toEqual(found))
}

describe('the weekday of a date', () => {
  say(weekday, [
    ['Rapat berlangsung Senin (2/2/2026).', []],
    ['Rapat berlangsung Selasa (2/2/2026).', ['Selasa -> Senin']],
    ['Rapat berlangsung Selasa, 2 Februari 2026.', ['Selasa -> Senin']],
    ['Palu, KemenP2MI (2/2) – hari Rabu (2/2) dan', ['Rabu -> Senin']],
    ["Rapat berikutnya Jum'at (6/2/2026).", []],
    ['Rapat berikutnya Kamis (6/2/2026).', ['Kamis']],
    ['Batas waktu 31/2/2026 dan 29 Februari 2026.', ['31/2/2026', '29 Februari 2026']],
    ['Sesuai UU 18/2017 dan Peraturan Nomor 2/2.', []],
  ])
})

describe('the year of a date', () => {
  say(year, [
    ['Senin (2/2/2026)', []],
    ['Senin (2/2/2025)', ['2025 -> 2026']],
    ['2 Februari 2025', ['2025 -> 2026']],
    ['sejak 5 Januari 2019', ['2019']],
    ['UU 18/2017', []],
  ])
})

describe('names of people, offices and places', () => {
  say(names, [
    ['Bima Prasetya dari BP3MI Sulawesi Tengah di Donggala.', []],
    ['Bima Prastya hadir.', ['Bima Prastya -> Bima Prasetya']],
    ['Kepala Dinskertrans Sulteng hadir.', ['Dinskertrans Sulteng -> Disnakertrans Sulteng']],
    ['Dinskertrans hadir.', ['Dinskertrans -> Disnakertrans']],
    ['dari Dongala dan Parigi Mautong', ['Dongala -> Donggala', 'Parigi Mautong -> Parigi Moutong']],
    ['BP3MI Sulawesi Tengah; disnakertrans sulteng', []],
  ])
})

describe('short forms', () => {
  say(abbreviations, [
    ['BP3MI dan PMI membahas TPPO di Sulteng pukul 09.00 WITA.', []],
    ['Kantor BP3IM hadir.', ['BP3IM -> BP3MI']],
    ['Bersama XQZ hadir.', ['XQZ']],
    ['Forum Kerukunan Warga (FKW) hadir; FKW mendukung.', []],
    ['Bab IV dan tahap II.', []],
  ])
})

describe('figures', () => {
  say(figures, [
    ['13 kantor dinas dan 1.250 peserta', []],
    ['14 kantor dinas', ['14 -> 13']],
    ['1.205 peserta', ['1.205 -> 1.250']],
    ['37 aduan', ['37']],
    ['Senin (2/2/2026) pukul 09.00 WITA, UU 18/2017, tahun 2026', []],
    ['naik 12,5 persen', ['12,5']],
  ])
})

describe('people who were harmed', () => {
  say(victims, [
    ['korban bernama Siti Rahma dipulangkan', ['Siti Rahma -> S.R.']],
    ['PMI asal Sigi, Nur Aini binti Saleh, pulang', ['Nur Aini binti Saleh -> N.A.S.']],
    ['pekerja atas nama Rudi', ['Rudi -> R.']],
    ['korban berinisial S.R. dipulangkan', ['S.R.']],
    ['membantu korban Donggala dan saksi Bima Prasetya', []],
    ['Korban dipulangkan ke Palu', []],
  ])
})

describe('numbers that lead to one person', () => {
  say(personalNumbers, [
    ['NIK 7271012304890001 tercatat', ['7271012304890001']],
    ['NIK 7271 0123 0489 0001', ['7271 0123 0489 0001']],
    ['paspor B1234567 dan AB 123456', ['B1234567', 'AB 123456']],
    ['hubungi 0812-3456-7890', ['0812-3456-7890']],
    ['hubungi +62 812 3456 7890', ['+62 812 3456 7890']],
    ['kantor (0451) 422000 buka', []],
    ['2/2/2026, 13 kantor, Rp1.500.000', []],
  ])
})

test('what the draft asked for and nobody filled is found', () => {
  expect(seen(slots, 'Bertempat di [tempat], hadir.')).toEqual(['[tempat]'])
})
