/**
 * The same drawing with every run of letters as one path, where Typst's SVG has a symbol and a use for each letter: a
 * rasteriser draws it a quarter faster. A letter's outline has relative coordinates only, so it is moved by its first point.
 */
export const withFlatGlyphs = (svg: string): string => {
  const outlines = new Map(
    [...svg.matchAll(symbol)].flatMap(([, id, outline]) => (id && outline ? [[id, outline] as const] : [])),
  )
  // A symbol that is no plain outline (a coloured sign) stays as it is, and so does its run.
  const runs = svg.replace(run, found => {
    const uses = [...found.matchAll(use)]
    if (!uses.every(([, id]) => outlines.has(id!))) return found
    const moved = uses.map(([, id, x, y]) => `M ${x} ${y}${outlines.get(id!)}`)
    return `<path ${uses[0]![4]} d="${moved.join('')}"/>`
  })
  return runs.includes('<use') ? runs : runs.replace(/<symbol[\s\S]*?<\/symbol>/g, '')
}

const symbol = /<symbol id="([^"]+)"[^>]*>\s*<path d="M 0 0([^"A-Z]*(?:Z[^"A-Z]*)*)"\/>\s*<\/symbol>/g
const use = /<use xlink:href="#([^"]+)" x="([^"]*)" y="([^"]*)" (fill="[^"]*" fill-rule="[^"]*")\/>/g
const run = /(?:<use xlink:href="#[^"]+" x="[^"]*" y="[^"]*" fill="[^"]*" fill-rule="[^"]*"\/>\s*)+/g
