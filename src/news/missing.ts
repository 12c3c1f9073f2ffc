import type { MessageKey } from '../platform/i18n/messages.ts'
import type { Content } from './article.ts'
import type { RecordedFacts } from './facts.ts'

/** What an article of the agency has and this one has not, asked for in words. */
export const missingIn = (facts: RecordedFacts, content: Content): MessageKey[] => [
  ...(facts.when ? [] : (['missing.when'] as const)),
  ...(facts.where ? [] : (['missing.where'] as const)),
  ...(facts.figures.length > 0 ? [] : (['missing.figures'] as const)),
  ...(content.quotes.length > 1 ? [] : (['missing.quotes'] as const)),
  ...(content.quotes.every(({ person, office }) => person && office) ? [] : (['missing.speaker'] as const)),
  ...(content.picture ? [] : (['missing.picture'] as const)),
]
