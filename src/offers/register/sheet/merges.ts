import type { Cell } from './sheet.ts'

/** First and last row and column, counted from 0. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** The merged areas of each sheet of a workbook, in the order of its sheets. */
export const mergesOf = (files: ReadonlyMap<string, Buffer>): Merge[][] => {
  const text = (name: string) => files.get(name)?.toString('utf8') ?? ''
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map(tag => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, ''),
    ]),
  )
  return tags(text('xl/workbook.xml'), 'sheet').map(tag =>
    tags(text(`xl/${targets.get(attribute(tag, 'r:id'))}`), 'mergeCell').flatMap(merge =>
      areaOf(attribute(merge, 'ref')),
    ),
  )
}

/** A merged area says the same in each of its cells. */
export const filled = (rows: Cell[][], merges: Merge[]): Cell[][] => {
  const wide = rows.map(row => [...row])
  for (const { top, left, bottom, right } of merges.slice(0, mostMerges)) {
    const value = rows[top]?.[left] ?? null
    for (let row = top; row <= Math.min(bottom, wide.length - 1); row++)
      for (let column = left; column <= Math.min(right, widest); column++) wide[row]![column] = value
  }
  return wide.map(row => Array.from(row, cell => cell ?? null))
}

const mostMerges = 20_000
const widest = 200

const tags = (xml: string, name: string) => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

const areaOf = (reference: string): Merge[] => {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!found) return []
  const [, left, top, right, bottom] = found
  return [
    { top: Number(top) - 1, left: columnOf(left!), bottom: Number(bottom) - 1, right: columnOf(right!) },
  ]
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
