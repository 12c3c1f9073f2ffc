import type { Tone } from './tone.ts'

export interface Tile {
  name: string
  value: string
  word: string
  tone: Tone
  /** Place on the grid, each from 1 to 8. */
  column: number
  row: number
  href?: string | undefined
}

/** Places where they lie, as tiles of one size: none is overlooked because it is small. */
export const TileMap = ({ label, tiles }: { label: string; tiles: Tile[] }) => (
  <ul class="tiles" aria-label={label}>
    {tiles.map(tile => (
      <li class={`tile ${tile.tone} tile-c${tile.column} tile-r${tile.row}`}>
        {tile.href ? (
          <a href={tile.href}>
            <Face {...tile} />
          </a>
        ) : (
          <Face {...tile} />
        )}
      </li>
    ))}
  </ul>
)

const Face = ({ name, value, word }: Tile) => (
  <>
    {name} {value && <b>{value}</b>} <span class="hidden">{word}</span>
  </>
)
