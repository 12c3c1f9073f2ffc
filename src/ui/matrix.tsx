import type { ComponentChildren } from 'preact'
import { Sign } from './status.tsx'
import { roomFor } from './table.tsx'
import type { Tone } from './tone.ts'

export interface MatrixCell {
  tone: Tone
  sign: string
  word: string
  href?: string | undefined
}

export interface MatrixRow {
  name: string
  /** How people call it; the full name then stands below in small letters. */
  short?: string | undefined
  cells: (MatrixCell | undefined)[]
  figure: string
  note?: ComponentChildren
}

interface Group {
  title: string
  columns: string[]
}

interface MatrixProps {
  caption: string
  corner: string
  groups: Group[]
  figureTitle: string
  noteTitle: string
  rows: MatrixRow[]
}

/**
 * One sign for each row and column, each with its word. Where there is no room every row becomes a card in which the
 * words are shown. Cells follow the columns of all groups in order; where nothing is due there is none.
 */
export const Matrix = ({ caption, groups, rows, ...titles }: MatrixProps) => {
  const places = placesOf(groups)
  return (
    <div class="room">
      <section class={`scroll ${roomFor(places.length + 3)}`} aria-label={caption} tabindex={0}>
        <table class={groups.length > 1 ? 'matrix grouped' : 'matrix'}>
          <caption class="hidden">{caption}</caption>
          <Head groups={groups} places={places} {...titles} />
          <tbody>
            {rows.map(row => (
              <Row row={row} places={places} figureTitle={titles.figureTitle} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

interface Place {
  label: string
  group: string
  opens: boolean
  style: string
}

/** One place a column; the first of each further group draws the line between the groups. */
const placesOf = (groups: Group[]): Place[] =>
  groups.flatMap(({ title, columns }, group) =>
    columns.map((label, index) => ({
      label,
      group: title,
      opens: groups.length > 1 && index === 0,
      style: group > 0 && index === 0 ? 'c edge' : 'c',
    })),
  )

type HeadProps = Omit<MatrixProps, 'caption' | 'rows'> & { places: Place[] }

const Head = ({ corner, groups, places, figureTitle, noteTitle }: HeadProps) => {
  const grouped = groups.length > 1
  const rowspan = grouped ? 2 : 1
  const columns = places.map(({ label, style }) => (
    <th scope="col" class={style}>
      {label}
    </th>
  ))
  return (
    <thead>
      <tr>
        <th scope="col" rowspan={rowspan}>
          {corner}
        </th>
        {grouped ? groups.map((group, index) => <GroupHead {...group} first={index === 0} />) : columns}
        <th scope="col" class="num" rowspan={rowspan}>
          {figureTitle}
        </th>
        <th scope="col" rowspan={rowspan}>
          <span class="hidden">{noteTitle}</span>
        </th>
      </tr>
      {grouped && <tr>{columns}</tr>}
    </thead>
  )
}

const GroupHead = ({ title, columns, first }: Group & { first: boolean }) => (
  <th scope="colgroup" class={first ? 'c group' : 'c group edge'} colspan={columns.length}>
    {title}
  </th>
)

const Row = ({ row, places, figureTitle }: { row: MatrixRow; places: Place[]; figureTitle: string }) => (
  <tr>
    <th scope="row">
      {row.short ?? row.name}
      {row.short && row.short !== row.name && <small>{row.name}</small>}
    </th>
    {places.map(({ label, group, opens, style }, index) => (
      <td class={style} data-group={opens ? group : undefined}>
        <Cell cell={row.cells[index]} label={label} />
      </td>
    ))}
    <td class="num" data-label={figureTitle}>
      {row.figure}
    </td>
    <td class="note">{row.note}</td>
  </tr>
)

const Cell = ({ cell, label }: { cell: MatrixCell | undefined; label: string }) => {
  if (!cell) return null
  const attributes = { class: `cell ${cell.tone}`, title: cell.word, 'data-label': label }
  const inside = (
    <>
      <Sign>{cell.sign}</Sign>
      <span class="word">{cell.word}</span>
    </>
  )
  return cell.href ? (
    <a href={cell.href} {...attributes}>
      {inside}
    </a>
  ) : (
    <span {...attributes}>{inside}</span>
  )
}
