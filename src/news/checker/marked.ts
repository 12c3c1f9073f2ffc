/** A piece of a text; with the number of the finding that stands there. */
export interface Piece {
  text: string
  number: number | undefined
}

/** Cuts a text where findings begin and end; what lies in another finding is not cut again. */
export const marked = (text: string, findings: { start: number; end: number; number: number }[]): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, number } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    pieces.push({ text: text.slice(at, start), number: undefined }, { text: text.slice(start, end), number })
    at = end
  }
  return [...pieces, { text: text.slice(at), number: undefined }].filter(piece => piece.text !== '')
}
