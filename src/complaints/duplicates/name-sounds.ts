/** Names that are written in many ways and said in one. */
const said: Record<string, string> = {
  muhammad: 'muhamad',
  muhamad: 'muhamad',
  mohammad: 'muhamad',
  mohamad: 'muhamad',
  mohammed: 'muhamad',
  muh: 'muhamad',
  moh: 'muhamad',
  mochamad: 'muhamad',
  mochammad: 'muhamad',
  moch: 'muhamad',
  md: 'muhamad',
  mhd: 'muhamad',
  muhd: 'muhamad',
  abd: 'abdul',
  abdoel: 'abdul',
  st: 'siti',
  sitti: 'siti',
  sti: 'siti',
  nur: 'nur',
  noor: 'nur',
  noer: 'nur',
  nurul: 'nurul',
}

/** Titles and forms of address are not part of a name. */
const titles = new Set([
  'bin',
  'binti',
  'bt',
  'bte',
  'hj',
  'h',
  'haji',
  'hajah',
  'ibu',
  'bapak',
  'bpk',
  'sdr',
  'sdri',
  'tn',
  'ny',
  'nn',
  'andi',
  'dg',
  'daeng',
])

/** The parts of a name as they sound in Indonesian, each once: old spelling, doubled letters and silent h make no difference. */
export const nameSounds = (name: string): string[] => {
  const parts = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\s'-]/g, ' ')
    .split(/[\s'-]+/)
    .filter(part => part.length > 1 && !titles.has(part))
  return [...new Set(parts.map(part => soundOf(said[part] ?? part)).filter(sound => sound.length > 1))]
}

const soundOf = (part: string) =>
  part
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/sj|sy|sh|ch(?=[aiueo])/g, match => (match === 'ch' ? 'h' : 's'))
    .replace(/ph|v/g, 'f')
    .replace(/th|dh|kh/g, match => match[0]!)
    .replace(/q|ck/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/y(?![aiueo])|ij/g, 'i')
    .replace(/[^aiueo]h|h$/g, match => match.replace('h', ''))
    .replace(/(.)\1+/g, '$1')
    .replace(/[eo]/g, vowel => (vowel === 'o' ? 'u' : 'i'))
