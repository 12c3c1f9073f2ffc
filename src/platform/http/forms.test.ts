import { expect, test } from 'vitest'
import { z } from 'zod'
import { translator } from '../i18n/messages.ts'
import { day, several, text } from './fields.ts'
import { parseForm } from './forms.ts'
import { safePath } from './route.ts'

const t = translator('id')
const schema = z.object({ title: text(3, 10), on: day, channels: several(z.enum(['x', 'radio'])) })

test('a bad form comes back with what was typed and one message a field', () => {
  const given = parseForm(schema, { title: 'ab', on: '31/12', channels: [] }, t)
  expect(given).toEqual({
    ok: false,
    form: {
      values: { title: 'ab', on: '31/12', channels: [] },
      errors: {
        title: 'Isi paling sedikit 3 huruf',
        on: 'Tuliskan tanggal, misalnya 25/11/2026',
        channels: 'Pilih paling sedikit satu',
      },
    },
  })
})

test('one ticked box and several are read alike, and a day is a day', () => {
  const given = parseForm(schema, { title: ' Pesan ', on: '2026-11-25', channels: 'x' }, t)
  expect(given.ok && given.data.title).toBe('Pesan')
  expect(given.ok && given.data.channels).toEqual(['x'])
  expect(given.ok && String(given.data.on)).toBe('2026-11-25')
})

test('a number that is none, or out of its bounds, is told of as a number, even where the field may stay empty', () => {
  const whole = z.coerce.number().int().min(1).max(50)
  const numbers = z.object({
    word: whole,
    half: whole,
    few: whole,
    many: whole,
    maybe: z.literal('').or(whole),
    link: z.union([z.literal(''), z.url({ error: 'form.invalid' })]),
  })
  const given = parseForm(
    numbers,
    { word: 'lima', half: '2.5', few: '0', many: '51', maybe: 'x', link: 'x' },
    t,
  )
  expect(given.ok ? {} : given.form.errors).toEqual({
    word: 'Tuliskan dengan angka, misalnya 50',
    half: 'Tuliskan dengan angka, misalnya 50',
    few: 'Paling sedikit 1',
    many: 'Paling banyak 50',
    maybe: 'Tuliskan dengan angka, misalnya 50',
    link: 'Isian ini tidak dapat dibaca',
  })
})

test('a way out of the house is never followed', () => {
  for (const path of ['https://jahat.example', '//jahat.example', '/\\jahat.example', undefined, 'masuk'])
    expect(safePath(path, '/')).toBe('/')
  expect(safePath('/tugas/7?x=1')).toBe('/tugas/7?x=1')
})

test.each(['', '2026-02-30', '25/11/2026', 'kapan saja'])(
  'a day that is none, %j, is told beside its field, and no rule about days is asked of it',
  typed => {
    const today = Temporal.PlainDate.from('2026-11-25')
    const form = z
      .object({ dueOn: day })
      .refine(({ dueOn }) => Temporal.PlainDate.compare(dueOn, today) >= 0, {
        path: ['dueOn'],
        message: 'campaign.due-in-past',
      })
    const given = parseForm(form, { dueOn: typed }, key => key)
    expect(given).toEqual({
      ok: false,
      form: { values: { dueOn: typed }, errors: { dueOn: 'form.day' } },
    })
  },
)
