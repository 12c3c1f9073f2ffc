import type { ComponentChildren } from 'preact'

export interface Column<T> {
  title: string
  cell: (row: T) => ComponentChildren
  figure?: boolean
}

interface TableProps<T> {
  caption: string
  columns: Column<T>[]
  rows: T[]
}

/** A list of alike things; on a phone each row becomes a card with its labels. The first column names the row. */
export const Table = <T,>({ caption, columns, rows }: TableProps<T>) => (
  <div class="room">
    <section class={`scroll ${roomFor(columns.length)}`} aria-label={caption} tabindex={0}>
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
              {columns.map((column, index) => (
                <Cell column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </div>
)

/** A table that fits scrolls with the page, so its header can stay in sight; a wider one scrolls by itself. */
export const roomFor = (columns: number) => (columns <= 6 ? 'slim' : columns <= 9 ? 'broad' : 'vast')

const Cell = <T,>({ column, row, first }: { column: Column<T>; row: T; first: boolean }) =>
  first ? (
    <th scope="row">{column.cell(row)}</th>
  ) : (
    <td class={column.figure ? 'num' : undefined} data-label={column.title}>
      {column.cell(row)}
    </td>
  )
