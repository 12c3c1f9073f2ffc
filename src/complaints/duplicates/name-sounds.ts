/** A part of a name: as it sounds, and its consonants. */
export interface NamePart {
  sound: string
  bones: string
}

/**
 * The parts of a name, each once, in no order: old spelling, doubled letters, forms of address, short forms and parts written
 * together make no difference.
 */
export const nameParts = (name: string): NamePart[] => {
  const words = wordsOf(name)
  const named = words.filter(word => !titles.has(word))
  const sounds = (named.length > 0 ? named : words)
    .map((word, place) =>
      word === 'm' && place === 0 && words.length > 1 ? 'muhamad' : (short[word] ?? word),
    )
    .filter(word => word.length > 1)
    .flatMap(split)
    .map(soundOf)
  return [...new Set(sounds)]
    .filter(sound => sound.length > 1)
    .map(sound => ({ sound, bones: bonesOf(sound) }))
}

/** Two names that are one slip apart (a letter wrong, missing, too many, or two swapped) have one of these in common. */
export const slipsOf = (sound: string): string[] =>
  sound.length < 4
    ? []
    : [...new Set([sound, ...[...sound].map((_, place) => sound.slice(0, place) + sound.slice(place + 1))])]

const wordsOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/oe/g, 'u')
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ')

const expand = (table: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([full, forms]) => forms.split(' ').map(form => [form, full])),
  )

/** Names that are written in many ways and said in one. */
const short: Record<string, string | undefined> = expand({
  muhamad:
    'muhammad muhamad mohammad mohamad mohammed mohamed muh moh mochamad mochammad muchamad muchammad moch much md mhd muhd mohd',
  ahmad: 'achmad akhmad ahmat ahmed acmad',
  abdul: 'abd abdl',
  siti: 'st sitti sti sity',
  nur: 'noor nour',
})

const titles = new Set(
  'bin binti bt bte binte hj h haji hajah hajjah ibu bapak bpk pak sdr sdri tn ny nn dg daeng alm almh kak mbak mas'.split(
    ' ',
  ),
)

/** Beginnings that are as often written apart. */
const beginnings = ['nur', 'siti', 'sri', 'muhamad']

const split = (word: string): string[] => {
  const abd = /^abd[uo][lr]([a-z]{4,})$/.exec(word)
  if (abd) return ['abdul', abd[1]!]
  const head = beginnings.find(beginning => word.startsWith(beginning) && word.length >= beginning.length + 4)
  return head ? [head, word.slice(head.length)] : [word]
}

const soundOf = (word: string) =>
  word
    .replace(/^kh/, 'h')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/s[jyh]/g, 's')
    .replace(/ch(?=[aiueo])/g, 'h')
    .replace(/ph|v|f/g, 'p')
    .replace(/q|ck|kh/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/y(?![aiueo])|ij/g, 'i')
    .replace(/y/g, 'j')
    // The letter h is heard between two vowels or at the beginning only.
    .replace(/(?<!^)h(?![aiueo])|(?<=[^aiueo])h/g, '')
    .replace(/ij(?=[aou])|i(?=[aou])/g, 'j')
    .replace(/(.)\1+/g, '$1')
    .replace(/e/g, 'i')
    .replace(/o/g, 'u')
    .replace(/[dbg]$/, last => ({ d: 't', b: 'p', g: 'k' })[last]!)
    .replace(/(.)\1+/g, '$1')

/** Nothing for a name with too few consonants to tell it from others. */
const bonesOf = (sound: string) => {
  const bones = sound.replace(/(?<!^)[aiu]/g, '').replace(/(.)\1+/g, '$1')
  return bones.length >= 3 ? bones : ''
}
