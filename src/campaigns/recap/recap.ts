import { createHash } from 'node:crypto'
import { officesById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { channels } from '../channel.ts'
import type { Coverage, CoverageCell, OfficeCoverage } from '../plan/coverage.ts'
import { coverageOf } from '../plan/coverage-of.ts'
import { coverageSentence } from '../plan/coverage-view.tsx'
import { campaignById, materialsOf, ownersOf } from '../plan/queries.ts'
import { type DaySpan, inSpan, type Period } from './period.ts'
import { acceptedProofs, type KeptProof } from './queries.ts'

export interface RecapDuty {
  dutyId: number
  material: string
  channel: string
  week: number
  due: string
  standing: string
  visits: number
}

/** What shows that it was published: an address, or a photograph in the annex. */
export interface RecapProof {
  material: string
  channel: string
  url: string | null
  fileKey: string | null
  given: string
}

export interface RecapOffice {
  name: string
  standing: string
  accepted: number
  excused: number
  duties: number
  visits: number
  rows: RecapDuty[]
  proofs: RecapProof[]
}

/** Everything a recap says, in words and figures, frozen at a moment: letter, page and sheets are made from this alone. */
export interface Recap {
  number: number
  letterNumber: string
  period: Period
  /** The days it is about, as a person says them. */
  span: string
  title: string
  purpose: string
  owners: string[]
  head: { name: string; parent: string; lines: string[] }
  copies: string[]
  asOf: string
  day: string
  sentence: string
  accepted: number
  duties: number
  excused: number
  silent: number
  visits: number
  offices: RecapOffice[]
}

/** What an edition is called and who writes it. */
export type Letterhead = Pick<Recap, 'number' | 'letterNumber' | 'head' | 'copies'>

/** @param now the moment that every figure of the recap is true for */
export const recapOf = async (
  tx: Tx,
  {
    campaignId,
    period,
    span,
    letterhead,
  }: { campaignId: number; period: Period; span: DaySpan; letterhead: Letterhead },
  language: Language,
  now: Temporal.Instant,
): Promise<Recap> => {
  const { shortDay, longMoment } = language
  const campaign = (await campaignById(tx, campaignId))!
  // A duty put off beyond the last day of the campaign still belongs to it.
  const coverage = await coverageOf(
    tx,
    campaignId,
    now,
    row => period === 'whole' || inSpan(dayOf(row.dueAt), span),
  )
  const materials = new Map((await materialsOf(tx, campaignId)).map(({ id, headline }) => [id, headline]))
  const proofs = await acceptedProofs(
    tx,
    coverage.offices.flatMap(({ cells }) =>
      cells.filter(({ standing }) => standing === 'accepted').map(({ dutyId }) => dutyId),
    ),
  )
  return {
    ...letterhead,
    period,
    span: `${shortDay(span.from)} – ${shortDay(span.to)}`,
    title: campaign.title,
    purpose: campaign.purpose,
    owners: (await officesById(tx, await ownersOf(tx, campaignId))).map(({ name }) => name),
    asOf: longMoment(now),
    day: shortDay(dayOf(now)),
    sentence: sentenceOf(coverage, campaign.startsOn, language),
    accepted: coverage.accepted,
    duties: coverage.duties,
    excused: coverage.excused,
    silent: coverage.silent.length,
    visits: coverage.visits,
    offices: coverage.offices.map(office => officeOf(office, materials, proofs, language)),
  }
}

const officeOf = (
  office: OfficeCoverage,
  materials: Map<number, string>,
  proofs: Map<number, KeptProof>,
  { t, shortDay }: Language,
): RecapOffice => {
  const cells = [...office.cells].sort(
    (a, b) =>
      a.round - b.round ||
      a.versionId - b.versionId ||
      channels.indexOf(a.channel) - channels.indexOf(b.channel),
  )
  const words = (cell: CoverageCell) => ({
    material: materials.get(cell.versionId) ?? '',
    channel: t(`channel.${cell.channel}`),
  })
  return {
    name: office.officeName,
    standing: t(`standing.${office.standing}`),
    accepted: office.accepted,
    excused: cells.filter(({ standing }) => standing === 'excused').length,
    duties: cells.length,
    visits: office.visits,
    rows: cells.map(cell => ({
      ...words(cell),
      dutyId: cell.dutyId,
      week: cell.round,
      due: shortDay(dayOf(cell.dueAt)),
      standing: t(`standing.${cell.standing}`),
      visits: cell.visits,
    })),
    proofs: cells.flatMap(cell => {
      const proof = proofs.get(cell.dutyId)
      return proof
        ? [{ ...words(cell), url: proof.url, fileKey: proof.fileKey, given: shortDay(dayOf(proof.givenAt)) }]
        : []
    }),
  }
}

const sentenceOf = (coverage: Coverage, startsOn: string, language: Language) => {
  const [only] = coverage.offices
  // The sentence for one office speaks to it as "you"; a recap speaks of it to others.
  if (coverage.offices.length === 1)
    return language.t('recap.one-office', {
      office: only!.office,
      done: coverage.accepted,
      total: coverage.duties,
    })
  const { head, tail } = coverageSentence(language, coverage, startsOn)
  return `${head} ${tail}`
}

/** The recap's fingerprint: the same figures give the same one, whoever makes the file. */
export const fingerprint = (content: string) => createHash('sha256').update(content).digest('hex')
