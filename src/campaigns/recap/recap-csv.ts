import type { MessageKey, Translate } from '../../platform/i18n/messages.ts'
import type { Recap } from './recap.ts'

const columns = [
  'office.one',
  'campaign.materials',
  'recap.channel',
  'recap.week',
  'schedule.due',
  'recap.standing',
  'coverage.visits',
] as const satisfies MessageKey[]

/** The recap for machines: a row a duty, in the order of the pages. */
export const recapCsv = (recap: Recap, t: Translate): Buffer => {
  const rows = recap.offices.flatMap(({ name, rows }) =>
    rows.map(row => [name, row.material, row.channel, row.week, row.due, row.standing, row.visits]),
  )
  const lines = [columns.map(key => t(key)), ...rows].map(row => row.map(quoted).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

/** A cell that begins like a formula would be one in a spreadsheet. */
const quoted = (value: string | number) => {
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${plain.replaceAll('"', '""')}"`
}
