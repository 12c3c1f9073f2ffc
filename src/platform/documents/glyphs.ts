import { fonts } from './typeset.ts'

/** The characters of a text that no face of ours has a sign for: on paper they would be empty boxes. */
export const withoutGlyph = (text: string): string[] => [
  ...new Set(
    [...text.normalize('NFC')].filter(sign => !invisible.test(sign) && !drawn().has(sign.codePointAt(0)!)),
  ),
]

// Line ends, joiners, marks of direction and of variation are instructions, not signs.
const invisible = /[\s\p{Cf}\p{Variation_Selector}]/u

let known: Set<number> | undefined
const drawn = () => {
  known ??= new Set(fonts().flatMap(codePointsOf))
  return known
}

/** Code points of a font file: its `cmap` table in format 4 or 12, as the OpenType specification lays it out. */
const codePointsOf = (font: Buffer): number[] => {
  const cmap = tableOf(font, 'cmap')
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4)),
  )
  return subtables.flatMap(table => {
    const format = table.readUInt16BE(0)
    return format === 4 ? segments(table) : format === 12 ? groups(table) : []
  })
}

const tableOf = (font: Buffer, name: string): Buffer => {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === name)
      return font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12))
  throw new Error(`a font without a table ${name}`)
}

const segments = (table: Buffer): number[] => {
  const twice = table.readUInt16BE(6)
  return Array.from({ length: twice / 2 }, (_, index) => {
    const end = table.readUInt16BE(14 + index * 2)
    const start = table.readUInt16BE(16 + twice + index * 2)
    // The last segment only says that the table ends.
    return start === 0xffff ? [] : range(start, end)
  }).flat()
}

const groups = (table: Buffer): number[] =>
  Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const at = 16 + index * 12
    return range(table.readUInt32BE(at), table.readUInt32BE(at + 4))
  }).flat()

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
