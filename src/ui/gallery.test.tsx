import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import * as door from './index.ts'

const html = renderToString(<door.Gallery />)
const words = { skip: 'Ke isi', menu: 'Menu', signOut: 'Keluar', otherLanguage: 'English', account: 'Akun' }
const leave = <door.QuickExit href="https://contoh.example" label="Tutup cepat" />
const frames: Record<string, VNode> = {
  staff: (
    <door.ConsoleFrame
      nav={[
        { href: '/a', label: 'Satu', count: 3 },
        { href: '/b', label: 'Dua', current: true },
      ]}
      person="Contoh"
      office="Kantor contoh"
      words={words}
      otherLanguageHref="/bahasa/en"
      title="Judul"
    >
      <p>Isi</p>
    </door.ConsoleFrame>
  ),
  public: (
    <door.PublicFrame words={words} otherLanguageHref="/bahasa/en" leave={leave}>
      <h1>Judul</h1>
    </door.PublicFrame>
  ),
}

test('the style page shows every component that the door offers', () => {
  const source = globSync('gallery*.tsx', { cwd: import.meta.dirname })
    .filter(file => !file.includes('.test.'))
    .map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('')
  // Frames: they show what they are put around.
  const framing = ['ConsoleFrame', 'Document', 'Gallery', 'KeepDraft', 'PublicFrame', 'QuickExit']
  const missing = Object.keys(door).filter(name => !framing.includes(name) && !source.includes(`<${name}`))
  expect(missing).toEqual([])
})

test.each(Object.entries({ gallery: html, ...mapped(frames) }))(
  '%s has no inline style or script',
  (_, page) => {
    expect(page).not.toMatch(/ style=| on[a-z]+=|<style|<script/)
  },
)

test('no name is given twice, and every way inside the page leads somewhere', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter(id => !ids.includes(id))).toEqual([])
})

test.each(Object.entries(mapped(frames)))('the %s frame begins with a way to its one heading', (_, page) => {
  expect(page.indexOf('href="#main"')).toBe(page.indexOf('href='))
  expect(page.match(/<main id="main"/g)).toHaveLength(1)
  expect(page.match(/<h1/g)).toHaveLength(1)
})

test('a page that renews itself reloads only where scripts do not run', () => {
  const renewed = (script?: string) =>
    renderToString(
      <door.Document lang="id" title="Kemajuan" stylesheet="/a.css" script={script} refresh={2}>
        <main />
      </door.Document>,
    )
  expect(renewed('/a.js')).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>')
  expect(renewed('/a.js')).toContain('<auto-refresh data-seconds="2">')
  expect(renewed()).toMatch(/<meta http-equiv="refresh" content="2"\/><link/)
})

function mapped(views: Record<string, VNode>) {
  return Object.fromEntries(Object.entries(views).map(([name, view]) => [name, renderToString(view)]))
}
