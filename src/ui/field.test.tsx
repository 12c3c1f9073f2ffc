import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Choices } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { TextArea, TextInput } from './inputs.tsx'

const fresh = { values: {}, errors: {} }
const faulty = {
  values: { name: 'A', channel: ['radio'], password: 'rahasia' },
  errors: { name: 'Terlalu pendek', channel: 'Pilih dua' },
}
const options = ['radio', 'surat'].map(value => ({ value, label: value }))
const attribute = (html: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1]
const controlOf = (html: string) => /<(input|textarea|fieldset)[^>]*>/.exec(html)![0]

test('a field is described by its hint and then by its error, and both are there', () => {
  const html = renderToString(<TextInput form={faulty} name="name" label="Nama" hint="Sesuai KTP" />)
  const described = attribute(controlOf(html), 'aria-describedby')!.split(' ')
  expect(described).toEqual(['name-hint', 'name-error'])
  for (const id of described) expect(html).toContain(` id="${id}"`)
  expect(attribute(controlOf(html), 'aria-invalid')).toBe('true')
  expect(attribute(html, 'for')).toBe(attribute(controlOf(html), 'id'))
})

test('a field with neither hint nor error is described by nothing and not called wrong', () => {
  const control = controlOf(renderToString(<TextInput form={fresh} name="name" label="Nama" />))
  expect(control).not.toMatch(/aria-/)
})

test('what was typed wins over what is stored', () => {
  expect(renderToString(<TextInput form={faulty} name="name" label="Nama" value="lama" />)).toContain(
    'value="A"',
  )
  expect(renderToString(<TextInput form={fresh} name="name" label="Nama" value="lama" />)).toContain(
    'value="lama"',
  )
})

test('a password never travels back', () => {
  const html = renderToString(<TextInput form={faulty} name="password" label="Sandi" type="password" />)
  expect(html).not.toContain('rahasia')
})

test('choices keep what was ticked and are described as a group', () => {
  const html = renderToString(
    <Choices form={faulty} name="channel" label="Saluran" kind="checkbox" options={options} />,
  )
  expect(attribute(controlOf(html), 'aria-describedby')).toBe('channel-error')
  expect(html.match(/<input[^>]*>/g)!.map(input => / checked/.test(input))).toEqual([true, false])
})

test('a counted field works without its counter', () => {
  const counted = { max: 280, left: 'Sisa {count}', over: 'Lebih {count}' }
  const html = renderToString(<TextArea form={fresh} name="story" label="Cerita" counted={counted} />)
  expect(html).toMatch(/<char-count data-max="280"[^>]*><textarea id="story"/)
  expect(html).not.toContain('maxlength')
})

test('the summary leads to every field that is wrong, and is silent when none is', () => {
  expect(renderToString(<ErrorSummary form={fresh} title="Periksa lagi" />)).toBe('')
  const html = renderToString(<ErrorSummary form={faulty} title="Periksa lagi" />)
  expect(html).toContain('role="alert"')
  expect([...html.matchAll(/href="#(\w+)">([^<]+)/g)].map(([, name, message]) => [name, message])).toEqual(
    Object.entries(faulty.errors),
  )
})
