import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { root } from '../root.ts'
import { checked, problems } from './diagnostics.ts'

export interface Sheet {
  /** Path of the `.typ` file, from the repository root. */
  template: string
  /** The template's own text, when it is not a file of the repository; its imports are paths from the root, as `/src/…`. */
  drawing?: string
  /** Reaches the template as `json(bytes(sys.inputs.data))`: values only, so text in it is never run. */
  data: unknown
  /** Pictures by name; the template finds their paths in `json(bytes(sys.inputs.files))`. */
  files?: Record<string, Uint8Array>
}

export interface PdfOptions {
  /** A PDF standard of Typst such as `ua-1` or `a-2a`; without one the file is tagged PDF 1.7. */
  standard?: string
}

export interface Typeset {
  /** Values of the `metadata` that carries this label, in the order of the pages. */
  noted: (label: string) => unknown[]
  /** All pages as one SVG with outlined text; 1 pt is 1 unit. */
  svg: () => string
  /** A tagged PDF. Title and language come from the template (`set document(title:)`, `set text(lang:)`). */
  pdf: (options?: PdfOptions) => Uint8Array
}

/**
 * Lays a template out with data, in this process and synchronously (some milliseconds a page).
 * @throws Error with Typst's own message, file and hint when the template or a picture is wrong.
 */
export const typeset = ({ template, drawing, data, files = {} }: Sheet): Typeset => {
  const typst = compiler()
  const document = compile(typst, { template, drawing, data: JSON.stringify(data), files })
  // Work shared with the next few sheets (same design, next office) is kept, then forgotten: memory stays flat.
  typst.evictCache(rememberedSheets)
  return {
    noted: label =>
      checked(template, () => typst.query(document, { selector: `<${label}>`, field: 'value' })),
    svg: () => checked(template, () => typst.plainSvg(document)),
    pdf: options => checked(template, () => typst.pdf(document, pdfOptions(options))),
  }
}

const rememberedSheets = 8
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold', '800ExtraBold']

let only: NodeCompiler | undefined
const compiler = () => {
  only ??= NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts() }] })
  return only
}

const require = createRequire(import.meta.url)

/** The faces that papers are set in: Latin first, Arabic where Latin has no sign for it. */
export const fonts = (): Buffer[] => [...weights.map(latin), ...['400Regular', '700Bold'].map(arabic)]

const latin = (weight: string) =>
  readFileSync(
    require.resolve(`@expo-google-fonts/plus-jakarta-sans/${weight}/PlusJakartaSans_${weight}.ttf`),
  )

const arabic = (weight: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/amiri/${weight}/Amiri_${weight}.ttf`))

interface Given {
  template: string
  drawing: string | undefined
  data: string
  files: Record<string, Uint8Array>
}

const compile = (typst: NodeCompiler, { template, drawing, data, files }: Given) => {
  const paths = Object.fromEntries(Object.keys(files).map(name => [name, `/.typeset/${name}`]))
  for (const [name, path] of Object.entries(paths)) {
    typst.mapShadow(join(root, path), Buffer.from(files[name]!))
  }
  const main = join(root, drawing === undefined ? template : drawn)
  if (drawing !== undefined) typst.mapShadow(main, Buffer.from(drawing))
  try {
    return laidOut(typst, template, main, { data, files: JSON.stringify(paths) })
  } finally {
    typst.resetShadow()
  }
}

const drawn = '.typeset/drawing.typ'

const laidOut = (
  typst: NodeCompiler,
  template: string,
  main: string,
  inputs: Record<string, string>,
): NodeTypstDocument => {
  const outcome = checked(template, () => typst.compile({ mainFilePath: main, inputs, resetRead: true }))
  if (outcome.result) return outcome.result
  const error = outcome.takeError()
  throw problems(template, error ? typst.fetchDiagnostics(error) : [])
}

const pdfOptions = ({ standard }: PdfOptions = {}) => (standard ? { pdfStandard: standard } : {})
