import type { Tone } from '../../ui/index.ts'
import type { ArticleState } from '../article.ts'

/** How an article's state looks; its word says the same. */
export const stateTone: Record<ArticleState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  released: 'good',
  withdrawn: 'warn',
}
