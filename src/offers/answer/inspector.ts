import type { Tx } from '../../platform/database/database.ts'
import type { Answer as Reply } from '../check/ask.ts'
import type { Inspection, Spoken } from '../check/inspection.ts'
import type { RuleSet } from '../check/rule.ts'
import type { CompanyStanding } from './answer.ts'

export type { Reply }

export interface Question {
  id: string
  text: Spoken
  help?: Spoken | undefined
}

/** What the pages need of the engine, ready with the rules that speak today. */
export interface Inspector {
  inspect(text: string): Inspection
  questions: Question[]
  /** The rules themselves, for what the device works out by itself. */
  set: RuleSet
  inspectReplies(replies: Record<string, Reply>): Inspection
}

/** What the pages are given from beside them. */
export interface Sources {
  inspectorOf(tx: Tx): Promise<Inspector>
  /** The register of recruiters; without it the answer says that no list is loaded here. */
  lookUp?: (tx: Tx, name: string) => Promise<CompanyStanding>
  /** Where a report begins. The button is drawn only when there is such a page: it sends the text as `teks`. */
  reportHref?: string
}
