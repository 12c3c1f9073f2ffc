/** A company's name taken apart for comparison. */
export interface NameParts {
  words: string[]
  /** The words without spaces, in their order. */
  joined: string
  sorted: string
  initials: string
}

/** Folds what differs without meaning: legal form, branch, case, doubled letters, letters that OCR confuses. */
export const namePartsOf = (name: string): NameParts => {
  const words = plain(name).split(' ').filter(Boolean)
  const meant = words.filter(word => !legalForms.has(word))
  const folded = meant.map(fold)
  return {
    words: folded,
    joined: folded.join(''),
    sorted: folded.toSorted().join(''),
    initials: meant.map(word => word[0]).join(''),
  }
}

const legalForms = new Set([
  'pt',
  'cv',
  'ud',
  'tbk',
  'persero',
  'perseroan',
  'terbatas',
  'p3mi',
  'pjtki',
  'pptkis',
])

const plain = (name: string) =>
  name
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\b(p\s*\.\s*t|c\s*\.\s*v|u\s*\.\s*d|p t)\b/g, ' ')
    .replace(/[,(-]?\s*\b(kantor\s+)?(cabang|cab)\b.*$/, ' ')
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9|!]+/g, ' ')
    .trim()

const fold = (word: string) =>
  word
    .replace(/[il1|!]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/8/g, 'b')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/(.)\1+/g, '$1')
