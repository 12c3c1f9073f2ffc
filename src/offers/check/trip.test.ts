import { expect, test } from 'vitest'
import { inspected } from './check.samples.ts'

const trip =
  'Umrah 12 hari, visa umrah, manasik bersama, travel PPIU izin Kemenag. Paspor dikumpulkan sebelum tanggal 5.'

test('a journey for prayer is not an offer, whatever its visa is called', () => {
  expect(inspected(trip).level).not.toBe('danger')
})

test('a journey for prayer with work at its end is one', () => {
  expect(inspected(`${trip} Habis umrah bisa langsung kerja, gaji 1500 riyal.`).level).toBe('danger')
})
