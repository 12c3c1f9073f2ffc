import { allOffices } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { FindingsFor } from '../meetings/table-routes.tsx'
import { type Found, findAll, type RiskOf } from './find.ts'
import { regionNames } from './queries.ts'
import { type Names, sentenceOf } from './sentence.ts'

/** What was found, and the names its sentences need. */
export const lookOver = async (
  tx: Tx,
  now: Temporal.Instant,
  riskOf?: RiskOf,
): Promise<{ found: Found; names: Names }> => {
  const found = await findAll(tx, now, riskOf)
  const offices = await allOffices(tx)
  const regions = await regionNames(tx, codesOf(found))
  return {
    found,
    names: {
      office: id => offices.find(one => one.id === id)?.shortName ?? String(id),
      region: code => regions.get(code) ?? code,
    },
  }
}

/** As many as a meeting can talk about. */
const mostOnAgenda = 8

/** Puts findings on the agenda of a meeting: those about activities of the offices invited, then the gaps. */
export const findingsForAgenda =
  ({ clock }: House, riskOf?: RiskOf): FindingsFor =>
  async (tx, officeIds, language) => {
    const { found, names } = await lookOver(tx, clock(), riskOf)
    const owned = (id: number) => found.activities.get(id)?.owners.some(office => officeIds.includes(office))
    return found.findings
      .filter(finding => finding.kind === 'gap' || finding.activities.some(owned))
      .slice(0, mostOnAgenda)
      .map(finding => ({
        finding: finding.key,
        title: language.t(`sync.kind-${finding.kind}`),
        note: sentenceOf(finding, found.activities, names, language).slice(0, 1000),
      }))
  }

const codesOf = ({ findings, aside, activities }: Found) => [
  ...new Set(
    [...findings, ...aside.map(({ finding }) => finding)].flatMap(one =>
      one.kind === 'gap' ? [one.district] : one.activities.flatMap(id => activities.get(id)?.placeCode ?? []),
    ),
  ),
]
