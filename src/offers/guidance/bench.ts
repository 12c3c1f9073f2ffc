import type { Inspection, Level, Spoken, Tone } from '../check/inspection.ts'

/** How many offers are tried at once, and how long each may be. */
export const benchLimits = { offers: 100, letters: 20_000 }

/** Offers as pasted: a line of three dashes or more stands between two. */
export const splitOffers = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/^[ \t]*-{3,}[ \t]*$/m)
    .map(offer => offer.trim())
    .filter(Boolean)

interface Said {
  ruleId: string
  tone: Tone
  title: Spoken
}

export interface BenchRow {
  place: number
  text: string
  before: Level
  after: Level
  /** Found by both. */
  kept: Said[]
  /** Found only by the version on trial. */
  come: Said[]
  /** Found only by the version that speaks now. */
  gone: Said[]
}

export interface BenchResult {
  rows: BenchRow[]
  changedLevel: number
  /** How many change to danger, and how many no longer are. */
  toDanger: number
  fromDanger: number
  changedFindings: number
}

type Inspect = (text: string) => Pick<Inspection, 'level' | 'findings'>

/** Lays what two versions say of the same offers side by side. The server breathes between two offers. */
export const runBench = async (offers: string[], before: Inspect, after: Inspect): Promise<BenchResult> => {
  const rows: BenchRow[] = []
  for (const [at, text] of offers.entries()) {
    rows.push(rowOf(at + 1, text, before(text), after(text)))
    await new Promise(resolve => setImmediate(resolve))
  }
  return {
    rows,
    changedLevel: rows.filter(row => row.before !== row.after).length,
    toDanger: rows.filter(row => row.before !== 'danger' && row.after === 'danger').length,
    fromDanger: rows.filter(row => row.before === 'danger' && row.after !== 'danger').length,
    changedFindings: rows.filter(isChanged).length,
  }
}

export const isChanged = ({ before, after, come, gone }: BenchRow) =>
  before !== after || come.length > 0 || gone.length > 0

const rowOf = (
  place: number,
  text: string,
  old: ReturnType<Inspect>,
  young: ReturnType<Inspect>,
): BenchRow => ({
  place,
  text,
  before: old.level,
  after: young.level,
  kept: young.findings.filter(finding => has(old, finding)).map(said),
  come: young.findings.filter(finding => !has(old, finding)).map(said),
  gone: old.findings.filter(finding => !has(young, finding)).map(said),
})

const has = ({ findings }: ReturnType<Inspect>, { ruleId }: { ruleId: string }) =>
  findings.some(finding => finding.ruleId === ruleId)
const said = ({ ruleId, tone, title }: Said): Said => ({ ruleId, tone, title })
