import type { Tx } from '../../platform/database/database.ts'
import { type Answer, answerOf, mostInspected } from './answer.ts'
import type { Reply, Sources } from './inspector.ts'

export interface Given {
  text: string
  company: string
  replies: Record<string, Reply>
}

const mostCompanies = 3

/** Inspects what was given, and asks the register for the companies that were named. */
export const makeAnswer = async (tx: Tx, sources: Sources, given: Given): Promise<Answer> => {
  const inspector = await sources.inspectorOf(tx)
  const asked = Object.keys(given.replies).length > 0
  const inspection = asked
    ? inspector.inspectReplies(given.replies)
    : inspector.inspect(given.text.slice(0, mostInspected))
  const read = inspection.facts.companies.map(({ name }) => name)
  const names = [...new Set([given.company, ...read].filter(Boolean))].slice(0, mostCompanies)
  const lookUp = sources.lookUp ?? (async (_: Tx, name: string) => ({ asked: name }))
  const companies = []
  for (const name of names) companies.push(await lookUp(tx, name))
  return answerOf(inspection, given.text, companies)
}
