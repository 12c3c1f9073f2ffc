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
export const recapSheets = async (recap: Recap, t: Translate): Promise<Buffer> =>
  writeExcelFile([
    {
      data: [
        ...heading(recap),
        header(['office.one', 'recap.accepted', 'recap.duties', 'coverage.visits', 'recap.standing'], t),
        ...offices(recap),
      ],
      sheet: t('recap.sheet-offices'),
      columns: [{ width: 60 }, ...narrow(4)],
    },
    {
      data: [
        header(['office.one', 'campaign.materials', 'recap.channel', 'recap.standing'], t),
        ...duties(recap),
      ],
      sheet: t('recap.sheet-duties'),
      columns: [{ width: 60 }, { width: 40 }, ...narrow(2)],
    },
  ]).toBuffer()

const heading = ({ title, asOf, sentence }: Recap): Cell[][] => [
  [bold(title)],
  [words(asOf)],
  [words(sentence)],
  [],
]

const header = (keys: Parameters<Translate>[0][], t: Translate): Cell[] => keys.map(key => bold(t(key)))

const offices = (recap: Recap): Cell[][] =>
  recap.offices.map(({ name, accepted, duties, visits, standing }) => [
    words(name),
    figure(accepted),
    figure(duties),
    figure(visits),
    words(standing),
  ])

const duties = (recap: Recap): Cell[][] =>
  recap.offices.flatMap(({ name, rows }) =>
    rows.map(row => [words(name), words(row.material), words(row.channel), words(row.standing)]),
  )

const words = (value: string): Cell => ({ value, type: String })
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
const figure = (value: number): Cell => ({ value, type: Number })
const narrow = (count: number) => Array.from({ length: count }, () => ({ width: 18 }))
