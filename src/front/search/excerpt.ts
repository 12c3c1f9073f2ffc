/** Stand around a found word; private letters, which no text of ours has. */
export const marks = ['\u{E000}', '\u{E001}'] as const

/** An excerpt in pieces, found or not: the page draws the marks, so nothing in a text can become markup. */
export const excerptParts = (excerpt: string): { text: string; found: boolean }[] =>
  excerpt
    .split(new RegExp(`(${marks[0]}[^${marks[1]}]*${marks[1]})`, 'u'))
    .filter(Boolean)
    .map(piece => ({ text: piece.replace(/[\u{E000}\u{E001}]/gu, ''), found: piece.startsWith(marks[0]) }))
