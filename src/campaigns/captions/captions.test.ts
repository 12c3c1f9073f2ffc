import { describe, expect, test } from 'vitest'
import { channels } from '../channel.ts'
import { captioned, captionFor, missingPlaceholders, unknownPlaceholders } from './caption.ts'
import { lengthOn, limitOf } from './limits.ts'
import { tooLong } from './too-long.ts'

const link = 'https://sinergi.example.go.id/t/2222222'
const offices = [
  { name: 'Disnaker Sigi', contact: undefined },
  { name: 'Dinas Tenaga Kerja dan Transmigrasi Kabupaten Banggai Kepulauan', contact: '0800 0000 7207' },
]

describe('the words for a channel', () => {
  test('are its own, or the general ones', () => {
    const version = { caption: 'umum', captions: { x: 'pendek' } }
    expect(captionFor(version, 'x')).toBe('pendek')
    expect(captionFor(version, 'facebook')).toBe('umum')
    expect(captionFor({ ...version, captions: { x: '' } }, 'x')).toBe('umum')
  })

  test('say which placeholders nobody fills in, and which are missing', () => {
    expect(unknownPlaceholders('{kantor} {nama} {tautan} {Kontak} {nama}')).toEqual(['{nama}', '{Kontak}'])
    expect(unknownPlaceholders('{kantor} {tautan} {kontak}')).toEqual([])
    expect(missingPlaceholders('Tanya {kantor}')).toEqual(['{tautan}'])
    expect(missingPlaceholders('Tanya kami')).toEqual(['{kantor}', '{tautan}'])
  })
})

describe('the length of a caption', () => {
  test('is counted as X counts: an address is 23, an emoji two, whatever it is made of', () => {
    expect(lengthOn('x', 'abc')).toBe(3)
    expect(lengthOn('x', `lihat ${link}`)).toBe(6 + 23)
    expect(lengthOn('x', '👨‍👩‍👧‍👦')).toBe(2)
    expect(lengthOn('x', 'كلمة')).toBe(4)
    expect(lengthOn('x', '日本')).toBe(4)
    expect(lengthOn('instagram', link)).toBe(link.length)
  })

  test('is measured with the office that makes it longest, at the limit and one above it', () => {
    const fixed = lengthOn('x', `${offices[1]!.name} ${link}`) + 1
    const at = (letters: number) => ({
      caption: `{kantor} {tautan} ${'a'.repeat(letters)}`,
      captions: {},
    })
    expect(tooLong(at(280 - fixed), offices, link)).toEqual([])
    expect(tooLong(at(281 - fixed), offices, link)).toEqual([
      { channel: 'x', max: 280, length: 281, office: offices[1]!.name, own: false },
    ])
  })

  test('of its own words is told apart from that of the general ones', () => {
    const long = `{kantor} {tautan} ${'a'.repeat(400)}`
    expect(tooLong({ caption: long, captions: { x: '{kantor} {tautan}' } }, offices, link)).toEqual([])
    expect(tooLong({ caption: '{kantor} {tautan}', captions: { x: long } }, offices, link)).toMatchObject([
      { channel: 'x', own: true },
    ])
  })
})

test('every limit names where it is written and when it was read; what is printed or spoken has none', () => {
  for (const channel of captioned) {
    const { max, source, checkedOn } = limitOf(channel)!
    expect(max).toBeGreaterThan(0)
    expect(source).toMatch(/^https:\/\//)
    expect(checkedOn).toMatch(/^2026-\d{2}-\d{2}$/)
  }
  expect(channels.filter(channel => !captioned.includes(channel))).toEqual(['radio', 'print', 'notice-board'])
})
