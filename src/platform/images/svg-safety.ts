/** Whether the text starts as an SVG document, after what may stand before its root. */
export const looksLikeSvg = (text: string): boolean => {
  let start = 0
  for (let next = afterPrologue(text, 0); next > start; next = afterPrologue(text, start)) start = next
  return /^<(?:[\w-]+:)?svg[\s>/]/i.test(text.slice(start, start + 100))
}

/**
 * Whether an SVG holds nothing but its own drawing: no script, handler, foreign content, entity or outside
 * reference. In doubt it says no. Characters written as numbers are read both ways, so that they hide nothing.
 */
export const isSelfContained = (svg: string): boolean =>
  [svg, withCharacters(svg)].every(
    text => forbidden.every(pattern => !pattern.test(text)) && referencesStay(text),
  )

/** The pictures an SVG carries inside itself, decoded. */
export const embeddedPictures = (svg: string): Buffer[] =>
  [...svg.matchAll(/data:image\/[a-z]+;base64,([\w+/=\s]*)/gi)].map(([, data = '']) =>
    Buffer.from(data, 'base64'),
  )

/** Where one space, declaration, comment or document type ends: one at a time, for one pattern could go astray. */
const afterPrologue = (text: string, start: number) => {
  prologue.lastIndex = start
  return prologue.test(text) ? prologue.lastIndex : start
}

const prologue = /[\s\uFEFF]+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s[^[<>]*(?:\[[^\]]*\]\s*)?>/iy

// No pattern looks ahead beyond the next mark of its own kind, so that each stays linear on hostile text.
const forbidden = [
  /<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<!DOCTYPE[^<>[]*\[/i,
  /<\?xml-stylesheet/i,
  /<\s*(?:[\w.-]+:)?(?:script|foreignObject|handler|listener|iframe|object|embed|audio|video|canvas|html|link|include)\b/i,
  // A slash or a quote ends an attribute as well as a space does.
  /[\s"'/](?:[\w.-]+:)?on[a-z]+\s*=/i,
  /\bxml:base\s*=|@import|\bexpression\s*\(|javascript\s*:/i,
  // Escapes in style sheets could spell url( in letters that nobody recognises.
  /\\[0-9a-f]{1,6}/i,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a zero byte ends the text for some readers
  /\u0000/,
]

const inside = /^\s*(?:#|data:image\/(?:png|jpe?g|webp|gif);base64,)/i

const referencesStay = (text: string) =>
  [...references(text), ...styleReferences(text)].every(to => inside.test(to))

const references = (text: string) =>
  [...text.matchAll(/(?:[\s"'/]|:)(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )

const styleReferences = (text: string) =>
  [...text.matchAll(/url\s*\(\s*(?:"|'|&quot;|&apos;)?([^)]*)/gi)].map(([, to = '']) => to)

const withCharacters = (text: string) =>
  text.replace(/&#(?:x([0-9a-f]+)|([0-9]+));?/gi, (_, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
