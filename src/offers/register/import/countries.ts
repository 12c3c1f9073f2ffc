/** The ISO 3166 code of a country, from its Indonesian or English name, its code, or how lists shorten it. */
export const countryOf = (name: string): string | undefined => known().get(keyOf(name))

const keyOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^(?:negara|republik|kerajaan)\s+/, '')
    .replace(/[^a-z]/g, '')

const otherNames: Record<string, string[]> = {
  SA: ['Saudi', 'Arab Saudi', 'KSA', 'Kerajaan Arab Saudi', 'Saudi Arabia'],
  AE: ['UEA', 'UAE', 'Emirat', 'Uni Emirat Arab', 'Abu Dhabi', 'Dubai'],
  HK: ['Hongkong', 'Hong Kong', 'Hong Kong SAR'],
  MO: ['Macau', 'Makau', 'Macao'],
  TW: ['Taiwan', 'Taiwan ROC'],
  KR: ['Korea', 'Korsel', 'Korea Selatan', 'South Korea'],
  BN: ['Brunei', 'Brunei Darussalam'],
  GB: ['Inggris', 'UK', 'Britania Raya'],
  US: ['Amerika', 'Amerika Serikat', 'USA'],
  NL: ['Belanda'],
  NZ: ['Selandia Baru'],
  PG: ['Papua Nugini', 'PNG'],
  CD: ['Kongo'],
}

let names: Map<string, string> | undefined

/** Built at the first use: the names of two languages for every code that has one. */
const known = () => {
  if (names) return names
  const made = new Map<string, string>()
  for (const language of ['en', 'id']) {
    const naming = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of codes()) {
      const name = naming.of(code)
      if (name) made.set(keyOf(name), code).set(keyOf(code), code)
    }
  }
  for (const [code, others] of Object.entries(otherNames))
    for (const other of others) made.set(keyOf(other), code)
  names = made
  return made
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Codes that name no country. */
const noCountry = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'UK'])
const codes = () =>
  [...letters]
    .flatMap(first => [...letters].map(second => first + second))
    .filter(code => !noCountry.has(code))
