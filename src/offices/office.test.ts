import { expect, test } from 'vitest'
import { type Contact, posterContact } from './office.ts'

const contact = (kind: Contact['kind'], verifiedOn: string | null): Contact => ({
  id: 1,
  kind,
  value: kind,
  source: 'surat',
  verifiedOn,
})

test('an unverified contact never stands on a poster', () => {
  expect(posterContact([contact('whatsapp', null), contact('phone', null)])).toBeUndefined()
})

test('of the verified ones, what can be written or called comes before where to go', () => {
  const all = [contact('address', '2026-11-01'), contact('phone', '2026-11-01'), contact('whatsapp', null)]
  expect(posterContact(all)?.kind).toBe('phone')
  expect(posterContact([contact('email', '2026-11-01'), contact('website', '2026-11-01')])).toBeUndefined()
})
