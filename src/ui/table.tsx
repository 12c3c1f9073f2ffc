import type { ComponentChildren } from 'preact'
import type { Tone } from './parts.tsx'

export interface Column<T> {
  title: string
  cell: (row: T) => ComponentChildren
  figure?: boolean
}

/** A list of alike things; on a phone each row becomes a card with its labels. The first column names the row. */
export const Table = <T,>({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: Column<T>[]
  rows: T[]
}) => (
  <div class="scroll">
    <table class="phone">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, figure }) => (
            <th scope="col" class={figure ? 'num' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            {columns.map(({ title, cell, figure }, index) =>
              index === 0 ? (
                <th scope="row">{cell(row)}</th>
              ) : (
                <td class={figure ? 'num' : undefined} data-label={title}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export interface MatrixCell {
  tone: Tone
  sign: string
  word: string
  href?: string | undefined
}

export interface MatrixRow {
  name: string
  cells: (MatrixCell | undefined)[]
  figure: string
  note?: ComponentChildren
}

interface MatrixProps {
  caption: string
  corner: string
  groups: { title: string; columns: string[] }[]
  figureTitle: string
  noteTitle: string
  rows: MatrixRow[]
}

/** Offices against materials and channels: one sign a duty, each with its word. */
export const Matrix = ({ caption, corner, groups, figureTitle, noteTitle, rows }: MatrixProps) => (
  <section class="scroll" aria-label={caption} tabindex={0}>
    <table class="matrix">
      <caption class="hidden">{caption}</caption>
      <thead>
        {groups.length > 1 && (
          <tr>
            <td />
            {groups.map(({ title, columns }) => (
              <th scope="colgroup" class="c" colspan={columns.length}>
                {title}
              </th>
            ))}
            <td colspan={2} />
          </tr>
        )}
        <tr>
          <th scope="col">{corner}</th>
          {groups.flatMap(({ columns }) =>
            columns.map(column => (
              <th scope="col" class="c">
                {column}
              </th>
            )),
          )}
          <th scope="col" class="num">
            {figureTitle}
          </th>
          <th scope="col">
            <span class="hidden">{noteTitle}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells, figure, note }) => (
          <tr>
            <th scope="row">{name}</th>
            {cells.map(cell => (
              <td class="c">
                <Cell cell={cell} />
              </td>
            ))}
            <td class="num">{figure}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Cell = ({ cell }: { cell: MatrixCell | undefined }) => {
  if (!cell) return null
  const inside = (
    <>
      <span aria-hidden="true">{cell.sign}</span>
      <span class="hidden">{cell.word}</span>
    </>
  )
  return cell.href ? (
    <a class={`cell ${cell.tone}`} href={cell.href} title={cell.word}>
      {inside}
    </a>
  ) : (
    <span class={`cell ${cell.tone}`} title={cell.word}>
      {inside}
    </span>
  )
}

export interface Tile {
  name: string
  value: string
  word: string
  tone: Tone
  column: number
  row: number
}

/** The districts where they lie, as tiles of one size: no district is overlooked because it is small. */
export const TileMap = ({ label, tiles }: { label: string; tiles: Tile[] }) => (
  <ul class="tiles" aria-label={label}>
    {tiles.map(({ name, value, word, tone, column, row }) => (
      <li class={`tile ${tone} tile-c${column} tile-r${row}`}>
        {name}
        <b>{value}</b>
        <span class="hidden">{word}</span>
      </li>
    ))}
  </ul>
)
