export interface Piece {
  words: string
  is: 'same' | 'gone' | 'new'
}

/** Words above this are compared as a whole: two long texts would cost their product. */
const mostWords = 1500

/** What became of a text, word by word: kept, taken out, put in. Spaces and line breaks stay with their word. */
export const wordDiff = (before: string, after: string): Piece[] => {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length > mostWords || fresh.length > mostWords)
    return joined([...old.map(gone), ...fresh.map(added)])
  const common = longestCommon(old, fresh)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i]!.trim() === fresh[j]!.trim()) {
      pieces.push({ words: fresh[j]!, is: 'same' })
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      pieces.push(gone(old[i]!))
      i += 1
    } else {
      pieces.push(added(fresh[j]!))
      j += 1
    }
  }
  return joined(pieces)
}

const wordsOf = (text: string) => text.match(/\s*\S+\s*/g) ?? []
const gone = (words: string): Piece => ({ words, is: 'gone' })
const added = (words: string): Piece => ({ words, is: 'new' })

/** At [i][j]: how many words the rests of both texts from there on have in common, in order. */
const longestCommon = (old: string[], fresh: string[]) => {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      table[i]![j] =
        old[i]!.trim() === fresh[j]!.trim()
          ? table[i + 1]![j + 1]! + 1
          : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

const joined = (pieces: Piece[]) =>
  pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1)
    if (last?.is === piece.is) last.words += piece.words
    else done.push({ ...piece })
    return done
  }, [])
