import type { Content } from '../article.ts'
import type { Finding } from './finding.ts'

/** A picture says what it shows to those who do not see it, and who agreed to be on it. */
export const pictureFindings = ({ picture, pictureAlt, pictureConsent }: Content): Finding[] => {
  if (!picture) return []
  const missing = [
    ...(pictureAlt.length < shortestAlt ? (['check.picture-alt'] as const) : []),
    ...(pictureConsent.length === 0 ? (['check.picture-consent'] as const) : []),
  ]
  return missing.map(why => ({
    id: `picture.${why === 'check.picture-alt' ? 'alt' : 'consent'}.${picture.key.slice(0, 8)}`,
    rule: 'picture',
    field: 'picture',
    found: '',
    start: 0,
    end: 0,
    why,
    blocks: false,
  }))
}

const shortestAlt = 10
