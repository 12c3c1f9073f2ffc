import { at } from '../../platform/clock/clock.ts'
import type { FeedEntry } from '../../platform/feeds.ts'
import { cardOf } from './addresses.ts'
import type { Shown } from './queries.ts'

/** Campaigns with all that they carry, one entry each, as feed readers and other sites take them over. */
export const feedEntries = (shown: Shown[], publicUrl: string): FeedEntry[] =>
  [...Map.groupBy(shown, ({ slug }) => slug).values()].map(materials => {
    const first = materials[0]!
    const image = materials.map(one => publicUrl + cardOf(one))[0]!
    return {
      url: `${publicUrl}/k/${first.slug}`,
      title: first.campaign,
      summary: first.purpose,
      text: [first.purpose, ...materials.map(wordsOf)].join('\n\n'),
      language: first.language,
      authors: first.owners,
      publishedAt: new Date(at(Temporal.PlainDate.from(first.startsOn), '00:00').epochMilliseconds),
      changedAt: new Date(Math.max(...materials.map(({ decidedAt }) => decidedAt.getTime()))),
      image,
    }
  })

const wordsOf = ({ headline, points, callToAction }: Shown) =>
  [headline, ...points.map(point => `• ${point}`), callToAction].filter(Boolean).join('\n')
