import { readBirth } from '../birth.ts'
import { columnsOf, fieldOfTitle, isHeader, type ListField } from '../columns.ts'
import { type District, districtIn, type Found, nikIn, passportIn, phoneIn, sexIn } from '../read-value.ts'

export const personFields = [
  'name',
  'sex',
  'nik',
  'passport',
  'bornOn',
  'phone',
  'origin',
  'address',
] as const
export type PersonField = (typeof personFields)[number]
export type ReadPerson = Partial<Record<PersonField, Found>>

/** The people whom a letter or list names, however it lists them: as a table, as blocks of "Nama: …", or numbered. */
export const readPersons = (
  text: string,
  districts: readonly District[],
  today: Temporal.PlainDate,
): ReadPerson[] => {
  const lines = text.split('\n')
  const told = [tableOf(lines), blocksOf(lines), numberedOf(lines), namedOf(lines)].find(
    chunks => chunks.length > 0,
  )
  return (told ?? []).map(chunk => personIn(chunk, districts, today)).slice(0, mostPersons)
}

/** A plane with more is several arrivals. */
export const mostPersons = 40

interface Chunk {
  text: string
  /** Where the letter says itself which is which. */
  labelled: Partial<Record<ListField, string>>
}

const cellsOf = (line: string) =>
  line
    .split(/\t|\s*\|\s*|\s*;\s*|\s{3,}/)
    .map(cell => cell.trim())
    .filter((cell, place, all) => cell !== '' || (place > 0 && place < all.length - 1))

const tableOf = (lines: readonly string[]): Chunk[] => {
  const at = lines.findIndex(line => isHeader(cellsOf(line)))
  if (at < 0) return []
  const columns = columnsOf(cellsOf(lines[at]!))
  return lines.slice(at + 1).flatMap(line => {
    const cells = cellsOf(line)
    const labelled = Object.fromEntries([...columns].map(([field, place]) => [field, cells[place] ?? '']))
    return labelled.name && /\p{L}{2}/u.test(labelled.name) && cells.length > 1
      ? [{ text: line, labelled }]
      : []
  })
}

const label = /^\s*(?:\d{1,3}[.)]|[a-z][.)]|[-•*])?\s*([\p{L} ./]{2,30}?)\s*[:=]\s*(.+)$/u

const blocksOf = (lines: readonly string[]): Chunk[] => {
  const chunks: { lines: string[]; labelled: Chunk['labelled'] }[] = []
  for (const line of lines) {
    const [, title = '', value = ''] = label.exec(line) ?? []
    const field = fieldOfTitle(title)
    if (field === 'name') chunks.push({ lines: [], labelled: {} })
    const chunk = chunks.at(-1)
    if (!chunk) continue
    chunk.lines.push(line)
    if (field) chunk.labelled[field] ??= value.trim()
  }
  return chunks.map(({ lines: own, labelled }) => ({ text: own.join('\n'), labelled }))
}

const numbered = /^\s*\d{1,3}[.)]\s*(?=\p{L})/u

const numberedOf = (lines: readonly string[]): Chunk[] => {
  const chunks: string[][] = []
  for (const line of lines) {
    if (numbered.test(line)) chunks.push([line])
    else if (line.trim() !== '') chunks.at(-1)?.push(line)
    else if (chunks.at(-1)?.length) chunks.push([])
  }
  return chunks
    .filter(([first]) => first && numbered.test(first))
    .map(own => ({ text: own.join('\n').replace(numbered, ''), labelled: {} }))
    .filter(isAPerson)
}

/** A numbered paragraph is not one. */
const isAPerson = ({ text }: Chunk) =>
  Boolean(nikIn(text) ?? passportIn(text) ?? phoneIn(text) ?? sexIn(text)) ||
  /^\p{Lu}[\p{Lu} .']{3,50}(?=,|\(|-|$)/mu.test(text)

const namedOf = (lines: readonly string[]): Chunk[] =>
  [
    ...lines
      .join('\n')
      .matchAll(/(?:\ba\.?n\.?|atas nama|bernama|saudari|sdri\.?|sdr\.?)\s+(\p{Lu}[^\n]*)/gu),
  ].map(([, text]) => ({ text: text!, labelled: {} }))

/** Where a name that stands without a label ends. */
const nameEnd = /[,;(\n|\t]|\s[-–]\s|\b(?:paspor|passport|splp|nik|asal|umur|usia|lahir|alamat|hp|no)\b/i

const personIn = (
  { text, labelled }: Chunk,
  districts: readonly District[],
  today: Temporal.PlainDate,
): ReadPerson => {
  const name = (labelled.name ?? text.split(nameEnd)[0]!).replace(/\s+/g, ' ').trim()
  const whole = Object.values(labelled).length > 0 ? Object.values(labelled).join('\n') : text
  const person: Record<PersonField, Found | undefined> = {
    name: name ? { value: name.slice(0, 120), words: name } : undefined,
    sex: sexIn(text) ?? letterSex(labelled.sex),
    nik: nikIn(labelled.nik ?? whole),
    passport: passportIn(labelled.passport ?? whole),
    bornOn: birthIn(labelled.bornOn ?? bornPart(text), today),
    phone: phoneIn(labelled.phone ?? whole),
    origin: districtIn(labelled.district ?? labelled.address ?? text, districts),
    address: addressIn(labelled, text),
  }
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined))
}

const letterSex = (cell = ''): Found | undefined =>
  /^[LP]$/i.test(cell.trim())
    ? { value: /^p$/i.test(cell.trim()) ? 'female' : 'male', words: cell.trim() }
    : undefined

const bornPart = (text: string) => /(?:lahir|ttl|tgl\.? lahir)[^\n;]{0,60}/i.exec(text)?.[0] ?? ''

const day = /\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}{3,9}\.? \d{4}/u

const birthIn = (text: string, today: Temporal.PlainDate): Found | undefined => {
  const words = day.exec(text)?.[0]
  if (!words) return undefined
  const birth = readBirth(words, today)
  // A day that is none is shown as it stands, for the officer to correct.
  return { value: 'day' in birth ? birth.day : words, words }
}

const addressIn = (labelled: Chunk['labelled'], text: string): Found | undefined => {
  const words =
    [labelled.village, labelled.address].filter(Boolean).join(', ') ||
    /(?:alamat:?\s*|\b(?=(?:desa|kel(?:urahan|\.)|dusun)\b))([^\n;]{4,160})/i.exec(text)?.[1]
  return words ? { value: words.trim().slice(0, 200), words: words.trim() } : undefined
}
