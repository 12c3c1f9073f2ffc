import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/**
 * The public stylesheet for telephones back to Android 4.4: they know no layers, no custom properties and no logical
 * sides, and drop every rule that has one. All our languages run from left to right, so the physical sides mean the same.
 */
export const oldBrowsers = (tokens: string): Plugin => ({
  name: 'old browsers',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, ({ path }) => ({
      contents: forOldBrowsers(readFileSync(path, 'utf8'), lightTokens(readFileSync(tokens, 'utf8'))),
      loader: 'css',
    })),
})

export const forOldBrowsers = (css: string, tokens: Record<string, string>): string =>
  withoutLayers(css)
    .split('\n')
    .flatMap(physical)
    .flatMap(line => withFallback(line, tokens))
    .flatMap(withoutGrid)
    .join('\n')

// The files of a layer stand in its order already, so taking the layer away leaves their order.
const withoutLayers = (css: string) =>
  css.replace(/^@layer [^{;]+;$/gm, '').replace(/^@layer \w+ \{\n([\s\S]*?)^\}$/gm, '$1')

/** The custom properties of the light scheme, which is the first block of the tokens. */
export const lightTokens = (css: string): Record<string, string> => {
  const light = css.slice(0, css.indexOf('@media'))
  return Object.fromEntries(
    [...light.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  )
}

const sides: Record<string, string[]> = {
  'block-start': ['top'],
  'block-end': ['bottom'],
  'inline-start': ['left'],
  'inline-end': ['right'],
  block: ['top', 'bottom'],
  inline: ['left', 'right'],
}

const physical = (line: string): string[] => {
  const [, space, kind, side, value] =
    /^(\s*)(margin|padding|border|inset)-(block-start|block-end|inline-start|inline-end|block|inline): ([^;]+);$/.exec(
      line,
    ) ?? []
  if (!kind || !side || !value) return [line]
  const names = sides[side]!.map(name => (kind === 'inset' ? name : `${kind}-${name}`))
  const values = kind === 'border' ? [value] : twoValues(value)
  return names.map((name, index) => `${space}${name}: ${values[index] ?? values[0]};`)
}

/** `a b` as two values, with brackets kept whole. */
const twoValues = (value: string) => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [value]

/** Before a declaration that asks for a custom property, the same one with the light value written out. */
const withFallback = (line: string, tokens: Record<string, string>): string[] => {
  if (!/^\s*[a-z-]+: .*var\(--/.test(line) || !line.endsWith(';')) return [line]
  const plain = line.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => tokens[name] ?? whole)
  return plain.includes('var(') ? [line] : [plain.replace(/clamp\(([^,]+),[^)]*\)/, '$1'), line]
}

const withoutGrid = (line: string): string[] => {
  const [, space, inline] = /^(\s*)display: (inline-)?grid;$/.exec(line) ?? []
  return space === undefined ? [line] : [`${space}display: ${inline ? 'inline-block' : 'block'};`, line]
}
