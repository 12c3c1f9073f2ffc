import type { Tx } from '../../platform/database/database.ts'
import { currentGuidance } from '../guidance/queries.ts'
import type { Spoken } from './inspection.ts'
import { ruleSet } from './rule.ts'

export interface RuleText {
  id: string
  title: Spoken
  text: Spoken
}

/** What a search over the public pages finds of the offer rules: each sign, why it matters and what to ask. */
export const ruleTexts = async (tx: Tx): Promise<RuleText[]> => {
  const read = ruleSet.safeParse((await currentGuidance(tx, 'offer-rules'))?.body)
  return (read.data?.rules ?? [])
    .filter(({ tone }) => tone === 'danger' || tone === 'warning')
    .map(({ id, title, why, ask }) => ({
      id,
      title,
      text: { id: `${why.id} ${ask.id}`, en: `${why.en} ${ask.en}` },
    }))
}
