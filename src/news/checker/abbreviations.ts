import { type Known, placesOf, type Rule } from './finding.ts'

/** Short forms of the field that a reader of the agency's news meets every day. */
const usual = new Set(
  `BP3MI BP2MI KP2MI P4MI P3MI PMI CPMI TPPO ILM RI UU PP NIK NIB KUR UMKM LTSA BPJS OPP SISKOP2MI SIAPkerja SMK SMA
  KBRI KJRI DPR DPRD APBD APBN UPTD PPA LPSK TNI RRI WITA WIB WIT SP4N WA OPD ASN HAM HP KTP SDM LPK`.split(
    /\s+/,
  ),
)

/** A short form that nobody explained: spelled out before, or in brackets behind its long form. */
export const abbreviations: Rule = {
  name: 'abbreviations',
  look: (text, known) => {
    const understood = new Set([...usual, ...shortFormsIn(sayings(known)), ...explained(text)])
    return placesOf(text, shortForm)
      .filter(({ match }) => !understood.has(match[0]) && !roman.test(match[0]))
      .map(({ match, start, end }) => {
        const right = [...understood].find(one => one !== match[0] && isMixedUp(match[0], one))
        const where = { start, end, why: 'check.abbreviation' as const, values: { found: match[0] } }
        return right ? { ...where, why: 'check.abbreviation-slip', values: { right }, fix: right } : where
      })
  },
}

const shortForm = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*(?![\p{L}\p{N}])/gu
const roman = /^[IVXLCDM]+$/

const shortFormsIn = (text: string) => placesOf(text, shortForm).map(({ match }) => match[0])

const explained = (text: string) => placesOf(text, /\((\p{Lu}[\p{Lu}\d]+)\)/gu).map(({ match }) => match[1]!)

const sayings = ({ offices, facts }: Known) =>
  [...offices, ...facts.offices, facts.what, facts.aim ?? '', facts.where?.place ?? ''].join(' ')

/** The same letters in another order: BP3IM. */
const isMixedUp = (found: string, right: string) =>
  found.length > 3 && [...found].sort().join('') === [...right].sort().join('')
