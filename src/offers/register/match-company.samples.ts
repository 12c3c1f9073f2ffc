/** Repeatable chance, so that a failing name can be found again. */
export const chance = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const first =
  'Contoh Bahari Cahaya Delima Elang Fajar Garuda Harapan Intan Jasa Karunia Lintas Mega Nusantara Orbit Permata Rimba Samudra Tirta Utama Wahana Zamrud Anugrah Bintang'.split(
    ' ',
  )
const second =
  'Bina Citra Duta Eka Graha Insan Jaya Karya Laksana Mitra Niaga Putra Raya Sarana Tunas Usaha Wira Abadi'.split(
    ' ',
  )
const third =
  'Mandiri Sejahtera Perkasa Makmur Sentosa Lestari Gemilang Internasional Persada Bersama Prima Unggul Sukses Pratama'.split(
    ' ',
  )

/** Invented companies in the way such names are made: many share two words of three. */
export const inventCompanies = (count: number, seed = 7) => {
  const next = chance(seed)
  const pick = (words: string[]) => words[Math.floor(next() * words.length)]!
  const names = new Set<string>()
  while (names.size < count) names.add(`PT ${pick(first)} ${pick(second)} ${pick(third)}`)
  return [...names].map((name, at) => ({ licence: `CONTOH-${at + 1}`, name }))
}

const neighbours: Record<string, string> = {
  a: 's',
  s: 'd',
  d: 'f',
  e: 'r',
  r: 't',
  t: 'y',
  u: 'i',
  i: 'o',
  o: 'p',
  n: 'm',
  m: 'n',
  k: 'j',
  l: 'k',
}

/** What a thumb, an ear and a scanner do to a name. */
export const slips: Record<string, (name: string, next: () => number) => string> = {
  'neighbouring key': (name, next) => at(name, next, letter => neighbours[letter] ?? letter),
  'letter left out': (name, next) => at(name, next, () => ''),
  'letter twice': (name, next) => at(name, next, letter => letter + letter),
  'two letters swapped': (name, next) => {
    const place = 4 + Math.floor(next() * (name.length - 6))
    return name.slice(0, place) + name[place + 1] + name[place] + name.slice(place + 2)
  },
  'legal form': (name, next) => name.replace('PT', ['P.T.', 'CV.', 'pt', 'PT.', ''][Math.floor(next() * 5)]!),
  'legal form behind': name => `${name.slice(3)}, PT`,
  'other order': name => name.split(' ').slice(1).reverse().join(' '),
  'run together': name => name.slice(3).replace(' ', ''),
  'torn apart': (name, next) => at(name, next, letter => `${letter} `),
  scanned: name => name.replace('o', '0').replace('l', '1').replace('m', 'rn'),
  branch: name => `${name} Cabang Cirebon`,
  shouted: name => name.toUpperCase(),
}

const at = (name: string, next: () => number, change: (letter: string) => string) => {
  const place = 4 + Math.floor(next() * (name.length - 4))
  return name.slice(0, place) + change(name[place]!) + name.slice(place + 1)
}
