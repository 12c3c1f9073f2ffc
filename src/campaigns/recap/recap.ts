import { createHash } from 'node:crypto'
import { officesById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { channels } from '../channel.ts'
import { coverageOf } from '../plan/coverage-of.ts'
import { coverageSentence } from '../plan/coverage-view.tsx'
import { campaignById, materialsOf, ownersOf } from '../plan/queries.ts'

export interface RecapOffice {
  name: string
  standing: string
  accepted: number
  duties: number
  visits: number
  rows: { material: string; channel: string; standing: string }[]
}

/** Everything a recap says, in words and figures, frozen at a moment: letter, pages and sheets are made from this alone. */
export interface Recap {
  title: string
  purpose: string
  period: string
  owners: string[]
  asOf: string
  day: string
  sentence: string
  accepted: number
  duties: number
  visits: number
  offices: RecapOffice[]
}

/** @param now the moment that every figure of the recap is true for */
export const recapOf = async (
  tx: Tx,
  campaignId: number,
  language: Language,
  now: Temporal.Instant,
): Promise<Recap> => {
  const { t, shortDay, longMoment } = language
  const campaign = (await campaignById(tx, campaignId))!
  const coverage = await coverageOf(tx, campaignId, now)
  const materials = new Map((await materialsOf(tx, campaignId)).map(({ id, headline }) => [id, headline]))
  const { head, tail } = coverageSentence(language, coverage, campaign.startsOn)
  return {
    title: campaign.title,
    purpose: campaign.purpose,
    period: `${shortDay(campaign.startsOn)} – ${shortDay(campaign.endsOn)}`,
    owners: (await officesById(tx, await ownersOf(tx, campaignId))).map(({ name }) => name),
    asOf: longMoment(now),
    day: shortDay(dayOf(now)),
    sentence: `${head} ${tail}`,
    accepted: coverage.accepted,
    duties: coverage.duties,
    visits: coverage.visits,
    offices: coverage.offices.map(office => ({
      name: office.officeName,
      standing: t(`standing.${office.standing}`),
      accepted: office.accepted,
      duties: office.cells.length,
      visits: office.visits,
      rows: [...office.cells]
        .sort(
          (a, b) => a.versionId - b.versionId || channels.indexOf(a.channel) - channels.indexOf(b.channel),
        )
        .map(cell => ({
          material: materials.get(cell.versionId) ?? '',
          channel: t(`channel.${cell.channel}`),
          standing: t(`standing.${cell.standing}`),
        })),
    })),
  }
}

/** The recap's fingerprint: the same figures give the same one, whoever makes the file. */
export const fingerprint = (recap: Recap) => createHash('sha256').update(JSON.stringify(recap)).digest('hex')
