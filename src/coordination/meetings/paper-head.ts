import type { Paper } from '../../complaints/index.ts'
import { contactsOf, officeById } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'

const { t } = languages.id

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** As offices number their papers: 012/NOTULEN/BP3MI-SULTENG/II/2026. */
export const numberOf = (id: number, code: string, office: string, day: Temporal.PlainDate): string => {
  const short = office
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
  return [String(id).padStart(3, '0'), code, short, romans[day.month - 1], day.year].join('/')
}

/** The head of a paper: the office, the one above it, only contacts that somebody verified, and its logo. */
export const headOf = async (
  { files }: Pick<House, 'files'>,
  tx: Tx,
  officeId: number,
): Promise<{ head: Paper['head']; short: string; logo: Uint8Array | undefined }> => {
  const office = (await officeById(tx, officeId))!
  const parent = office.parentId ? await officeById(tx, office.parentId) : undefined
  const lines = (await contactsOf(tx, [officeId]))
    .filter(({ verifiedOn, kind }) => verifiedOn && kind !== 'hours')
    .map(({ value }) => value)
  const head = {
    name: office.name,
    parent: parent?.name ?? '',
    lines,
    logo: t('paper.logo', { office: office.name }),
  }
  return { head, short: office.shortName, logo: office.logoKey ? await files.get(office.logoKey) : undefined }
}
