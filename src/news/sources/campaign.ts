import { campaignById, campaignList, coverageOf, ownersOf } from '../../campaigns/index.ts'
import { officesById } from '../../offices/index.ts'
import { houseZone } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { Actor } from '../../staff/index.ts'
import type { NewsSource, RecordedFacts } from '../facts.ts'

/** Campaigns of the own office, told when they begin, and again with what came of them. Who only has a duty in one sees a part of its figures. */
export const campaignSources = ({ clock }: Pick<House, 'clock'>): NewsSource[] =>
  (['campaign', 'recap'] as const).map(kind => ({
    kind,
    list: async (tx, actor) => {
      const found: { id: number; title: string; day: string }[] = []
      for (const { id, title, startsOn } of await campaignList(tx))
        if ((await ownersOf(tx, id)).includes(actor.officeId)) found.push({ id, title, day: startsOn })
      return found
    },
    facts: (tx, actor, id) => factsOf(tx, actor, id, kind, clock()),
  }))

const factsOf = async (
  tx: Tx,
  actor: Actor,
  id: number,
  kind: 'campaign' | 'recap',
  now: Temporal.Instant,
): Promise<RecordedFacts | undefined> => {
  const campaign = await campaignById(tx, id)
  const owners = await ownersOf(tx, id)
  if (!campaign || !owners.includes(actor.officeId)) return undefined
  const { t, longMoment } = languages.id
  const recap = await coverageOf(tx, id, now)
  const source = t('news.source.recap', { when: longMoment(now) })
  const figures = [
    { name: t('news.figure.offices'), value: recap.offices.length },
    { name: t('news.figure.duties'), value: recap.duties },
    ...(kind === 'recap'
      ? [
          { name: t('news.figure.proofs'), value: recap.accepted },
          { name: t('news.figure.visits'), value: recap.visits },
        ]
      : []),
  ]
  return {
    kind,
    what: campaign.title,
    aim: campaign.purpose,
    when: { start: campaign.startsOn, end: campaign.endsOn, zone: houseZone },
    offices: (await officesById(tx, owners)).map(({ name }) => name),
    who: [],
    figures: figures.map(figure => ({ ...figure, source })),
  }
}
