import { typeset } from '../../platform/documents/typeset.ts'
import type { LetterRule } from './letter.ts'

export type Row = [label: string, value: string]

export type Block =
  | { kind: 'heading' | 'text' | 'note'; text: string }
  /** In the middle of the page, as on a certificate: what is said, and whose it is. */
  | { kind: 'centred' | 'name'; text: string }
  | { kind: 'facts'; rows: Row[] }
  | { kind: 'item'; title: string; rows: Row[] }
  /** `signed`: rows high enough for a signature by hand. */
  | { kind: 'table'; columns: { title: string; wide: boolean }[]; rows: string[][]; signed?: true }

export interface Sign {
  above: string
  title: string
  name: string
  below: string
}

/** Everything that stands on the paper, in the words of the paper: Indonesian, whatever its writer reads. */
export interface Paper {
  form: LetterRule['form']
  title: string
  heading: string
  numberLabel: string
  number: string
  head: { name: string; parent: string; lines: string[]; logo: string }
  meta: Row[]
  placeDay: string
  toLabel: string
  to: string
  blocks: Block[]
  signs: Sign[]
  /** What a signature in the program says of itself. */
  seal: string
  copiesLabel: string
  copies: string[]
  careful: string
  /** Across the page while it has no number. */
  preview: string
}

const layout = (paper: Paper, logo: Uint8Array | undefined) =>
  typeset({
    template: 'src/complaints/letters/letter.typ',
    data: paper,
    ...(logo && { files: { logo } }),
  })

/** A4, tagged, for screen readers too. */
export const pdfOf = (paper: Paper, logo?: Uint8Array): Uint8Array =>
  layout(paper, logo).pdf({ standard: 'ua-1' })

/** All pages as one picture, for looking at before the number is given. */
export const pictureOf = (paper: Paper, logo?: Uint8Array): string =>
  layout(paper, logo).svg().replace(/>\s+</g, '><')
