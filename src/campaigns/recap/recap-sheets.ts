import writeExcelFile from 'write-excel-file/node'
import type { Translate } from '../../platform/i18n/messages.ts'
import type { Recap } from './recap.ts'

type Cell = {
  value: string | number
  type?: typeof String | typeof Number
  fontWeight?: 'bold'
  wrap?: boolean
}

/** The recap as a workbook: one sheet of offices, one of duties, with the moment its figures are true for. */
export const recapSheets = async (recap: Recap, hash: string, t: Translate): Promise<Buffer> =>
  writeExcelFile([
    {
      data: [
        ...heading(recap, hash, t),
        header(
          [
            'office.one',
            'recap.accepted',
            'recap.duties',
            'recap.excused',
            'coverage.visits',
            'recap.standing',
          ],
          t,
        ),
        ...offices(recap),
        total(recap, t),
      ],
      sheet: t('recap.sheet-offices'),
      columns: [{ width: 60 }, ...narrow(5)],
    },
    {
      data: [
        header(
          [
            'office.one',
            'campaign.materials',
            'recap.channel',
            'recap.week',
            'schedule.due',
            'recap.standing',
            'coverage.visits',
          ],
          t,
        ),
        ...duties(recap),
      ],
      sheet: t('recap.sheet-duties'),
      columns: [{ width: 60 }, { width: 40 }, ...narrow(5)],
    },
  ]).toBuffer()

const heading = (
  { title, span, number, letterNumber, asOf, sentence }: Recap,
  hash: string,
  t: Translate,
): Cell[][] => [
  [bold(title)],
  [words(`${t('recap.edition', { number })} · ${span}`)],
  [words(letterNumber)],
  [words(`${t('recap.as-of')} ${asOf} · ${t('recap.fingerprint')} ${hash.slice(0, 16)}`)],
  [words(sentence)],
  [],
]

const header = (keys: Parameters<Translate>[0][], t: Translate): Cell[] => keys.map(key => bold(t(key)))

const offices = (recap: Recap): Cell[][] =>
  recap.offices.map(({ name, accepted, duties, excused, visits, standing }) => [
    words(name),
    figure(accepted),
    figure(duties),
    figure(excused),
    figure(visits),
    words(standing),
  ])

const total = ({ accepted, duties, excused, visits }: Recap, t: Translate): Cell[] => [
  bold(t('recap.total')),
  figure(accepted),
  figure(duties),
  figure(excused),
  figure(visits),
]

const duties = (recap: Recap): Cell[][] =>
  recap.offices.flatMap(({ name, rows }) =>
    rows.map(row => [
      words(name),
      words(row.material),
      words(row.channel),
      figure(row.week),
      words(row.due),
      words(row.standing),
      figure(row.visits),
    ]),
  )

const words = (value: string): Cell => ({ value, type: String })
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
const figure = (value: number): Cell => ({ value, type: Number })
const narrow = (count: number) => Array.from({ length: count }, () => ({ width: 18 }))
