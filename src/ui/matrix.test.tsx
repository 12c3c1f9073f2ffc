import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Matrix, type MatrixCell } from './matrix.tsx'

const shown: MatrixCell = { tone: 'good', sign: '✓', word: 'Tayang', href: '/tugas/7' }
const silent: MatrixCell = { tone: 'danger', sign: '✕', word: 'Sunyi' }
const draw = (groups: { title: string; columns: string[] }[], cells: (MatrixCell | undefined)[]) =>
  renderToString(
    <Matrix
      caption="Cakupan"
      corner="Kantor"
      groups={groups}
      figureTitle="Kunjungan"
      noteTitle="Keterangan"
      rows={[{ name: 'Disnakertrans Sigi', short: 'Sigi', cells, figure: '214' }]}
    />,
  )
const one = [{ title: 'Poster', columns: ['WhatsApp', 'Cetak'] }]
const two = [...one, { title: 'Cek dulu', columns: ['Radio'] }]
const bodyCells = (html: string) => html.slice(html.indexOf('<tbody>')).match(/<td.*?<\/td>/g)!

test('every sign says its word to those who cannot see it, and its column where there is no header', () => {
  const [first, second] = bodyCells(draw(one, [shown, silent]))
  expect(first).toMatch(/data-label="WhatsApp".*aria-hidden="true">✓.*<span class="word">Tayang/)
  expect(second).toMatch(/data-label="Cetak".*aria-hidden="true">✕.*<span class="word">Sunyi/)
})

test('a cell with an address is a link, one without is not', () => {
  const [first, second] = bodyCells(draw(one, [shown, silent]))
  expect(first).toContain('<a href="/tugas/7"')
  expect(second).not.toContain('<a')
})

test('where nothing is due the place stays empty and the others keep theirs', () => {
  const [first, second, third] = bodyCells(draw(two, [shown, undefined, silent]))
  expect(first).toContain('Tayang')
  expect(second).toMatch(/<td[^>]*><\/td>/)
  expect(third).toContain('Sunyi')
})

test('several groups head their columns, and each names itself once in a row', () => {
  const html = draw(two, [shown, shown, silent])
  expect(html.match(/scope="colgroup"[^>]*colspan="\d"/g)).toHaveLength(2)
  expect(html.match(/data-group="[^"]*"/g)).toEqual(['data-group="Poster"', 'data-group="Cek dulu"'])
  expect(draw(one, [shown, silent])).not.toContain('colgroup')
})

test('a short name does not hide the full one', () => {
  expect(draw(one, [shown, silent])).toContain('<th scope="row">Sigi<small>Disnakertrans Sigi</small></th>')
})
