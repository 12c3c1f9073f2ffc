import { expect, test } from 'vitest'
import { languages } from '../../platform/i18n/language.tsx'
import type { ListedDuty } from '../schedule/queries.ts'
import { nudgesFor } from './whatsapp.ts'

const duty = (id: number, officeId: number): ListedDuty => ({
  id,
  officeId,
  campaignId: 1,
  title: 'Cek dulu',
  material: 'Visa ziarah & umrah',
  versionId: 1,
  office: officeId === 1 ? 'Sigi' : 'Poso',
  timeZone: 'Asia/Makassar',
  channel: 'whatsapp',
  round: 1,
  dueAt: new Date('2026-12-03T08:00:00Z'),
  state: 'assigned',
  stoppedWhy: null,
})
const contact = (officeId: number, value: string) => ({
  id: officeId,
  officeId,
  kind: 'whatsapp' as const,
  value,
  source: null,
  verifiedOn: null,
})
const nudges = (...contacts: ReturnType<typeof contact>[]) =>
  nudgesFor([duty(1, 1), duty(2, 1), duty(3, 2)], contacts, languages.id, 'https://sinergi.example.go.id')

test('one message for each office, to the number it has on record, with a way to each duty', () => {
  const [sigi, poso] = nudges(contact(1, '0812-3456-7890'))
  const { origin, pathname, searchParams } = new URL(sigi!.href)
  expect(`${origin}${pathname}`).toBe('https://wa.me/6281234567890')
  expect(searchParams.get('text')).toBe(sigi!.text)
  for (const words of ['Sigi', 'Visa ziarah & umrah', '3 Des 2026', '/tugas/1', '/tugas/2'])
    expect(sigi!.text).toContain(words)
  expect(sigi!.text).not.toContain('/tugas/3')
  expect(new URL(poso!.href).pathname).toBe('/')
})

test('what is no number is left out, so that nobody else gets the message', () => {
  const [sigi] = nudges(contact(1, 'lihat papan'))
  expect(sigi!.number).toBeUndefined()
  expect(new URL(sigi!.href).pathname).toBe('/')
})
