import { expect, test } from 'vitest'
import { contactLink } from './contact-link.ts'

test('a number is dialled as it is written, and WhatsApp gets it with the country', () => {
  expect(contactLink('phone', '+62 21 2924 4800')).toBe('tel:+622129244800')
  expect(contactLink('phone', '021-129')).toBe('tel:021129')
  expect(contactLink('whatsapp', '0811-8080-141')).toBe('https://wa.me/628118080141')
  expect(contactLink('whatsapp', '+62 811 8080 141')).toBe('https://wa.me/628118080141')
})

test('only what can be followed is a link', () => {
  expect(contactLink('email', 'humas@kantor.example')).toBe('mailto:humas@kantor.example')
  expect(contactLink('website', 'https://kantor.example')).toBe('https://kantor.example')
  for (const [kind, value] of [
    ['website', 'javascript:alert(1)'],
    ['address', 'Jl. Contoh 1'],
    ['hours', 'Senin'],
  ])
    expect(contactLink(kind!, value!)).toBeUndefined()
})
